package org.demarche.cli;

import org.demarche.Assessment;
import org.demarche.report.Report;
import org.demarche.report.Reports;

/** Who reports what. */
final class ReportsCommand extends CaseCommand {

    @Override
    void about(Usage usage) {
        usage.examples(
                "  demarche reports facts/kim-beijing-2018",
                "  demarche reports facts/kim-beijing-2018 --as-of 2018-03-27");
        usage.description(
                "Lists what is reported on each question: by whom in the first place, with which grade, what only repeats "
                        + "something else, what contradicts what, what a settled question confirms or refutes, and what no "
                        + "longer counts.");
    }

    @Override
    boolean needsScenario() {
        return false;
    }

    @Override
    Report report(Assessment assessment) {
        return Reports.reporting(assessment);
    }
}
