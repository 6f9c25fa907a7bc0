package org.demarche.cli;

import java.time.LocalDate;
import java.util.Optional;
import org.demarche.Assessment;
import org.demarche.Timeline;
import org.demarche.report.Report;
import org.demarche.report.Reports;
import org.jspecify.annotations.Nullable;

/** What was inferred from day to day. */
final class TimelineCommand extends CaseCommand {

    private @Nullable LocalDate from;
    private @Nullable LocalDate to;

    @Override
    void about(Usage usage) {
        usage.examples("  demarche timeline facts/kim-beijing-2018 --from 2018-03-25");
        usage.description(
                "Shows what is inferred on each day on which a statement or a question comes or goes, and what "
                        + "changed from one to the next, and why. Ends on the day the case is looked at.");
        usage.value("--from --since DATE", new Converters.Day(), "The first day.", given -> from = given);
        usage.value("--to DATE", new Converters.Day(), "The last day.", given -> to = given);
    }

    @Override
    boolean needsScenario() {
        return false;
    }

    @Override
    Report report(Assessment assessment) {
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
        return Reports.timeline(timeline);
    }

    @Override
    String doing() {
        return super.doing() + " day by day";
    }
}
