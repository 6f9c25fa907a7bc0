package org.demarche.cli;

import java.nio.file.Path;
import java.util.List;
import org.demarche.authoring.schema.SchemaKind;
import org.demarche.authoring.schema.Schemas;
import org.demarche.cases.Vocabulary;
import org.demarche.compile.Rulebase;
import org.demarche.report.Reports;
import org.demarche.source.Problems;
import org.demarche.source.Suggestion;
import org.jspecify.annotations.Nullable;

/** What may stand in the files, for editors. */
final class SchemaCommand extends ReportCommand {

    private String kind = "";
    private @Nullable Path rules;

    @Override
    void usage(Usage usage) {
        usage.examples("  demarche schema case", "  demarche schema case --vocabulary rules -o case.schema.json");
        usage.description(
                "Prints the JSON Schema of a kind of file, by which an editor explains keys, completes words and marks "
                        + "mistakes. A file names its schema in its first line: `# yaml-language-server: $schema=…`.");
        usage.choice(
                "KIND",
                SchemaKind.keys(),
                "The kind of file: case, session, vocabulary, sources, claims, expectations or mapping.",
                given -> kind = given);
        usage.path(
                "--vocabulary DIR",
                "Offers and accepts only the terms of the vocabulary of these rules.",
                given -> rules = given);
    }

    @Override
    Outcome outcome(Terminal terminal) {
        SchemaKind known = SchemaKind.keyed(kind)
                .orElseThrow(() -> RefusedException.usage(
                        "There is no kind of file `" + kind + "`.",
                        Suggestion.hint(kind, SchemaKind.keys()),
                        "The kinds are `" + String.join("`, `", SchemaKind.keys()) + "`."));
        Vocabulary words = rules == null ? Vocabulary.EMPTY : vocabulary(rules, terminal);
        return new Outcome(Reports.document(Schemas.of(known, words)), ExitCode.DONE, "");
    }

    private static Vocabulary vocabulary(Path rules, Terminal terminal) {
        MissingCase.check(rules, terminal);
        Problems problems = new Problems();
        Vocabulary words = Rulebase.vocabulary(List.of(rules), problems);
        problems.throwIfErrors();
        if (words.terms().isEmpty()) {
            throw RefusedException.usage(
                    "There is no `vocabulary.yaml` in `" + rules + "` or above it.",
                    "Name the folder of rules that has one.");
        }
        return words;
    }

    @Override
    String doing() {
        return "writing the schema";
    }
}
