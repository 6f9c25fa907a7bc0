package org.demarche.report;

import java.util.List;
import java.util.Optional;
import org.demarche.check.ExpectationResult;
import org.demarche.coverage.Coverage;
import org.demarche.mutants.MutantResult;
import org.demarche.source.Problem;

/**
 * All that a test run found.
 *
 * @param results one for each expectation
 * @param coverage what the expectations have seen, if that was counted
 * @param minimum how much of it there has to be
 * @param mutants what became of changed rules, if any were tried
 * @param waits whether changed rules were to be tried and were not, because expectations are unmet
 * @param problems reasons given for changes that are noticed, or that are none
 */
public record TestRun(
        List<ExpectationResult> results,
        Optional<Coverage> coverage,
        Minimum minimum,
        Optional<List<MutantResult>> mutants,
        boolean waits,
        List<Problem> problems) {

    public TestRun {
        results = List.copyOf(results);
        problems = List.copyOf(problems);
    }

    /** In percent. */
    public record Minimum(double rules, double conditions) {

        public static final Minimum NONE = new Minimum(0, 0);

        boolean rulesMet(Coverage coverage) {
            return coverage.rulePercent() >= rules;
        }

        boolean conditionsMet(Coverage coverage) {
            return coverage.conditionPercent() >= conditions;
        }
    }

    /** Whether nothing is left to do. */
    public boolean clean() {
        return results.stream().allMatch(ExpectationResult::met)
                && coverage.stream().allMatch(each -> minimum.rulesMet(each) && minimum.conditionsMet(each))
                && survivors().isEmpty()
                && problems.isEmpty();
    }

    /** The changes that some expectation should have noticed. */
    List<MutantResult> survivors() {
        return with(MutantResult.Fate.SURVIVED);
    }

    List<MutantResult> with(MutantResult.Fate fate) {
        return mutants.stream()
                .flatMap(List::stream)
                .filter(each -> each.fate() == fate)
                .toList();
    }
}
