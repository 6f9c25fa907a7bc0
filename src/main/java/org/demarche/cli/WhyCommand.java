package org.demarche.cli;

import java.nio.file.Path;
import org.demarche.Assessment;
import org.demarche.explain.Explanation.Detail;
import org.demarche.report.Reports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Why an inference holds. */
@Command(
        name = "why",
        header = {
            "  demarche why facts/kestrel-strait VAR.quarantine.KES",
            "  demarche why facts/kim-beijing-2018 PRK.end-estrangement.CHN --scenario prk-aim=scale-down"
        },
        description = "Shows why something is inferred: the support that covers most scenarios, as a tree of rules and "
                + "what each of them stands on, down to the sources, and what other supports there are.")
final class WhyCommand extends ReportCommand {

    @Parameters(index = "0", paramLabel = "FACTS", description = "A case: its folder or its file.")
    Path facts = Path.of("");

    @Parameters(index = "1", paramLabel = "ID", description = "The id of an inference, as `run` lists it.")
    String id = "";

    @Option(names = "--all", description = "All supports as trees, and everything that would change anything.")
    boolean all;

    @Option(
            names = "--depth",
            paramLabel = "N",
            description = "Goes only so many rules deep; else down to the sources.")
    int depth = Integer.MAX_VALUE;

    @Mixin
    CaseOptions options = new CaseOptions();

    @Override
    Outcome outcome(Terminal terminal) {
        if (depth < 1) {
            throw RefusedException.usage("`--depth` is a number from 1 on.");
        }
        Detail detail = new Detail(all ? Integer.MAX_VALUE : 1, depth);
        Assessment assessment = options.assess(facts, terminal, progress);
        return assessment
                .find(id)
                .map(inference -> new Outcome(Reports.why(assessment, inference, detail, all), ExitCode.DONE, ""))
                .orElseThrow(() -> UnknownInference.of(id, facts, assessment));
    }

    @Override
    String doing() {
        return "assessing " + facts;
    }
}
