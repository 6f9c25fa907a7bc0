package org.demarche.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.demarche.report.Reports;

/** Who reports what. */
final class ReportsCommand extends ReportCommand {

    private Path facts = Path.of("");
    private final CaseOptions options = new CaseOptions();

    @Override
    void usage(Usage usage) {
        usage.examples(
                "  demarche reports facts/kim-beijing-2018",
                "  demarche reports facts/kim-beijing-2018 --as-of 2018-03-27");
        usage.description(
                "Lists what is reported on each question: by whom in the first place, with which grade, what only repeats "
                        + "something else, what contradicts what, what a settled question confirms or refutes, and what no "
                        + "longer counts.");
        usage.path("FACTS", "A case: its folder or its file.", given -> facts = given);
        options.describe(usage);
    }

    @Override
    Outcome outcome(Terminal terminal) {
        return new Outcome(Reports.reporting(options.assess(facts, terminal, progress)), ExitCode.DONE, "");
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
