package org.demarche.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.Reasoner;
import org.demarche.authoring.CaseSkeleton;
import org.demarche.authoring.NewFile;
import org.demarche.authoring.Starter;
import org.demarche.authoring.TextWriter;
import org.demarche.authoring.schema.SchemaKind;
import org.demarche.report.Reports;
import org.demarche.source.Suggestion;

/** The first version of a case. */
final class NewCaseCommand extends ReportCommand {

    private Path folder = Path.of("");
    private String title = "";
    private List<String> groups = List.of();

    @Override
    void usage(Usage usage) {
        usage.examples(
                "  demarche new case facts/my-case",
                "  demarche new case facts/my-case --title \"What my case is about\" --rules maritime");
        usage.description(
                "Writes a case that runs at once and its first expectations, by the rules that are there; where there "
                        + "are none, a first folder of rules as well.");
        usage.path("PATH", "The folder of the case; its last part is the case's id.", given -> folder = given);
        usage.text("--title TEXT", "What reports call the case.", given -> title = given);
        usage.texts(
                "--rules GROUP",
                ",",
                "Folders under `rules` that the case uses, `maritime`; else all. May be given several times.",
                given -> groups = given);
    }

    @Override
    Outcome outcome(Terminal terminal) {
        NewFiles.id(
                Optional.ofNullable(folder.getFileName()).map(Path::toString).orElse(""), "a case");
        refuseExisting();
        NewFiles files = new NewFiles();
        Path root = root();
        Optional<Path> rules = rules(terminal);
        String schemas = files.schemas(folder, root, SchemaKind.CASE, SchemaKind.VOCABULARY, SchemaKind.SOURCES);
        String schema = schemas + "/" + SchemaKind.CASE.fileName();
        if (rules.isPresent()) {
            Reasoner reasoner = Reasoner.load(RuleOptions.narrowed(List.of(rules.get()), groups));
            checkGroups(reasoner);
            files.addAll(new CaseSkeleton(folder, title, groups, schema).files(reasoner));
        } else {
            files.addAll(withRules(root, schema, files));
        }
        files.write();
        return new Outcome(Reports.written(files.paths(), next()), ExitCode.DONE, "");
    }

    /** The case with rules that are written with it. */
    private List<NewFile> withRules(Path root, String schema, NewFiles files) {
        Path rules = root.resolve("rules");
        String schemas = files.schemas(rules, root, SchemaKind.CASE);
        List<NewFile> all = new ArrayList<>(Starter.words(rules, schemas));
        all.add(Starter.rule(rules));
        Reasoner reasoner = loaded(all, rules);
        all.addAll(new CaseSkeleton(folder, title, List.of(Starter.GROUP), schema).files(reasoner));
        return all;
    }

    /** Rules can only be loaded from files, and nothing is written yet where they are to stand. */
    private static Reasoner loaded(List<NewFile> files, Path rules) {
        try {
            Path copy = Files.createTempDirectory("demarche-");
            List<Path> written = new ArrayList<>();
            for (NewFile file : files) {
                Path target = copy.resolve(rules.relativize(file.path()).toString());
                TextWriter.write(target, file.text());
                written.add(0, target);
            }
            Reasoner reasoner = Reasoner.load(copy);
            for (Path file : written) {
                Files.delete(file);
            }
            Files.deleteIfExists(copy.resolve(Starter.GROUP));
            Files.deleteIfExists(copy);
            return reasoner;
        } catch (IOException unwritable) {
            throw RefusedException.usage("No temporary files can be written.");
        }
    }

    private void refuseExisting() {
        if (Files.isDirectory(folder) && !isEmpty(folder) || Files.isRegularFile(folder)) {
            throw RefusedException.usage(
                    "`" + NewFiles.shown(folder) + "` is there already, and nothing is written over.",
                    "Give the case another name.");
        }
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** The folder above {@code facts}, or else above the case. */
    private Path root() {
        Path above = Optional.ofNullable(folder.getParent()).orElse(Path.of(""));
        return above.endsWith("facts") ? Optional.ofNullable(above.getParent()).orElse(Path.of("")) : above;
    }

    /** The rules that the case will be read with; those that come with Demarche only when they are asked for. */
    private Optional<Path> rules(Terminal terminal) {
        return RuleOptions.near(folder).or(() -> groups.isEmpty() ? Optional.empty() : terminal.installed("rules"));
    }

    private void checkGroups(Reasoner reasoner) {
        for (String group : groups) {
            if (!reasoner.rulebase().groups().contains(group)) {
                throw RefusedException.usage(
                        "There is no folder of rules `" + group + "`.",
                        Suggestion.hint(group, reasoner.rulebase().groups()),
                        "There are `" + String.join("`, `", reasoner.rulebase().groups()) + "`.");
            }
        }
    }

    private List<String> next() {
        String where = NewFiles.shown(folder);
        return List.of("demarche run " + where, "demarche test " + where, "demarche check " + where);
    }

    @Override
    String doing() {
        return "writing a case";
    }
}
