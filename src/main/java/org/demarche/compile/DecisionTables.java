package org.demarche.compile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.demarche.source.FileNames;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.drools.decisiontable.InputType;
import org.drools.decisiontable.SpreadsheetCompiler;

/** Turns decision tables in spreadsheets into the rules that they stand for, with the translator of Drools. */
final class DecisionTables {

    private static final long LARGEST = 8 << 20;

    private DecisionTables() {}

    /** That a decision table is not read where only declarative rules may be. */
    static Problem refused(Path path) {
        return Problem.error(
                        "not-declarative",
                        SourceLocation.of(path.toString().replace('\\', '/')),
                        "A decision table is not read with `--declarative-only`.")
                .withHint("Write its rows as rules.");
    }

    /** The rules as text; empty, with a problem, when it cannot be read as a decision table. */
    static Optional<String> rules(Path path, Problems problems) {
        SourceLocation at = SourceLocation.of(path.toString().replace('\\', '/'));
        try (InputStream table = Files.newInputStream(path)) {
            if (Files.size(path) > LARGEST) {
                problems.add(Problem.error("too-large", at, "The file is larger than 8 MiB; split it into several."));
                return Optional.empty();
            }
            String rules = new SpreadsheetCompiler()
                    .compile(table, FileNames.isSpreadsheet(path) ? InputType.XLS : InputType.CSV);
            if (rules.contains("rule \"")) {
                return Optional.of(rules);
            }
            problems.add(Problem.error("not-a-table", at, "There is no rule in this decision table.")
                    .withHint(
                            "A cell that begins with `RuleTable` stands over its columns, `CONDITION` and `ACTION`."));
        } catch (IOException unreadable) {
            problems.add(Problem.error("unreadable-file", at, "The file cannot be read."));
        } catch (RuntimeException broken) {
            problems.add(Problem.error("not-a-table", at, "This cannot be read as a decision table" + why(broken) + ".")
                    .withHint(
                            "A cell that begins with `RuleTable` stands over its columns, `CONDITION` and `ACTION`."));
        }
        return Optional.empty();
    }

    /** Its own sentences are about cells; those of what lies below it are about code. */
    private static String why(RuntimeException broken) {
        String message = String.valueOf(broken.getMessage());
        return broken.getClass().getName().contains("decisiontable") || message.matches(".*\\b(cell|row|column)\\b.*")
                ? ": " + message.replaceAll("\\s+", " ").replaceFirst("\\.$", "")
                : "";
    }
}
