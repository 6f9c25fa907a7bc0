package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.Written.rule;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.demarche.inference.DerivationGraph;
import org.demarche.inference.Inference;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes of rules that accumulate what they lead to, and that no order of rules and facts matters. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AccumulateCycleTest {

    private static final String NONE = "    accumulate( Judgement( finding == \"a\" ); $n : count(1); $n == 0 )";
    private static final String SOME = NONE.replace("== 0", ">= 1");
    private static final String READY = "facts: [{condition: AAA ready}]";

    @TempDir
    Path folder;

    @Test
    void to_conclude_something_because_there_is_none_of_it_is_a_contradiction() {
        assertThat(truth(rule("r", NONE, "Judgement( \"AAA\", \"a\" )"), READY, "AAA.a"))
                .isEqualTo("undefined");
    }

    @Test
    void what_is_only_counted_because_it_was_counted_does_not_hold() {
        assertThat(truth(rule("r", SOME, "Judgement( \"AAA\", \"a\" )"), READY, "AAA.a"))
                .isEqualTo("false");
    }

    /** Another answer gives it something to count; that must not make it thinkable here. */
    @Test
    void what_holds_in_a_scenario_does_not_hang_on_the_others() {
        String rules = rule("r", SOME, "Judgement( \"AAA\", \"a\" )")
                + rule("s", "    Condition( $x : subject, state == \"weak\" )", "Judgement( $x, \"a\" )");
        Assessment assessment =
                assess(rules, "questions: {q: {ask: Q, answers: {yes: {facts: [{condition: BBB weak}]}, no: }}}");
        assertThat(assessment.paradoxical()).isZero();
        assertThat(assessment.find("AAA.a").map(Inference::conditions)).contains(List.of(Map.of("q", "yes")));
    }

    @Test
    void it_holds_where_the_count_is_reached_without_it() {
        String rules = rule("r", SOME, "Judgement( \"BBB\", \"a\" )")
                + rule("s", "    Condition( $x : subject )", "Judgement( $x, \"a\" )");
        assertThat(truth(rules, READY, "BBB.a")).isEqualTo("true");
    }

    @Test
    void it_does_not_hold_where_the_count_cannot_be_reached_with_it() {
        assertThat(truth(rule("r", SOME.replace("1", "2"), "Judgement( \"AAA\", \"a\" )"), READY, "AAA.a"))
                .isEqualTo("false");
    }

    @Test
    void a_test_that_is_met_either_way_is_met_though_something_is_undefined() {
        String rules = rule("r", NONE.replace("AAA", "BBB"), "Judgement( \"AAA\", \"a\" )")
                + rule("s", SOME.replace("finding == \"a\"", "").replace(">= 1", ">= 0"), "Judgement( \"BBB\", \"b\" )")
                + rule("t", SOME, "Judgement( \"CCC\", \"c\" )");
        assertThat(truth(rules, READY, "BBB.b")).isEqualTo("true");
        assertThat(truth(rules, READY, "CCC.c")).isEqualTo("undefined");
    }

    @Test
    void two_that_each_need_the_other_not_to_be_there_are_both_undefined() {
        String rules = rule("r", NONE.replace("\"a\"", "\"b\""), "Judgement( \"AAA\", \"a\" )")
                + rule("s", NONE, "Judgement( \"AAA\", \"b\" )");
        assertThat(truth(rules, READY, "AAA.a")).isEqualTo("undefined");
        assertThat(truth(rules, READY, "AAA.b")).isEqualTo("undefined");
    }

    @Test
    void a_chain_of_counts_is_settled_from_its_beginning() {
        StringBuilder rules = new StringBuilder(rule("z", "    Condition( $x : subject )", "Judgement( $x, \"a\" )"));
        List<String> findings = List.of("a", "b", "c", "d", "e");
        for (int i = 1; i < findings.size(); i++) {
            rules.append(rule(
                    "r-" + i,
                    NONE.replace("\"a\"", "\"" + findings.get(i - 1) + "\""),
                    "Judgement( \"AAA\", \"" + findings.get(i) + "\" )"));
        }
        assertThat(findings.stream().map(each -> truth(rules.toString(), READY, "AAA." + each)))
                .containsExactly("true", "false", "true", "false", "true");
    }

    @Test
    void the_graph_is_the_same_in_whatever_order_rules_and_facts_stand() {
        List<String> rules = new ArrayList<>(List.of(
                rule(
                        "r",
                        "    Condition( $x : subject )\n"
                                + SOME.replace("count(1)", "count(1), $s : collectSet($y)")
                                        .replace("finding", "$y : subject, finding"),
                        "Judgement( $x, \"b\" )"),
                rule("s", "    Condition( $x : subject )", "Judgement( $x, \"a\" )"),
                rule("t", SOME.replace("\"a\"", "\"b\""), "Judgement( \"BBB\", \"a\" )"),
                rule(
                        "u",
                        NONE.replace("finding == \"a\"", "$y : subject, finding != \"c\"")
                                .replace("$n : count(1); $n == 0", "$m : max($y)"),
                        "Judgement( $m, \"d\" )")));
        List<String> facts = new ArrayList<>(List.of(
                "{condition: BBB ready}", "{condition: BBB weak}", "{condition: CCC weak}", "{condition: CCC ready}"));
        Random random = new Random(7);
        String first = graph(rules, facts);
        for (int i = 0; i < 6; i++) {
            Collections.shuffle(rules, random);
            Collections.shuffle(facts, random);
            assertThat(graph(rules, facts)).isEqualTo(first);
        }
    }

    private String graph(List<String> rules, List<String> facts) {
        String yaml = "facts: [{condition: AAA ready}]\nquestions: {q: {ask: Q, answers: {yes: {facts: ["
                + String.join(", ", facts) + "]}, no: }}}";
        DerivationGraph graph = assess(String.join("", rules), yaml).worlds().graph();
        return graph.nodes().stream().map(each -> each.key()).toList() + "\n"
                // Where a condition stands in its file is another place in another order.
                + graph.accumulations().toString().replaceAll("(at|At)=[^,\\]]*", "") + "\n"
                + graph.derivations().stream()
                        .map(each -> each.head() + each.rule() + each.positive() + each.absences())
                        .toList();
    }

    private String truth(String rules, String yaml, String id) {
        Assessment assessment = Written.rules(folder, rules).assess(Written.caseFile(folder, yaml));
        return assessment
                .find(id)
                .map(found -> assessment.worlds().graph().find(found.fact()).orElseThrow())
                .map(node -> !assessment.worlds().label(node).isEmpty()
                        ? "true"
                        : assessment.worlds().undefined(node).isEmpty() ? "false" : "undefined")
                .orElse("false");
    }

    private Assessment assess(String rules, String yaml) {
        return Written.rules(folder, rules).assess(Written.caseFile(folder, yaml));
    }
}
