package org.demarche.cli;

import java.nio.file.Path;
import org.demarche.Assessment;
import org.demarche.report.Reports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Why an inference holds. */
@Command(
        name = "why",
        header = "  demarche why facts/kestrel-strait VAR.quarantine.KES",
        description = "Shows why something is inferred: the rules that conclude it and what each of them stands on, "
                + "down to the sources.")
final class WhyCommand extends ReportCommand {

    @Parameters(index = "0", paramLabel = "FACTS", description = "A case: its folder or its file.")
    Path facts = Path.of("");

    @Parameters(index = "1", paramLabel = "ID", description = "The id of an inference, as `run` lists it.")
    String id = "";

    @Mixin
    CaseOptions options = new CaseOptions();

    @Override
    Outcome outcome(Terminal terminal) {
        Assessment assessment = options.assess(facts, terminal, progress);
        return assessment
                .find(id)
                .map(inference -> new Outcome(Reports.why(assessment, inference), ExitCode.DONE, ""))
                .orElseThrow(() -> UnknownInference.of(id, facts, assessment));
    }

    @Override
    String doing() {
        return "assessing " + facts;
    }
}
