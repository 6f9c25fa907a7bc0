package org.demarche.explain.whynot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.Written.rule;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.demarche.Assessment;
import org.demarche.Written;
import org.demarche.cases.CaseFile;
import org.demarche.explain.why.Explanation.Held;
import org.demarche.explain.whynot.Obstacles.Attempt;
import org.demarche.explain.whynot.Obstacles.Kind;
import org.demarche.explain.whynot.Obstacles.Near;
import org.demarche.explain.whynot.Obstacles.Unmet;
import org.demarche.model.Fact;
import org.demarche.model.FactType;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said to keep something from being inferred, for each way in which a condition can fail. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WhyNotTest {

    private static final String READY = "    Condition( subject == \"AAA\", state == \"ready\" )\n";
    private static final String WEAK = "    Condition( subject == \"AAA\", state == \"weak\" )\n";
    private static final String CONCLUDED = "Judgement( \"AAA\", \"a\" )";
    private static final String OPEN = """
            questions:
              p: {ask: "P?", answers: {yes: {facts: [{condition: AAA ready}]}, no: }}
              q: {ask: "Q?", answers: {yes: {facts: [{condition: AAA weak}]}, no: }}
            """;

    @TempDir
    Path folder;

    @Test
    void every_scenario_without_it_is_accounted_for() {
        Obstacles obstacles = whyNot(rule("r", READY + WEAK, CONCLUDED), OPEN);
        assertThat(obstacles.scenarios()).isEqualTo(3);
        assertThat(obstacles.attempts())
                .extracting(Attempt::conditions)
                .containsExactly(
                        List.of(Map.of("p", "yes", "q", "no")),
                        List.of(Map.of("p", "no", "q", "yes")),
                        List.of(Map.of("p", "no", "q", "no")));
        assertThat(obstacles.attempts()).extracting(Attempt::unmet).containsExactly(1, 1, 2);
        assertThat(obstacles.attempts()).allMatch(each -> each.left().signum() == 0);
    }

    @Test
    void what_only_an_answer_says_that_is_ruled_out_is_told_with_the_rule() {
        String settled =
                rule("s", "    Condition( subject == \"BBB\", state == \"firm\" )\n", "Settled( \"p\", \"no\" )");
        Unmet unmet = unmet(settled + rule("r", READY, CONCLUDED), "facts: [{condition: BBB firm}]\n" + OPEN);
        assertThat(unmet.kind()).isEqualTo(Kind.MISSING);
        assertThat(unmet.remarks())
                .containsExactly(
                        "it would be so if the answer to “P?” is yes, but rule “s” settles that the answer to “P?” is no");
    }

    /** Cland is ready, but nobody asks about Cland before it is known whom Aland stands near. */
    @Test
    void what_hangs_on_something_missing_is_to_be_seen() {
        String rules = rule(
                "r",
                "    Relation( actor == \"AAA\", relation == \"near\", $t : other )\n"
                        + "    not Condition( subject == $t, state == \"ready\" )\n",
                CONCLUDED);
        Attempt attempt =
                whyNot(rules, "facts: [{condition: CCC ready}]\n").attempts().get(0);
        assertThat(attempt.unmet()).isEqualTo(1);
        assertThat(attempt.steps().get(0)).isInstanceOf(Unmet.class);
        assertThat(attempt.steps().get(1)).isInstanceOf(Obstacles.Open.class);
        assertThat(attempt.steps().get(1).sentence()).startsWith("Nothing may say that ");
    }

    @Test
    void with_whom_some_relation_is_asked_for_is_told() {
        Unmet unmet = unmet(
                rule("r", "    Relation( actor == \"AAA\", relation != \"near\", other == \"BBB\" )\n", CONCLUDED),
                "facts: [{relation: AAA near BBB}]\n");
        assertThat(unmet.sentence()).isEqualTo("Aland stands in some relation to Bland (its relation is not “near”)");
    }

    @Test
    void what_only_an_answer_states_is_not_said_to_be_stated_by_the_case() {
        String asked = "as-of: 2031-01-01\nquestions: {p: {ask: \"P?\", known: 2031-02-01, answers:"
                + " {yes: {says: \"it is so\", facts: [{condition: AAA ready}]}, no: {says: \"it is not so\"}}}}\n";
        assertThat(unmet(rule("r", READY, CONCLUDED), asked).remarks())
                .containsExactly("it would be so if it is so, which is asked only from 2031-02-01 on");
    }

    @Test
    void another_way_says_in_which_scenarios_it_is_one() {
        String rules = rule(
                "r",
                "    Condition( $x : subject, state == \"bold\" )\n    Condition( subject == \"BBB\", state == \"weak\","
                        + " about == $x )\n",
                CONCLUDED);
        Attempt attempt = whyNot(
                        rules,
                        "facts: [{condition: AAA bold}]\nquestions: {q: {ask: \"Q?\", answers: {yes: {facts:"
                                + " [{condition: CCC bold}]}, no: {}}}}\n")
                .attempts()
                .get(0);
        assertThat(attempt.conditions()).isEmpty();
        assertThat(attempt.alternatives())
                .extracting(Obstacles.Alternative::conditions)
                .containsExactly(List.of(Map.of("q", "yes")));
    }

    @Test
    void a_rule_that_concludes_another_value_than_is_asked_for_does_not_do() {
        String rules = rule("other", READY, "Judgement( \"AAA\", \"c\" )")
                + rule("wanted", WEAK, "Judgement( \"AAA\", \"b\" )")
                + rule("r", "    Judgement( subject == \"AAA\", finding in ( \"b\", \"d\" ) )\n", CONCLUDED);
        Unmet unmet = unmet(rules, "facts: [{condition: AAA ready}]\n");
        assertThat(unmet.sentence()).isEqualTo("Aland is found to be something (its finding is “b” or “d”)");
        assertThat(unmet.attempts()).extracting(Attempt::rule).containsExactly("wanted");
    }

    @Test
    void a_rule_whose_variable_would_have_to_be_somebody_else_does_not_seem_to_be_met() {
        String rules = rule("any", "    Condition( $x : subject, state == \"ready\" )\n", "Judgement( $x, \"b\" )")
                + rule("r", "    Judgement( subject != \"AAA\", finding == \"b\" )\n", CONCLUDED);
        Unmet unmet = unmet(rules, "facts: [{condition: AAA ready}]\n");
        Attempt attempt = unmet.attempts().get(0);
        assertThat(attempt.unmet()).isEqualTo(1);
        assertThat(attempt.missing().get(0).sentence()).isEqualTo("Something is ready");
    }

    @Test
    void nearness_counts_what_is_lacking_all_the_way_down() {
        String rules = rule("deep", "    Judgement( subject == \"AAA\", finding == \"b\" )\n", CONCLUDED)
                + rule(
                        "deeper",
                        READY + WEAK + "    Condition( subject == \"AAA\", state == \"bold\" )\n",
                        "Judgement( \"AAA\", \"b\" )")
                + rule("wide", READY + WEAK, CONCLUDED);
        assertThat(whyNot(rules, "").attempts()).extracting(Attempt::rule).containsExactly("wide", "deep");
    }

    @Test
    void what_is_open_is_nearer_than_what_nobody_says() {
        String rules = rule("a-missing", "    Condition( subject == \"AAA\", state == \"bold\" )\n", CONCLUDED)
                + rule("b-open", READY + "    not Condition( subject == \"BBB\", state == \"bold\" )\n", CONCLUDED);
        Obstacles obstacles = whyNot(rules, OPEN);
        assertThat(obstacles.attempts()).extracting(Attempt::rule).containsExactly("b-open", "a-missing");
        assertThat(obstacles.attempts().get(0).missing())
                .extracting(Unmet::kind)
                .containsExactly(Kind.ELSEWHERE);
    }

    @Test
    void what_holds_elsewhere_but_never_with_the_rest_is_said_to() {
        String rules = rule("r", READY + "    not Condition( subject == \"BBB\", state == \"weak\" )\n", CONCLUDED);
        Obstacles obstacles = whyNot(rules, """
                questions:
                  p: {ask: "P?", answers: {yes: {facts: [{condition: AAA ready}, {condition: BBB weak}]}, no: }}
                """);
        Unmet blocked = obstacles.attempts().get(0).missing().get(0);
        assertThat(blocked.kind()).isEqualTo(Kind.BLOCKED);
        assertThat(blocked.remarks())
                .containsExactly("where nothing is in the way, not all the other conditions are met");
        Unmet open = obstacles.attempts().get(1).missing().get(0);
        assertThat(open.kind()).isEqualTo(Kind.ELSEWHERE);
        assertThat(open.remarks()).containsExactly("it never holds together with all the other conditions");
    }

    @Test
    void what_would_take_away_an_exception_is_told() {
        String rules = rule(
                "r",
                "    forall( Relation( $x : actor, relation == \"near\" ) Condition( subject == $x, state == \"ready\" ) )\n",
                CONCLUDED);
        Unmet unmet = unmet(rules, "facts: [{relation: BBB near AAA}, {condition: CCC ready}]\n");
        assertThat(unmet.sentence()).isEqualTo("Whenever some x is near somebody, this x is ready");
        assertThat(unmet.kind()).isEqualTo(Kind.BLOCKED);
        assertThat(unmet.blockers()).extracting(Held::sentence).containsExactly("Bland is near Aland");
        Unmet part = unmet.parts().get(0);
        assertThat(part.sentence()).isEqualTo("Bland is ready");
        assertThat(part.near())
                .containsExactly(new Near("CCC.ready", "Cland is ready", List.of("it is said of Cland, not Bland")));
    }

    @Test
    void what_is_missing_inside_an_exists_is_told() {
        String rules = rule(
                "r",
                "    exists( Relation( $x : actor, relation == \"near\" ) and Condition( subject == $x, state == \"ready\" ) )\n",
                CONCLUDED);
        Unmet unmet = unmet(rules, "facts: [{relation: BBB near AAA}]\n");
        assertThat(unmet.parts()).extracting(Unmet::sentence).containsExactly("Bland is ready");
    }

    @Test
    void what_a_count_comes_to_is_told() {
        String rules =
                rule("r", "    accumulate( Condition( state == \"ready\" ); $n : count(1); $n >= 3 )\n", CONCLUDED);
        Unmet unmet = unmet(rules, "facts: [{condition: BBB ready}, {condition: CCC ready}]\n");
        assertThat(unmet.kind()).isEqualTo(Kind.OTHERWISE);
        assertThat(unmet.sentence()).isEqualTo("In at least 3 cases something is ready");
        assertThat(unmet.remarks()).containsExactly("there are 2", "Bland is ready; Cland is ready");
    }

    @Test
    void what_would_be_counted_too_is_gone_into_where_rules_conclude_it() {
        String rules = rule(
                        "base",
                        "    Condition( $x : subject, state == \"ready\" )\n    not Condition( subject == $x, state == \"weak\" )\n",
                        "Judgement( $x, \"b\" )")
                + rule("r", "    accumulate( Judgement( finding == \"b\" ); $n : count(1); $n >= 2 )\n", CONCLUDED);
        Unmet unmet = unmet(
                rules,
                "facts: [{condition: AAA ready}, {condition: BBB ready}, {condition: BBB weak}, {condition: CCC bold}]\n");
        assertThat(unmet.remarks()).containsExactly("there is 1", "Aland is b");
        assertThat(unmet.parts()).extracting(Unmet::sentence).containsExactly("Bland is b", "Cland is b");
        assertThat(unmet.parts().get(0).attempts().get(0).missing().get(0).kind())
                .isEqualTo(Kind.BLOCKED);
        String fewer = rules.replace(">= 2", "== 7");
        assertThat(unmet(fewer, "facts: [{condition: AAA ready}]\n").parts()).isEmpty();
    }

    @Test
    void what_stands_in_an_exists_or_is_counted_is_joined_with_what_is_missing() {
        String related = "    Relation( actor == \"BBB\", relation == \"near\", $x : other )\n";
        for (String inside : List.of(
                "    exists Condition( subject == $x, state == \"ready\" )\n",
                "    accumulate( Condition( subject == $x, state == \"ready\" ); $n : count(1); $n >= 1 )\n")) {
            Unmet unmet = unmet(rule("r", related + inside, CONCLUDED), "facts: [{condition: CCC ready}]\n");
            assertThat(unmet.sentence()).isEqualTo("Bland is near Cland");
        }
    }

    @Test
    void what_is_counted_together_says_what_would_be_one_more() {
        String counted = "    accumulate( Relation( actor == \"AAA\", relation == \"near\", $x : other )"
                + " and Condition( subject == $x, state == \"ready\" ); $n : count(1); $n >= 2 )\n";
        Unmet unmet = unmet(
                rule("r", counted, CONCLUDED),
                "facts: [{relation: AAA near BBB}, {relation: AAA near CCC}, {condition: BBB ready}]\n");
        assertThat(unmet.parts()).extracting(Unmet::sentence).containsExactly("Cland is ready");
    }

    @Test
    void what_another_answer_than_the_given_one_states_is_not_missing() {
        String rules = rule("r", "    Condition( $x : subject, state == \"weak\", $y : about )\n", CONCLUDED);
        CaseFile file = Written.caseFile(folder, """
                questions: {q: {ask: "Is it?", answers: {yes: {says: "it is so", facts: [{condition: BBB weak CCC}]}, no: {says: "it is not so"}}}}
                """);
        Assessment assessment = Written.rules(folder, rules).assess(file).given("q", "no");
        Unmet unmet = assessment
                .whyNot(FactType.JUDGEMENT.create(List.of("AAA", "a", "")))
                .attempts()
                .get(0)
                .missing()
                .get(0);
        assertThat(unmet.kind()).isEqualTo(Kind.ELSEWHERE);
        assertThat(unmet.holdsUnder()).containsExactly(Map.of("q", "yes"));
    }

    /** Each of 36 conclusions hangs on two others, in circles. */
    @Test
    void what_lies_deeper_than_can_be_read_is_counted() {
        StringBuilder rules = new StringBuilder(rule("r", judgement(0), CONCLUDED));
        for (int i = 0; i < 36; i++) {
            rules.append(rule(
                    "r" + i,
                    judgement((i * 7 + 1) % 36) + judgement((i * 5 + 3) % 36),
                    "Judgement( \"%s\", \"%s\", \"%s\" )".formatted(values(i))));
        }
        Obstacles all = whyNot(rules.toString(), "");
        assertThat(deepest(all.attempts())).isLessThan(6);
        assertThat(cut(all.attempts())).isTrue();
        Assessment assessment = Written.rules(folder, rules.toString()).assess(Written.caseFile(folder, ""));
        Fact wanted = FactType.JUDGEMENT.create(List.of("AAA", "a", ""));
        assertThat(deepest(assessment.whyNot(wanted, OptionalInt.of(2)).attempts()))
                .isEqualTo(2);
        assertThat(cut(assessment.whyNot(wanted, OptionalInt.of(WhyNot.DEEPEST)).attempts()))
                .isFalse();
    }

    private static String judgement(int number) {
        return "    Judgement( subject == \"%s\", finding == \"%s\", about == \"%s\" )\n".formatted(values(number));
    }

    private static Object[] values(int number) {
        List<String> actors = List.of("AAA", "BBB", "CCC");
        return new Object[] {
            actors.get(number % 3), List.of("b", "c", "d", "e").get(number / 3 % 4), actors.get(number / 12)
        };
    }

    private static int deepest(List<Attempt> attempts) {
        return attempts.stream()
                .flatMap(attempt -> attempt.missing().stream())
                .mapToInt(unmet -> unmet.attempts().isEmpty() ? 0 : 1 + deepest(unmet.attempts()))
                .max()
                .orElse(0);
    }

    /** Whether rules are only counted somewhere. */
    private static boolean cut(List<Attempt> attempts) {
        return attempts.stream()
                .flatMap(attempt -> attempt.missing().stream())
                .anyMatch(unmet -> unmet.attempts().isEmpty() ? unmet.others() > 0 : cut(unmet.attempts()));
    }

    @Test
    void what_is_undecided_is_not_said_to_be_so() {
        String rules = rule(
                        "one",
                        "    not Judgement( subject == \"BBB\", finding == \"b\" )\n",
                        "Judgement( \"BBB\", \"c\" )")
                + rule(
                        "two",
                        "    not Judgement( subject == \"BBB\", finding == \"c\" )\n",
                        "Judgement( \"BBB\", \"b\" )")
                + rule("r", "    not Judgement( subject == \"BBB\", finding == \"b\" )\n", CONCLUDED);
        Unmet unmet = unmet(rules, "");
        assertThat(unmet.kind()).isEqualTo(Kind.UNDECIDED);
        assertThat(unmet.remarks()).containsExactly("the rules contradict themselves about it");
    }

    private Unmet unmet(String rules, String facts) {
        List<Unmet> missing = whyNot(rules, facts).attempts().get(0).missing();
        assertThat(missing).hasSize(1);
        return missing.get(0);
    }

    private Obstacles whyNot(String rules, String facts) {
        Assessment assessment = Written.rules(folder, rules).assess(Written.caseFile(folder, facts));
        Fact wanted = FactType.JUDGEMENT.create(List.of("AAA", "a", ""));
        return assessment.whyNot(wanted);
    }
}
