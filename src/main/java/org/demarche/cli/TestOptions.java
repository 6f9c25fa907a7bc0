package org.demarche.cli;

import java.util.List;
import org.demarche.report.TestRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How hard expectations are tested themselves. */
final class TestOptions {

    private static final double ALL = 100;

    @Option(
            names = "--coverage",
            description =
                    "Counts which rules concluded something, and which of their conditions were met and decisive.")
    boolean coverage;

    @Option(
            names = "--min-rule-coverage",
            paramLabel = "PERCENT",
            description = "Ends with 4 when fewer of the rules concluded something.")
    @Nullable
    Double minRules;

    @Option(
            names = "--min-condition-coverage",
            paramLabel = "PERCENT",
            description = "Ends with 4 when fewer of the conditions were met and decisive.")
    @Nullable
    Double minConditions;

    @Option(
            names = "--mutants",
            description = "Changes the rules, one thing at a time, and shows the changes that no expectation notices, "
                    + "with one that would.")
    boolean mutants;

    @Option(
            names = "--update",
            description =
                    "Instead of testing writes expectations of all that is inferred and that has none, for you to "
                            + "review.")
    boolean update;

    boolean countsCoverage() {
        return coverage || minRules != null || minConditions != null;
    }

    TestRun.Minimum minimum() {
        return new TestRun.Minimum(percent(minRules), percent(minConditions));
    }

    private static double percent(@Nullable Double given) {
        double percent = given == null ? 0 : given;
        if (!(percent >= 0 && percent <= ALL)) {
            throw new RefusedException(ExitCode.USAGE, List.of("A coverage is from 0 to 100 percent."));
        }
        return percent;
    }
}
