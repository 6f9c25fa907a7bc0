package org.demarche.explain.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.demarche.Written.rule;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demarche.Assessment;
import org.demarche.Written;
import org.demarche.explain.why.Explanation.Absent;
import org.demarche.explain.why.Explanation.Accumulated;
import org.demarche.explain.why.Explanation.Detail;
import org.demarche.explain.why.Explanation.Held;
import org.demarche.explain.why.Explanation.Premise;
import org.demarche.explain.why.Explanation.Support;
import org.demarche.inference.Inference;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an {@code accumulate} is told as a reason. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WhyAccumulateTest {

    private static final String READY = """
            facts: [{condition: AAA ready}]
            questions:
              bbb: {ask: "Is Bland ready?", answers: {yes: {facts: [{condition: BBB ready}]}, no: }}
              ccc: {ask: "Is Cland ready?", answers: {yes: {facts: [{condition: CCC ready}]}, no: }}
            reports:
              - {id: r-1, source: test-source, origin: AAA, question: bbb, answer: yes, credibility: 2}
              - {id: r-2, source: test-source, origin: BBB, question: bbb, answer: yes, credibility: 3}
            """;

    private static final String ALL = "    accumulate( Condition( $x : subject, state == \"ready\" ); ";

    @TempDir
    Path folder;

    @Test
    void what_is_counted_is_listed_with_its_own_grounds() {
        Explanation why = why(rule("r", ALL + "$n : count(1); $n >= 2 )", "Judgement( \"AAA\", \"a\" )"));
        // Two of three are enough: which two makes a support of its own.
        assertThat(why.supports())
                .extracting(Support::answers)
                .containsExactlyInAnyOrder(
                        new TreeMap<>(Map.of("bbb", "yes")),
                        new TreeMap<>(Map.of("ccc", "yes")),
                        new TreeMap<>(Map.of("bbb", "yes", "ccc", "yes")));
        Accumulated counted =
                (Accumulated) why.reason().orElseThrow().premises().get(0);
        assertThat(counted.sentence()).isEqualTo("In at least 2 cases something is ready");
        assertThat(counted.present()).hasSize(2);
        assertThat(counted.absent()).isEmpty();
        Held bland = (Held) counted.present().get(1).premises().get(0);
        assertThat(bland.sentence()).isEqualTo("Bland is ready");
        assertThat(bland.origins()).hasSize(1);
    }

    @Test
    void what_must_not_be_there_is_listed() {
        Accumulated counted = accumulated(ALL + "$n : count(1); $n < 2 )");
        assertThat(counted.sentence()).isEqualTo("In fewer than 2 cases something is ready");
        assertThat(counted.present()).isEmpty();
        assertThat(counted.absent())
                .extracting(Absent::sentence, Absent::presentUnder)
                .containsExactly(
                        tuple("Nothing says that Bland is ready", List.of(Map.of("bbb", "yes"))),
                        tuple("Nothing says that Cland is ready", List.of(Map.of("ccc", "yes"))));
    }

    /** One is there, and the others cannot be: that is not nothing. */
    @Test
    void what_may_be_counted_is_not_said_to_be_absent() {
        Assessment free = assess(rule("r", ALL + "$n : count(1); $n < 2 )", "Judgement( \"AAA\", \"a\" )"));
        Assessment assessment = free.given("bbb", "no").given("ccc", "no");
        Accumulated counted = (Accumulated) assessment
                .why(assessment.find("AAA.a").orElseThrow())
                .supports()
                .get(0)
                .reason()
                .orElseThrow()
                .premises()
                .get(0);
        assertThat(counted.sentence()).isEqualTo("In fewer than 2 cases something is ready");
        assertThat(counted.others()).isEqualTo(1);
    }

    @Test
    void nothing_to_count_is_an_absence() {
        Accumulated counted = accumulated(ALL.replace("ready", "weak") + "$n : count(1); $n == 0 )");
        assertThat(counted.sentence()).isEqualTo("Nothing says that something is weak");
        assertThat(counted.present()).isEmpty();
        assertThat(counted.absent()).isEmpty();
    }

    @Test
    void results_are_said_by_what_they_are_made_of() {
        String reports = "    accumulate( Report( $c : credibility, $o : origin ); ";
        assertThat(accumulated(reports + "$m : max($c), $n : count(1); $n >= 2, $m > 2 )")
                        .sentence())
                .isEqualTo(
                        "Among all cases in which somebody says that some question has some answer, their number is at least 2 and the largest credibility is more than 2");
        assertThat(accumulated(reports + "$s : collectSet($o); $s.size == 2, $s contains \"BBB\" )")
                        .sentence())
                .isEqualTo(
                        "Among all cases in which somebody says that some question has some answer, there are 2 different origins and Bland is one of the origins");
        assertThat(accumulated(reports + "$a : average($c), $s : sum($c); $s == 5, $a < 3 )")
                        .sentence())
                .isEqualTo(
                        "Among all cases in which somebody says that some question has some answer, the sum of credibility is 5 and the average credibility is less than 3");
        assertThat(accumulated("    accumulate( Report(); $k : count(1) )\n" + reports + "$n : count(1); $n >= $k )")
                        .sentence())
                .isEqualTo("In at least 2 cases somebody says that some question has some answer");
    }

    @Test
    void results_are_said_in_the_sentence_of_the_rule() {
        String rules = rule(
                        "r",
                        ALL + "$n : count(1), $l : collectList($x), $m : min($x); $n > 1 )",
                        "Judgement( \"AAA\", \"a\" )")
                .replace("r says so", "{n} are ready: {l}, {m} first");
        Assessment assessment = assess(rules);
        assertThat(assessment.why(assessment.find("AAA.a").orElseThrow(), Detail.ALL).supports().stream()
                        .map(each -> each.reason().orElseThrow().sentence()))
                .contains(
                        "3 are ready: Aland, Bland and Cland, Aland first",
                        "2 are ready: Aland and Cland, Aland first");
    }

    @Test
    void an_accumulate_that_must_not_be_met_is_said_as_an_absence() {
        String rules =
                rule("r", "    not( " + ALL.strip() + " $n : count(1); $n >= 3 ) )", "Judgement( \"AAA\", \"a\" )");
        assertThat(why(rules).reason().orElseThrow().premises())
                .extracting(Premise::sentence)
                .containsExactly("It is not so that in at least 3 cases something is ready");
    }

    @Test
    void the_outline_shows_what_was_accumulated() {
        String derived = rule("d", "    Condition( $x : subject, state == \"ready\" )", "Judgement( $x, \"b\" )");
        String rules = derived
                + rule(
                        "r",
                        "    accumulate( Judgement( $x : subject, finding == \"b\" ); $n : count(1); $n > 1 )",
                        "Judgement( \"AAA\", \"a\" )");
        Assessment assessment = assess(rules);
        Inference found = assessment.find("AAA.a").orElseThrow();
        assertThat(assessment.why(found).toString())
                .contains("In more than 1 case something is b:\n", "Bland is b\n", "where bbb = yes\n");
    }

    private Accumulated accumulated(String conditions) {
        List<Premise> premises = why(rule("r", conditions, "Judgement( \"AAA\", \"a\" )"))
                .reason()
                .orElseThrow()
                .premises();
        return (Accumulated) premises.get(premises.size() - 1);
    }

    private Explanation why(String rules) {
        Assessment assessment = assess(rules);
        return assessment.why(assessment.find("AAA.a").orElseThrow());
    }

    private Assessment assess(String rules) {
        return Written.rules(folder, rules).assess(Written.caseFile(folder, READY));
    }
}
