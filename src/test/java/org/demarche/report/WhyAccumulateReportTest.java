package org.demarche.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.Written.rule;

import java.nio.file.Path;
import org.demarche.Assessment;
import org.demarche.Written;
import org.demarche.explain.why.Explanation.Detail;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an {@code accumulate} is set in text and written in JSON. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WhyAccumulateReportTest {

    private static final String CASE = """
            facts: [{condition: AAA ready}, {relation: AAA near BBB}]
            questions:
              bbb: {ask: "Is Bland ready?", answers: {yes: {facts: [{condition: BBB ready}]}, no: }}
            """;

    @TempDir
    Path folder;

    @Test
    void each_thing_that_is_counted_stands_below_with_where_it_comes_from() {
        String rules = rule("d", "    Condition( $x : subject, state == \"ready\" )", "Judgement( $x, \"b\" )")
                + rule(
                        "r",
                        "    accumulate( Judgement( finding == \"b\" ); $n : count(1); $n >= 2 )",
                        "Judgement( \"AAA\", \"a\" )");
        assertThat(text(rules)).contains("""
                └─ r [r]
                   │ R says so (test-source)
                   └─ In at least 2 cases something is b:
                      │ There are 2
                      ├─ Aland is b
                      │  └─ d [d]
                      │     │ D says so (test-source)
                      │     └─ Aland is ready (test-source)
                      └─ Bland is b
                         └─ d [d]
                            │ D says so (test-source)
                            └─ Bland is ready
                                 if the answer to “Is Bland ready?” is yes
                """);
        assertThat(report(rules).json())
                .contains(
                        "\"premise\": \"accumulated\"",
                        "\"sentence\": \"In at least 2 cases something is b\"",
                        "\"present\": [");
    }

    @Test
    void things_of_several_facts_are_held_together() {
        String rules = rule(
                "r",
                "    accumulate( Condition( $x : subject, state == \"ready\" ) and not Relation( actor == $x );"
                        + " $n : count(1), $m : max($x); $n > 0 )",
                "Judgement( \"AAA\", \"a\" )");
        assertThat(text(rules)).contains("""
                   └─ Among all cases in which some x is ready while nothing says that this x stands in some
                      │ relation to somebody, their number is more than 0:
                      ├─ these together:
                      │  ├─ Bland is ready
                      │  │    if the answer to “Is Bland ready?” is yes
                      │  └─ Nothing says that Bland stands in some relation to somebody
                      └─ whether or not the one other is there
                """);
    }

    private String text(String rules) {
        return report(rules).text(new Page(100, false, false));
    }

    private Report report(String rules) {
        Assessment assessment = Written.rules(folder, rules).assess(Written.caseFile(folder, CASE));
        return Reports.why(assessment, assessment.find("AAA.a").orElseThrow(), Detail.SHORT, false);
    }
}
