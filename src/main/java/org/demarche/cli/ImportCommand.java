package org.demarche.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.authoring.NewFile;
import org.demarche.cases.Vocabulary;
import org.demarche.compile.Rulebase;
import org.demarche.events.Declarations;
import org.demarche.events.EventFiles;
import org.demarche.events.EventImport;
import org.demarche.events.EventMapping;
import org.demarche.events.Fate;
import org.demarche.events.ImportedEvents;
import org.demarche.report.ImportResult;
import org.demarche.report.Reports;
import org.demarche.source.FileNames;
import org.demarche.source.Problems;
import org.jspecify.annotations.Nullable;

/** Tables of coded events become statements of a case. */
final class ImportCommand extends ReportCommand {

    private final RuleOptions rules = new RuleOptions();
    private List<Path> tables = List.of();
    private @Nullable Path mapping;
    private @Nullable Path folder;
    private boolean dryRun;
    private boolean force;
    private boolean strict;

    @Override
    void usage(Usage usage) {
        usage.examples(
                "  demarche import events.tsv --mapping facts/my-case/wire.mapping.yaml",
                "  demarche import 2031*.csv --mapping wire.mapping.yaml -o facts/my-case");
        usage.description(
                "Turns tables of coded events (CAMEO or PLOVER codes, who acts, on whom, on which day) into statements of a "
                        + "case. A mapping says what names and codes mean; whatever is not understood is counted and told, "
                        + "and nothing is guessed.",
                "",
                "Ends with 4 when rows cannot be read or nothing was imported, with `--strict` also when codes or actors are "
                        + "not known. Without `-o` it only reports.");
        usage.pathOrMore(
                "EVENTS", "Tables: GDELT, ICEWS, POLECAT or any other in CSV or TSV.", given -> tables = given);
        usage.path(
                "--mapping FILE", "What the names and codes of the tables mean in the case.", given -> mapping = given);
        usage.without("-o");
        usage.path(
                "-o --output FOLDER",
                "The folder of the case to which files of statements are added, named after the mapping.",
                given -> folder = given);
        usage.flag("--dry-run", "Writes nothing, and reports what would be.", on -> dryRun = on);
        usage.flag("--force", "Writes over what an earlier import with this mapping has written.", on -> force = on);
        usage.flag(
                "--strict",
                "Writes nothing and ends with 4 unless every row can be read and its code and actors are known or left out by "
                        + "the mapping.",
                on -> strict = on);
        usage.paths(
                "--rules DIR",
                "",
                "The rules whose vocabulary has the actions; else those above the mapping or here.",
                given -> rules.rules = given);
    }

    @Override
    Outcome outcome(Terminal terminal) {
        Path names = Optional.ofNullable(mapping)
                .orElseThrow(() -> RefusedException.usage(
                        "A mapping has to say what the names and codes of the tables mean.",
                        "Name its file with `--mapping`; it can be as short as `layout: gdelt`."));
        MissingCase.check(names, terminal);
        tables.forEach(table -> MissingCase.check(table, terminal));
        try {
            checkFolder(names);
            return outcome(names, vocabulary(names, terminal));
        } catch (IOException unreadable) {
            throw RefusedException.usage("The folder `" + NewFiles.shown(into(names)) + "` cannot be read.");
        }
    }

    /** The folder of the case. Where nothing is to be written, it most likely is that of the mapping. */
    private Path into(Path names) {
        return Optional.ofNullable(folder).orElse(names.resolveSibling(""));
    }

    private Outcome outcome(Path names, Vocabulary words) throws IOException {
        EventMapping said = EventMapping.read(names, words);
        Declarations declared = Declarations.in(into(names), names);
        ImportedEvents events = EventImport.read(
                tables, said, declared, words, rows -> progress.accept(doing() + ", " + rows + " rows so far"));
        EventFiles files = EventFiles.of(events, said, declared, into(names), names);
        boolean complete = strict ? !events.open() : events.count(Fate.BROKEN) == 0;
        boolean written = folder != null && !dryRun && !files.texts().isEmpty() && (complete || !strict);
        if (written) {
            progress.accept("writing statements");
            write(files);
        }
        boolean done = complete && !events.statements().isEmpty();
        return new Outcome(
                Reports.imported(new ImportResult(events, files, folder != null, written)),
                done ? ExitCode.DONE : ExitCode.FINDINGS,
                "");
    }

    private Vocabulary vocabulary(Path names, Terminal terminal) {
        Problems problems = new Problems();
        Vocabulary words = Rulebase.vocabulary(rules.roots(names, terminal), problems);
        problems.throwIfErrors();
        return words;
    }

    /** Tells before anything is read what would keep its result from being written. */
    private void checkFolder(Path names) throws IOException {
        if (folder == null) {
            return;
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw RefusedException.usage("`" + NewFiles.shown(folder) + "` is no folder.");
        }
        boolean inside = Files.exists(folder)
                && Files.isSameFile(folder, names.toAbsolutePath().getParent());
        if (inside && FileNames.isYaml(names) && !FileNames.isMapping(names)) {
            throw RefusedException.usage(
                    "`" + NewFiles.shown(names) + "` lies in the folder of the case and would be read as a part of it.",
                    "Let its name end in `.mapping.yaml`.");
        }
        List<Path> earlier = EventFiles.earlier(folder, names);
        for (Path other : dryRun ? List.<Path>of() : earlier) {
            if (!EventFiles.isWrittenHere(other)) {
                throw RefusedException.usage(
                        "`" + NewFiles.shown(other) + "` was not written by an import, and is not written over.",
                        "Move it away, or give the mapping another name, which makes other files.");
            }
        }
        if (!earlier.isEmpty() && !dryRun && !force) {
            throw RefusedException.usage(
                    "`" + NewFiles.shown(earlier.get(0)) + "` is there already, and nothing is written over.",
                    "`--force` writes over it; another name of the mapping makes other files.");
        }
    }

    private static void write(EventFiles files) {
        NewFiles fresh = new NewFiles();
        List<NewFile> all = new ArrayList<>();
        files.texts().forEach((path, text) -> all.add(new NewFile(path, text)));
        fresh.addAll(all);
        fresh.write();
        for (Path stale : files.stale()) {
            try {
                Files.delete(stale);
            } catch (IOException kept) {
                throw RefusedException.usage(
                        "`" + NewFiles.shown(stale) + "` of an earlier import cannot be removed.",
                        "Its statements are still in the case.");
            }
        }
    }

    @Override
    String doing() {
        return "reading events";
    }
}
