package org.demarche.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.demarche.Assessment;
import org.demarche.inference.Node;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * The engine against a second evaluation that grounds the rules anew for every scenario and sweeps over them.
 *
 * @see Sizes how to try more
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GrounderTest {

    @TempDir
    Path folder;

    private int scenarios;
    private int impossible;
    private int facts;
    private int undefined;
    private int paradoxical;

    @Test
    void everything_is_true_false_or_undefined_in_every_scenario_as_the_rules_mean_it(TestReporter reporter) {
        Programs programs = Programs.SHARED;
        programs.all().forEach(program -> compare(program, program.assess(programs.reasoner(), folder)));
        reporter.publishEntry(
                "compared",
                programs.all().size() + " programs (" + paradoxical + " paradoxical), "
                        + scenarios + " scenarios (" + impossible + " impossible), " + facts + " facts (" + undefined
                        + " undefined)");
        assertThat(paradoxical)
                .as("programs that contradict themselves")
                .isGreaterThan(programs.all().size() / 20);
        assertThat(impossible)
                .as("scenarios that are not possible")
                .isGreaterThan(programs.all().size() / 20);
    }

    private void compare(Program program, Assessment assessment) {
        Map<Map<String, String>, Truths> found = Engine.truths(assessment);
        Map<Map<String, String>, Truths> expected = Oracle.truths(
                assessment.caseFile(), assessment.rulebase().cards().values());
        assertThat(found.keySet()).as(() -> "possible scenarios of " + program).isEqualTo(expected.keySet());
        expected.forEach((scenario, truths) ->
                assertThat(found.get(scenario)).as(() -> program.in(scenario)).isEqualTo(truths));
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
