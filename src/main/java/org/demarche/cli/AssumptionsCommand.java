package org.demarche.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.demarche.report.Reports;

/** What is lost without each assumption. */
final class AssumptionsCommand extends ReportCommand {

    private Path facts = Path.of("");
    private final CaseOptions options = new CaseOptions();

    @Override
    void usage(Usage usage) {
        usage.examples("  demarche assumptions facts/kim-beijing-2018");
        usage.description(
                "Ranks the assumptions of a case (`basis: assumption`) by what is lost without them: which inferences "
                        + "would be excluded, hold in fewer scenarios or be less likely.");
        usage.path("FACTS", "A case: its folder or its file.", given -> facts = given);
        options.describe(usage);
    }

    @Override
    Outcome outcome(Terminal terminal) {
        return new Outcome(Reports.assumptions(options.assess(facts, terminal, progress)), ExitCode.DONE, "");
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
