package org.demarche.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.check.ExpectationYaml;
import org.demarche.coverage.Coverage;
import org.demarche.source.SourceLocation;

/** A test run as other programs count it: groups of tests that have passed or failed. */
final class TestCases {

    /**
     * One of them.
     *
     * @param failures why it failed, as sentences; empty when it passed
     */
    record TestCase(String name, SourceLocation at, List<String> failures) {
        boolean passed() {
            return failures.isEmpty();
        }
    }

    private TestCases() {}

    /** Expectations by file; then the thresholds of coverage, and the changed rules that should have been noticed. */
    static Map<String, List<TestCase>> of(TestRun run) {
        Map<String, List<TestCase>> suites = new LinkedHashMap<>();
        run.results()
                .forEach(each -> add(suites, each.at().file(), new TestCase(each.name(), each.at(), each.failures())));
        run.coverage().ifPresent(coverage -> coverage(run, coverage, suites));
        run.mutants().stream().flatMap(List::stream).forEach(each -> {
            List<String> failures = new ArrayList<>();
            if (run.survivors().contains(each)) {
                each.missing().ifPresent(missing -> {
                    failures.add("No expectation notices it. " + MutantReport.sentence(missing));
                    failures.add("For " + missing.file() + ": " + ExpectationYaml.of(missing.expectation()));
                });
            }
            add(
                    suites,
                    "changed rules",
                    new TestCase(
                            each.mutant().rule() + " " + each.mutant().what(),
                            each.mutant().at(),
                            failures));
        });
        run.problems()
                .forEach(each ->
                        add(suites, "reasons", new TestCase(each.message(), each.at(), List.of(each.message()))));
        return suites;
    }

    private static void coverage(TestRun run, Coverage coverage, Map<String, List<TestCase>> suites) {
        threshold("rules", coverage.rulePercent(), run.minimum().rules(), suites);
        threshold("conditions", coverage.conditionPercent(), run.minimum().conditions(), suites);
    }

    private static void threshold(String what, double percent, double minimum, Map<String, List<TestCase>> suites) {
        String reached = CoverageReport.number(percent) + "% of the " + what;
        add(
                suites,
                "coverage",
                new TestCase(
                        "at least " + CoverageReport.number(minimum) + "% of the " + what + " are covered",
                        SourceLocation.of(""),
                        percent >= minimum ? List.of() : List.of("Only " + reached + " are covered.")));
    }

    private static void add(Map<String, List<TestCase>> suites, String suite, TestCase test) {
        suites.computeIfAbsent(suite, any -> new ArrayList<>()).add(test);
    }
}
