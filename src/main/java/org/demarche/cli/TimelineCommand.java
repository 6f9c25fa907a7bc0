package org.demarche.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
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

    @Option(names = "--from", paramLabel = "DATE", converter = Converters.Day.class, description = "The first day.")
    @Nullable
    LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", converter = Converters.Day.class, description = "The last day.")
    @Nullable
    LocalDate to;

    @Mixin
    CaseOptions options = new CaseOptions();

    @Override
    Outcome outcome(Terminal terminal) {
        Timeline timeline =
                options.assess(facts, terminal, progress).timeline(Optional.ofNullable(from), Optional.ofNullable(to));
        if (timeline.points().isEmpty()) {
            throw RefusedException.usage(
                    from == null && to == null
                            ? "No statement and no question of the case has a date."
                            : "Between these days nothing comes or goes.",
                    "Dates are given by `since`, `until` and `known`, and by events.");
        }
        return new Outcome(Reports.timeline(timeline), ExitCode.DONE, "");
    }

    @Override
    String doing() {
        return "assessing " + facts + " day by day";
    }
}
