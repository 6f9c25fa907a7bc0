package org.demarche.cli;

import java.util.List;
import org.demarche.report.TestRun;
import org.jspecify.annotations.Nullable;

/** How hard expectations are tested themselves. */
final class TestOptions {

    private static final double ALL = 100;

    boolean coverage;

    private @Nullable Double minRules;
    private @Nullable Double minConditions;

    boolean mutants;
    boolean update;

    /** Adds these to what a command can be given. */
    void describe(Usage usage) {
        usage.flag(
                "--coverage",
                "Counts which rules concluded something, and which of their conditions were met and decisive.",
                on -> coverage = on);
        usage.value(
                "--min-rule-coverage PERCENT",
                new Converters.Percent(),
                "Ends with 4 when fewer of the rules concluded something.",
                given -> minRules = given);
        usage.value(
                "--min-condition-coverage PERCENT",
                new Converters.Percent(),
                "Ends with 4 when fewer of the conditions were met and decisive.",
                given -> minConditions = given);
        usage.flag(
                "--mutants",
                "Changes the rules, one thing at a time, and shows the changes that no expectation notices, "
                        + "with one that would.",
                on -> mutants = on);
        usage.flag(
                "--update",
                "Instead of testing writes expectations of all that is inferred and that has none, for you to "
                        + "review.",
                on -> update = on);
    }

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
