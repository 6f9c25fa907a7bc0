package org.demarche.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.demarche.report.Reports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What is lost without each assumption. */
@Command(
        name = "assumptions",
        header = "  demarche assumptions facts/kim-beijing-2018",
        description =
                "Ranks the assumptions of a case (`basis: assumption`) by what is lost without them: which inferences "
                        + "would be excluded, hold in fewer scenarios or be less likely.")
final class AssumptionsCommand extends ReportCommand {

    @Parameters(paramLabel = "FACTS", description = "A case: its folder or its file.")
    Path facts = Path.of("");

    @Mixin
    CaseOptions options = new CaseOptions();

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
