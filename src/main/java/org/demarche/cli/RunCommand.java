package org.demarche.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.demarche.Assessment;
import org.demarche.cases.CaseText;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;
import org.demarche.report.Reports;
import org.jspecify.annotations.Nullable;

/** What the actors of a case will do. */
final class RunCommand extends ReportCommand {

    private List<Path> cases = List.of();
    private boolean all;
    private @Nullable LocalDate since;
    private final CaseOptions options = new CaseOptions();
    private final SessionOptions session = new SessionOptions();
    private final WatchOption watch = new WatchOption();

    @Override
    void usage(Usage usage) {
        usage.examples(
                "  demarche run facts/kestrel-strait",
                "  demarche run facts/kim-beijing-2018 --answer prk-aim=sanctions-relief",
                "  demarche run facts/kim-beijing-2018 facts/taiwan-strait-1958 --format json");
        usage.description(
                "Lists what the rules infer from a case: moves first, those that hold in every scenario before "
                        + "those that hold in some.",
                "%nOf several cases each is assessed for itself, on all processors. When one fails, the others go on; it ends as "
                        + "the first that failed would.");
        usage.pathOrMore("FACTS", "A case: its folder or its file; or several.", given -> cases = given);
        usage.flag("--all", "Also lists what holds in no scenario.", on -> all = on);
        usage.value(
                "--since DATE",
                new Converters.Day(),
                "Lists only what was gained, lost or changed since that day, and why.",
                given -> since = given);
        options.describe(usage);
        usage.group(
                "%nFor rules that do more than conclude, which are run as plain Drools runs them:%n",
                session::describe);
        watch.describe(usage);
    }

    @Override
    List<Path> watched(Terminal terminal) {
        return watch.on ? options.rules.watched(cases, terminal) : List.of();
    }

    @Override
    Outcome outcome(Terminal terminal) {
        options.rules.forget();
        return cases.size() == 1
                ? outcome(cases.get(0), terminal, progress)
                : new ManyCases(cases, output, terminal, demarche().failures())
                        .outcome((facts, said) -> outcome(facts, terminal, said), options.time(), progress);
    }

    private Outcome outcome(Path facts, Terminal terminal, Consumer<String> progress) {
        MissingCase.check(facts, terminal);
        CaseText text = terminal.text(facts);
        Optional<PrintStream> printed = cases.size() == 1 ? output.live(terminal) : Optional.empty();
        Optional<Outcome> plain = session.run(text, facts, options, printed, terminal, progress);
        if (plain.isPresent()) {
            return plain.get();
        }
        Assessment assessment = options.assess(LoadedCase.load(text, facts, options.rules, terminal), progress);
        if (since != null) {
            assessment.caseFile().asOf().filter(since::isAfter).ifPresent(day -> {
                throw RefusedException.usage(
                        "`--since " + since + "` comes after the day of the case, " + day + ".",
                        "Give an earlier day, or a later `--as-of`.");
            });
            List<String> what = new ArrayList<>(options.supposed());
            what.add("what has changed since " + since);
            return new Outcome(Reports.diff(assessment.asOf(since), assessment, what), ExitCode.DONE, "");
        }
        return new Outcome(Reports.run(assessment, all), ExitCode.DONE, advice(facts, assessment));
    }

    private String advice(Path facts, Assessment assessment) {
        String why = assessment.moves().stream()
                .filter(move -> move.status() != Status.EXCLUDED)
                .map(Inference::id)
                .findFirst()
                // Last in its line, and in quotes where a shell needs them, so that it can be taken over.
                .map(id -> "\nWhy: demarche why " + inShell(facts.toString()) + " " + inShell(id))
                .orElse("");
        int excluded = all ? 0 : assessment.with(Status.EXCLUDED).size();
        String hidden = excluded == 0 ? "" : "Not shown: " + excluded + " excluded (--all). ";
        return "\n" + hidden + "In full: -v." + why;
    }

    private static String inShell(String word) {
        return word.matches("[\\w./@%+=:,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    @Override
    Optional<Duration> time() {
        // Of several, each has this time.
        return cases.size() == 1 ? options.time() : Optional.empty();
    }

    @Override
    String doing() {
        return "assessing " + (cases.size() == 1 ? cases.get(0) : cases.size() + " cases");
    }
}
