package org.demarche.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.Assessment;
import org.demarche.cases.CaseText;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;
import org.demarche.report.Reports;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the actors of a case will do. */
@Command(
        name = "run",
        header = {
            "  demarche run facts/kestrel-strait",
            "  demarche run facts/kim-beijing-2018 --answer prk-aim=sanctions-relief"
        },
        description = "Lists what the rules infer from a case: moves first, those that hold in every scenario before "
                + "those that hold in some.")
final class RunCommand extends ReportCommand {

    @Parameters(paramLabel = "FACTS", description = "A case: its folder or its file.")
    Path facts = Path.of("");

    @Option(names = "--all", description = "Also lists what holds in no scenario.")
    boolean all;

    @Option(
            names = "--since",
            paramLabel = "DATE",
            converter = Converters.Day.class,
            description = "Lists only what was gained, lost or changed since that day, and why.")
    @Nullable
    LocalDate since;

    @Mixin
    CaseOptions options = new CaseOptions();

    @ArgGroup(
            exclusive = false,
            heading = "%nFor rules that do more than conclude, which are run as plain Drools runs them:%n")
    SessionOptions session = new SessionOptions();

    @Mixin
    WatchOption watch = new WatchOption();

    @Override
    List<Path> watched(Terminal terminal) {
        return watch.on ? options.rules.watched(List.of(facts), terminal) : List.of();
    }

    @Override
    Outcome outcome(Terminal terminal) {
        MissingCase.check(facts, terminal);
        CaseText text = terminal.text(facts);
        Optional<Outcome> plain = session.run(text, facts, options, output, terminal, progress);
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
        return new Outcome(Reports.run(assessment, all), ExitCode.DONE, advice(assessment));
    }

    private String advice(Assessment assessment) {
        String why = assessment.moves().stream()
                .filter(move -> move.status() != Status.EXCLUDED)
                .map(Inference::id)
                .findFirst()
                .map(id -> "Why: demarche why " + facts + " " + id + ". ")
                .orElse("");
        int excluded = all ? 0 : assessment.with(Status.EXCLUDED).size();
        String hidden = excluded == 0 ? "" : "Not shown: " + excluded + " excluded (--all). ";
        return "\n" + why + hidden + "In full: -v.";
    }

    @Override
    Optional<Duration> time() {
        return options.time();
    }

    @Override
    String doing() {
        return "assessing " + facts;
    }
}
