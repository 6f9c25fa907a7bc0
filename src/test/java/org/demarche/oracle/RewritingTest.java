package org.demarche.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is said in other words, or beside the point, changes nothing.
 *
 * @see Sizes how to try more
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RewritingTest {

    private static final Programs PROGRAMS = Programs.SHARED;
    private static final List<Assessed> TRIED = PROGRAMS.all().subList(0, Sizes.PROGRAMS / 2);

    @TempDir
    Path folder;

    private int programs;
    private int compared;

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void the_same_in_other_words_changes_no_label(Rewriting rewriting, TestReporter reporter) {
        for (Assessed each : TRIED) {
            List<String> rules = each.program().facts().rules().stream()
                    .map(rule -> rewritten(rule, rewriting))
                    .toList();
            if (!rules.equals(each.program().facts().rules())) {
                compare(each, rules);
            }
        }
        report(reporter);
    }

    @Test
    void a_rule_whose_conclusion_no_rule_asks_for_changes_no_other_label(TestReporter reporter) {
        for (Assessed each : TRIED) {
            List<String> rules = new ArrayList<>(each.program().facts().rules());
            rules.add(PROGRAMS.irrelevant()
                    .get(programs % PROGRAMS.irrelevant().size())
                    .id());
            compare(each, rules);
        }
        report(reporter);
    }

    private void report(TestReporter reporter) {
        reporter.publishEntry("compared", programs + " programs, " + compared + " labels");
        assertThat(programs).as("programs compared").isGreaterThan(TRIED.size() / 4);
    }

    private static String rewritten(String rule, Rewriting rewriting) {
        String other = rewriting.folder(rule);
        return PROGRAMS.folders().rules().containsKey(other) ? other : rule;
    }

    private void compare(Assessed original, List<String> rules) {
        Program rewritten = original.program().withRules(rules);
        Map<String, Set<Map<String, String>>> found = Engine.labels(rewritten.assess(PROGRAMS.reasoner(), folder));
        Engine.labels(original.assessment()).forEach((fact, label) -> {
            assertThat(found.getOrDefault(fact, Set.of()))
                    .as(() -> fact + " of " + original.program() + "\nrewritten as " + rewritten)
                    .isEqualTo(label);
            compared++;
        });
        programs++;
    }
}
