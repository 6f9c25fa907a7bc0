package org.demarche.cli;

import org.demarche.Assessment;
import org.demarche.report.Report;
import org.demarche.report.Reports;

/** What is lost without each assumption. */
final class AssumptionsCommand extends CaseCommand {

    @Override
    void about(Usage usage) {
        usage.examples("  demarche assumptions facts/kim-beijing-2018");
        usage.description(
                "Ranks the assumptions of a case (`basis: assumption`) by what is lost without them: which inferences "
                        + "would be excluded, hold in fewer scenarios or be less likely.");
    }

    @Override
    Report report(Assessment assessment) {
        return Reports.assumptions(assessment);
    }
}
