package org.demarche.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.demarche.Assessment;
import org.demarche.Timeline;
import org.demarche.report.Reports;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What was inferred from day to day. */
@Command(
        name = "timeline",
        header = "  demarche timeline facts/kim-beijing-2018 --from 2018-03-25",
        description = "Shows what is inferred on each day on which a statement or a question comes or goes, and what "
                + "changed from one to the next, and why. Ends on the day the case is looked at.")
final class TimelineCommand extends ReportCommand {

    @Parameters(paramLabel = "FACTS", description = "A case: its folder or its file.")
    Path facts = Path.of("");

    @Option(
            names = {"--from", "--since"},
            paramLabel = "DATE",
            converter = Converters.Day.class,
            description = "The first day.")
    @Nullable
    LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", converter = Converters.Day.class, description = "The last day.")
    @Nullable
    LocalDate to;

    @Mixin
    CaseOptions options = new CaseOptions();

    @Override
    Outcome outcome(Terminal terminal) {
        Assessment assessment = options.assess(facts, terminal, progress);
        Optional<LocalDate> last = Optional.ofNullable(to).or(assessment.caseFile()::asOf);
        if (from != null && last.filter(from::isAfter).isPresent()) {
            throw RefusedException.usage(
                    "`--from " + from + "` comes after the last day, " + last.get() + ".",
                    to == null
                            ? "The timeline ends on the day of the case: give an earlier day, or a later one with `--to`."
                            : "Give an earlier day, or a later one with `--to`.");
        }
        Timeline timeline = assessment.timeline(Optional.ofNullable(from), Optional.ofNullable(to));
        if (timeline.points().isEmpty()) {
            throw RefusedException.usage(
                    "Nothing in the case comes or goes"
                            + last.map(day -> " until " + day).orElse("") + ": there is no day to show.",
                    "Dates are given by `since`, `until` and `known`, and by events.");
        }
        return new Outcome(Reports.timeline(timeline), ExitCode.DONE, "");
    }

    @Override
    Optional<Duration> time() {
        return options.time();
    }

    @Override
    String doing() {
        return "assessing " + facts + " day by day";
    }
}
