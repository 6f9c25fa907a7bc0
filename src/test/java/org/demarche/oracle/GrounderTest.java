package org.demarche.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.demarche.Assessment;
import org.demarche.inference.Node;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * The engine against a second evaluation that grounds the rules anew for every scenario and sweeps over them.
 *
 * @see Sizes how to try more
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GrounderTest {

    private int scenarios;
    private int impossible;
    private int facts;
    private int undefined;
    private int paradoxical;

    @Test
    void everything_is_true_false_or_undefined_in_every_scenario_as_the_rules_mean_it(TestReporter reporter) {
        List<Assessed> programs = Programs.SHARED.all();
        programs.forEach(each -> compare(each.assessment(), each.program()::toString));
        report(reporter, programs.size() + " programs, " + paradoxical + " paradoxical");
        assertThat(paradoxical).as("programs that contradict themselves").isGreaterThan(programs.size() / 20);
        assertThat(impossible).as("scenarios that are not possible").isGreaterThan(programs.size() / 20);
    }

    @Test
    void the_shipped_cases_come_out_as_their_rules_mean_it(TestReporter reporter) {
        Shipped.assessments().forEach((name, assessment) -> compare(assessment, () -> name));
        report(reporter, "the shipped cases");
    }

    private void report(TestReporter reporter, String what) {
        reporter.publishEntry(
                "compared",
                "%s; %d scenarios (%d impossible), %d facts (%d undefined)"
                        .formatted(what, scenarios, impossible, facts, undefined));
    }

    private void compare(Assessment assessment, Supplier<String> what) {
        Map<Map<String, String>, Truths> found = Engine.truths(assessment);
        Map<Map<String, String>, Truths> expected = Oracle.truths(
                assessment.caseFile(), assessment.rulebase().cards().values());
        assertThat(found.keySet())
                .as(() -> "possible scenarios of " + what.get())
                .isEqualTo(expected.keySet());
        expected.forEach((scenario, truths) -> assertThat(found.get(scenario))
                .as(() -> "scenario " + scenario + " of " + what.get())
                .isEqualTo(truths));
        count(assessment, expected);
    }

    private void count(Assessment assessment, Map<Map<String, String>, Truths> expected) {
        int nodes = (int) assessment.worlds().graph().nodes().stream()
                .filter(Node.Known.class::isInstance)
                .count();
        int here = expected.values().stream()
                .mapToInt(each -> each.undefined().size())
                .sum();
        int all = assessment.worlds().space().size().intValueExact();
        scenarios += all;
        impossible += all - expected.size();
        facts += nodes * expected.size();
        undefined += here;
        paradoxical += here > 0 ? 1 : 0;
    }
}
