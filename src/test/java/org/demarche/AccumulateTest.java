package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.demarche.Written.rule;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.demarche.inference.Inference;
import org.demarche.inference.LimitReachedException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an {@code accumulate} comes to in each scenario, against answers worked out by hand. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AccumulateTest {

    /** AAA is ready outright, BBB and CCC each where a question of their own is answered so. */
    private static final String READY = """
            facts: [{condition: AAA ready}, {relation: AAA near BBB}, {relation: AAA near CCC}]
            questions:
              bbb: {ask: "Is Bland ready?", answers: {yes: {facts: [{condition: BBB ready}]}, no: }}
              ccc: {ask: "Is Cland ready?", answers: {yes: {facts: [{condition: CCC ready}]}, no: }}
            reports:
              - {id: r-1, source: test-source, origin: AAA, question: bbb, answer: yes, credibility: 2}
              - {id: r-2, source: test-source, origin: BBB, question: bbb, answer: yes, credibility: 3}
              - {id: r-3, source: test-source, origin: CCC, question: bbb, answer: no, credibility: 6}
              - {id: r-4, source: test-source, origin: CCC, question: ccc, answer: no, credibility: 6}
            """;

    private static final String STRUCK = """
            facts: [{event: {actor: AAA, action: strike, date: 2031-03-01}}]
            questions:
              bbb: {ask: "B?", answers: {yes: {facts: [{event: {actor: BBB, action: strike, date: 2031-02-01}}]}, no: }}
              ccc: {ask: "C?", answers: {yes: {facts: [{event: {actor: CCC, action: strike, date: 2031-04-01}}]}, no: }}
            """;

    /** The reports on whether Bland is ready of those who are ready: AAA gives 2, BBB 3 and CCC 6. */
    private static final String HEARD =
            "Condition( $o : subject, state == \"ready\" ) and Report( origin == $o, question == \"bbb\", $c : credibility )";

    private static final Map<String, String> BBB = Map.of("bbb", "yes");
    private static final Map<String, String> CCC = Map.of("ccc", "yes");
    private static final Map<String, String> ONLY_BBB = Map.of("bbb", "yes", "ccc", "no");
    private static final Map<String, String> ONLY_CCC = Map.of("bbb", "no", "ccc", "yes");
    private static final Map<String, String> BOTH = Map.of("bbb", "yes", "ccc", "yes");
    private static final Map<String, String> NEITHER = Map.of("bbb", "no", "ccc", "no");

    @TempDir
    Path folder;

    @Test
    void matches_are_counted_in_each_scenario() {
        assertThat(where("Condition( state == \"ready\" )", "$n : count(1); $n == 1"))
                .containsExactly(NEITHER);
        assertThat(where("Condition( state == \"ready\" )", "$n : count(); $n >= 2"))
                .containsExactly(BBB, CCC);
        assertThat(where("Condition( $x : subject, state == \"ready\" )", "$n : count($x); $n == 3"))
                .containsExactly(BOTH);
        assertThat(where("Condition( state == \"ready\" )", "$n : count(1); $n != 2, 3 > $n"))
                .containsExactly(NEITHER);
    }

    @Test
    void numbers_are_added_and_compared() {
        assertThat(where(HEARD, "$s : sum($c); $s > 5")).containsExactly(CCC);
        assertThat(where(HEARD, "$s : sum($c); $s == 11")).containsExactly(BOTH);
        assertThat(where(HEARD, "$a : average($c); $a >= 2.5, $a < 4")).containsExactly(BBB);
        assertThat(where(HEARD, "$m : max($c); $m == 3")).containsExactly(ONLY_BBB);
        assertThat(where(HEARD, "$m : min($c), $n : count(1), $s : sum($c); $m == 2, $n == 2, $s <= 5"))
                .containsExactly(ONLY_BBB);
    }

    @Test
    void dates_are_compared_by_time() {
        String strikes = "Event( action == \"strike\", $d : date )";
        assertThat(whereIn(STRUCK, strikes, "$d1 : min($d); $d1 < \"2031-03-01\""))
                .containsExactly(BBB);
        assertThat(whereIn(STRUCK, strikes, "$d2 : max($d), $d1 : min($d); $d2 == $d1"))
                .containsExactly(NEITHER);
        assertThat(whereIn(STRUCK, strikes, "$d2 : max($d); $d2 >= \"2031-04\""))
                .containsExactly(CCC);
    }

    @Test
    void collected_values_are_counted_once_in_a_set_and_each_time_in_a_list() {
        String heard = HEARD.replace("question == \"bbb\", ", "");
        assertThat(where(heard, "$s : collectSet($o); $s.size >= 3")).containsExactly(BOTH);
        assertThat(where(heard, "$l : collectList($o); $l.size >= 3")).containsExactly(CCC);
        assertThat(where(heard, "$l : collectList($o), $s : collectSet($o); $l.size() > $s.size()"))
                .containsExactly(CCC);
        assertThat(where(heard, "$s : collectSet($o); $s contains \"BBB\", $s not contains \"CCC\""))
                .containsExactly(ONLY_BBB);
    }

    @Test
    void of_nothing_there_is_no_smallest_but_a_count_and_a_sum_and_an_empty_list() {
        String none = "Condition( $o : subject, state == \"weak\" ) and Report( origin == $o, $c : credibility )";
        assertThat(where(none, "$n : count(1); $n == 0")).containsExactly(Map.of());
        assertThat(where(none, "$n : sum($c); $n == 0")).containsExactly(Map.of());
        assertThat(where(none, "$l : collectList($o), $s : collectSet($o); $l.size == 0, $s not contains \"AAA\""))
                .containsExactly(Map.of());
        assertThat(where(none, "$n : min($c)")).isEmpty();
        assertThat(where(none, "$n : max($o)")).isEmpty();
        assertThat(where(none, "$n : average($c), $k : count(1); $k == 0")).isEmpty();
    }

    @Test
    void an_absent_value_is_left_out_of_everything_but_a_count() {
        String undated =
                "facts: [{event: {actor: AAA, action: strike}}, {event: {actor: BBB, action: strike, date: 2031}}]";
        assertThat(whereIn(
                        undated,
                        "Event( $d : date )",
                        "$n : count($d), $l : collectList($d), $m : min($d); $n == 2, $l.size == 1, $m == \"2031\""))
                .containsExactly(Map.of());
    }

    @Test
    void what_rules_conclude_is_accumulated_too() {
        String derived = rule("d", "    Condition( $x : subject, state == \"ready\" )", "Judgement( $x, \"b\" )")
                + rule(
                        "e",
                        "    Relation( $y : other )\n    not Judgement( subject == $y, finding == \"b\" )",
                        "Judgement( $y, \"c\" )");
        assertThat(where(
                        derived + accumulated("Judgement( finding == \"b\" )", "$n : count(1); $n == 2"),
                        READY,
                        "AAA.a"))
                .containsExactlyInAnyOrder(ONLY_BBB, ONLY_CCC);
        assertThat(where(
                        derived + accumulated("Judgement( finding == \"c\" )", "$n : count(1); $n == 2"),
                        READY,
                        "AAA.a"))
                .containsExactly(NEITHER);
    }

    @Test
    void a_fact_derived_twice_is_counted_once() {
        String twice = rule("d", "    Condition( subject == \"AAA\" )", "Judgement( \"BBB\", \"b\" )")
                + rule("e", "    Relation( actor == \"AAA\" )", "Judgement( \"BBB\", \"b\" )");
        assertThat(where(
                        twice + accumulated("Judgement( finding == \"b\" )", "$n : count(1); $n == 1"), READY, "AAA.a"))
                .containsExactly(Map.of());
    }

    @Test
    void a_fact_that_meets_both_sides_of_an_or_is_counted_once() {
        assertThat(where("( Report( credibility == \"2\" ) or Report( origin == \"AAA\" ) )", "$n : count(1); $n == 1"))
                .containsExactly(Map.of());
        // Here the two sides match the same facts but stand for different values.
        assertThat(where(
                        "( Relation( $x : actor, other == \"BBB\" ) or Relation( $x : other, other == \"BBB\" ) )",
                        "$n : count(1), $s : collectSet($x); $n == 2, $s contains \"BBB\""))
                .containsExactly(Map.of());
    }

    @Test
    void the_source_may_ask_for_absence_and_for_what_was_bound_before() {
        String rules = rule(
                "r",
                "    Relation( $x : actor, other == \"BBB\" )\n    accumulate( Relation( actor == $x, $y : other ) and not Condition("
                        + " subject == $y, state == \"ready\" ); $n : count(1); $n == 1 )",
                "Judgement( $x, \"a\" )");
        assertThat(where(rules, READY, "AAA.a")).containsExactlyInAnyOrder(ONLY_BBB, ONLY_CCC);
    }

    @Test
    void one_result_is_compared_with_another_that_stands_before() {
        String rules = rule(
                "r",
                "    accumulate( " + HEARD.replace("$c : credibility", "answer == \"yes\"") + "; $k : count(1) )\n"
                        + "    accumulate( " + HEARD.replace("$c : credibility", "answer == \"no\"")
                        + "; $n : count(1); $n >= $k )",
                "Judgement( \"AAA\", \"a\" )");
        assertThat(where(rules, READY, "AAA.a")).containsExactly(ONLY_CCC);
    }

    @Test
    void a_result_stands_for_a_value_in_what_follows() {
        String first = "    accumulate( Event( action == \"strike\", $d : date ); $first : min($d) )\n";
        String rules = rule("r", first + "    Event( $x : actor, date == $first )", "Judgement( $x, \"a\" )");
        assertThat(where(rules, STRUCK, "BBB.a")).containsExactly(BBB);
        assertThat(where(rules, STRUCK, "AAA.a")).containsExactly(Map.of("bbb", "no"));
        String unless =
                rule("r", first + "    not Event( actor == \"AAA\", date == $first )", "Judgement( \"CCC\", \"a\" )");
        assertThat(where(unless, STRUCK, "CCC.a")).containsExactly(BBB);
        String concluded = accumulated("Condition( $x : subject, state == \"ready\" )", "$last : max($x)")
                .replace("\"AAA\", \"a\"", "$last, \"b\"");
        assertThat(where(concluded, READY, "CCC.b")).containsExactly(CCC);
        assertThat(where(concluded, READY, "AAA.b")).containsExactly(NEITHER);
    }

    @Test
    void the_largest_number_is_found_again_where_numbers_stand() {
        String rules = rule(
                "r",
                "    accumulate( " + HEARD
                        + "; $m : max($c) )\n    Report( $x : origin, credibility == $m, question == \"bbb\" )",
                "Judgement( $x, \"a\" )");
        assertThat(where(rules, READY, "BBB.a")).containsExactly(ONLY_BBB);
        assertThat(where(rules, READY, "CCC.a")).containsExactly(CCC);
    }

    @Test
    void it_may_stand_in_an_or_a_not_and_an_exists() {
        String two = "accumulate( Condition( state == \"ready\" ); $n : count(1); $n >= 2 )";
        assertThat(where(rule("r", "    not( " + two + " )", "Judgement( \"AAA\", \"a\" )"), READY, "AAA.a"))
                .containsExactly(NEITHER);
        assertThat(where(
                        rule("r", "    exists( Relation() and " + two + " )", "Judgement( \"AAA\", \"a\" )"),
                        READY,
                        "AAA.a"))
                .containsExactly(BBB, CCC);
        String either = "    ( Condition( subject == \"CCC\" ) or " + two.replace(">=", "<") + " )";
        assertThat(where(rule("r", either, "Judgement( \"AAA\", \"a\" )"), READY, "AAA.a"))
                .containsExactlyInAnyOrder(CCC, Map.of("bbb", "no"));
    }

    @Test
    void what_is_stated_outright_is_no_open_possibility() {
        String reports = "questions: {q: {ask: Q, answers: {yes: , no: }}}\nreports:\n"
                + IntStream.range(0, 30)
                        .mapToObj(i -> "  - {id: r-%d, source: test-source, origin: AAA, question: q, answer: yes}\n"
                                .formatted(i))
                        .collect(Collectors.joining());
        Assessment assessment = assess(accumulated("Report( $i : id )", "$s : collectSet($i); $s.size == 30"), reports);
        assertThat(assessment.worlds().graph().accumulations())
                .singleElement()
                .satisfies(each -> assertThat(each.outcomes()).hasSize(1));
        assertThat(assessment.find("AAA.a").map(Inference::scenarios).orElseThrow())
                .isEqualTo(2);
    }

    @Test
    void too_many_results_are_refused() {
        String answers = IntStream.range(0, 20)
                .mapToObj(i -> "{event: {actor: AAA, action: strike, date: %d}}".formatted(2000 + i))
                .collect(Collectors.joining(", "));
        assertThatThrownBy(() -> assess(
                        accumulated("Event( $d : date )", "$s : collectSet($d); $s.size > 3"),
                        "questions: {q: {ask: Q, answers: {yes: {facts: [" + answers + "]}, no: }}}"))
                .isInstanceOf(LimitReachedException.class)
                .hasMessageContaining("rule `r` could come to more than 10000 different results");
    }

    private List<Map<String, String>> where(String source, String results) {
        return whereIn(READY, source, results);
    }

    private List<Map<String, String>> whereIn(String yaml, String source, String results) {
        return where(accumulated(source, results), yaml, "AAA.a");
    }

    private List<Map<String, String>> where(String rules, String yaml, String id) {
        Assessment assessment = assess(rules, yaml);
        assertThat(assessment.paradoxical()).isZero();
        return assessment.find(id).map(Inference::conditions).orElse(List.of());
    }

    private static String accumulated(String source, String results) {
        return rule("r", "    accumulate( " + source + "; " + results + " )", "Judgement( \"AAA\", \"a\" )");
    }

    private Assessment assess(String rules, String yaml) {
        return Written.rules(folder, rules).assess(Written.caseFile(folder, yaml));
    }
}
