package org.demarche.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.demarche.Assessment;
import org.demarche.Timeline;
import org.demarche.report.Reports;
import org.jspecify.annotations.Nullable;

/** What was inferred from day to day. */
final class TimelineCommand extends ReportCommand {

    private Path facts = Path.of("");
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private final CaseOptions options = new CaseOptions();

    @Override
    void usage(Usage usage) {
        usage.examples("  demarche timeline facts/kim-beijing-2018 --from 2018-03-25");
        usage.description(
                "Shows what is inferred on each day on which a statement or a question comes or goes, and what "
                        + "changed from one to the next, and why. Ends on the day the case is looked at.");
        usage.path("FACTS", "A case: its folder or its file.", given -> facts = given);
        usage.value("--from --since DATE", new Converters.Day(), "The first day.", given -> from = given);
        usage.value("--to DATE", new Converters.Day(), "The last day.", given -> to = given);
        options.describe(usage);
    }

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
