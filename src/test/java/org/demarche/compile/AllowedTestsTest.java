package org.demarche.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.Written.rule;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.demarche.Assessment;
import org.demarche.Written;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every form of test that a rule may have means, written anew from its values, what was written. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AllowedTestsTest {

    /** A test of a fact `subject state about`, and the subjects of the facts that meet it. */
    private static final List<List<String>> TESTS = List.of(
            List.of("state == \"ready\"", "AAA"),
            List.of("state == 'ready'", "AAA"),
            List.of("state() == \"ready\"", "AAA"),
            List.of("state != \"ready\"", "BBB CCC"),
            List.of("!( state == \"ready\" )", "BBB CCC"),
            List.of("!( state != \"ready\" )", "AAA"),
            List.of("state == \"ready\" || state == \"weak\"", "AAA BBB"),
            List.of("state == \"ready\" || == \"weak\"", "AAA BBB"),
            List.of("state ( == \"ready\" || == \"weak\" )", "AAA BBB"),
            List.of("state != \"ready\" && != \"weak\"", "CCC"),
            List.of("!( state == \"ready\" || state == \"weak\" )", "CCC"),
            List.of("!( state == \"ready\" && !( about == \"BBB\" ) )", "AAA BBB CCC"),
            List.of("!( state == \"ready\" && about == \"BBB\" )", "BBB CCC"),
            List.of("( state == \"ready\" || subject == \"CCC\" ) && about != \"BBB\"", "CCC"),
            List.of("state == \"ready\" || subject == \"CCC\" && about == \"BBB\"", "AAA"),
            List.of("state in ( \"ready\", \"firm\" )", "AAA CCC"),
            List.of("state not in ( \"ready\", \"firm\" )", "BBB"),
            List.of("!( state in ( \"ready\", \"firm\" ) )", "BBB"),
            List.of("state > \"firm\"", "AAA BBB"),
            List.of("state >= \"firm\"", "AAA BBB CCC"),
            List.of("state < \"ready\"", "CCC"),
            List.of("state <= \"ready\"", "AAA CCC"),
            List.of("!( state < \"ready\" )", "AAA BBB"),
            List.of("state matches \".*e.*\"", "AAA BBB"),
            List.of("state not matches \"(we|fi).*\"", "AAA"),
            List.of("!( state matches \"[f-r].*\" )", "BBB"),
            List.of("$s : state == \"ready\" || == \"weak\", about == \"BBB\"", "AAA BBB"),
            List.of("$s : state, about != $s", "AAA BBB CCC"),
            List.of("about == subject", "BBB"),
            List.of("about != subject // so it is said", "AAA CCC"),
            List.of("about /* of it */ != subject", "AAA CCC"),
            List.of("subject != $other.actor, about == $other.actor", "CCC"),
            List.of("this != $self, subject in ( $other.actor, $other.target() )", "AAA CCC"));

    @TempDir
    Path folder;

    @Test
    void each_form_means_what_it_says() {
        StringBuilder rules = new StringBuilder();
        for (int i = 0; i < TESTS.size(); i++) {
            rules.append(rule(
                    "r" + i,
                    "    $other : Intention()\n    $self : Condition( state == \"weak\" )\n    Condition( $x : subject, "
                            + TESTS.get(i).get(0) + "\n )",
                    "Judgement( $x, \"a\" )"));
        }
        Assessment assessment = Written.rules(folder, rules.toString()).assess(Written.caseFile(folder, """
                facts:
                  - {condition: AAA ready BBB}
                  - {condition: BBB weak BBB}
                  - {condition: CCC firm AAA}
                  - {intention: AAA gain CCC}
                """));
        for (int i = 0; i < TESTS.size(); i++) {
            String rule = "r" + i;
            assertThat(concludes(assessment, rule))
                    .as(TESTS.get(i).get(0))
                    .containsExactlyElementsOf(Arrays.asList(TESTS.get(i).get(1).split(" ")));
        }
    }

    private static List<String> concludes(Assessment assessment, String rule) {
        return Stream.of("AAA", "BBB", "CCC")
                .filter(each -> assessment
                        .find(each + ".a")
                        .map(found ->
                                found.rules().stream().anyMatch(by -> by.rule().equals(rule)))
                        .orElse(false))
                .toList();
    }
}
