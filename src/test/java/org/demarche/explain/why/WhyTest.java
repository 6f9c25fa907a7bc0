package org.demarche.explain.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.Written.rule;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.Assessment;
import org.demarche.Written;
import org.demarche.explain.why.Explanation.Absent;
import org.demarche.explain.why.Explanation.Answered;
import org.demarche.explain.why.Explanation.Held;
import org.demarche.explain.why.Explanation.Premise;
import org.demarche.explain.why.Explanation.Reason;
import org.demarche.explain.why.Explanation.Shown;
import org.demarche.explain.why.Explanation.Stated;
import org.demarche.explain.why.Explanation.Step;
import org.demarche.explain.why.Explanation.Support;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WhyTest {

    private static final String OPEN = """
            questions:
              bbb-ready:
                ask: "Is Bland ready?"
                answers:
                  yes: {facts: [{condition: BBB ready}]}
                  no:
            """;

    @TempDir
    Path folder;

    @Test
    void the_tree_goes_down_to_statements_answers_and_absences() {
        String rules = rule(
                "r",
                "    Relation( $x : actor, relation == \"near\", $y : other )\n    Condition( subject == $y, state == \"ready\" )\n"
                        + "    not Condition( subject == $x, state == \"weak\" )",
                "Move( $x, \"strike\", $y )");
        Explanation why =
                why(rules, "facts: [{relation: AAA near BBB, source: test-source p. 3}]\n" + OPEN, "AAA.strike.BBB");
        assertThat(why.sentence()).isEqualTo("Aland will strike Bland");
        Support support = why.supports().get(0);
        assertThat(support.scenarios()).isOne();
        assertThat(support.conditions()).containsExactly(Map.of("bbb-ready", "yes"));
        assertThat(support.answers()).containsExactly(Map.entry("bbb-ready", "yes"));
        assertThat(support.facts()).containsExactly("AAA.near.BBB");
        assertThat(support.absences()).containsExactly("Nothing says that Aland is weak");
        Reason reason = why.reason().orElseThrow();
        assertThat(sentences(reason))
                .containsExactly("Aland is near Bland", "Bland is ready", "Nothing says that Aland is weak");
        Held near = (Held) reason.premises().get(0);
        assertThat(((Stated) near.origins().get(0)).citations()).hasToString("[test-source p. 3]");
        Held ready = (Held) reason.premises().get(1);
        assertThat(ready.origins()).containsExactly(new Answered("bbb-ready", "Is Bland ready?", "yes", "", true));
        assertThat(((Absent) reason.premises().get(2)).presentUnder()).isEmpty();
    }

    @Test
    void an_absence_says_where_it_fails_and_uses_the_words_of_its_rule() {
        String rules = rule(
                        "r",
                        "    Relation( $x : actor, relation == \"near\", $y : other )\n    not Condition( subject == $y, state == \"ready\" )",
                        "Move( $x, \"wait\", $y )")
                .replace("@says", "@unless(\"{y} stands by\") @says");
        Explanation why = why(rules, "facts: [{relation: AAA near BBB}]\n" + OPEN, "AAA.wait.BBB");
        Absent absent = (Absent) why.reason().orElseThrow().premises().get(1);
        assertThat(absent.sentence()).isEqualTo("Nothing says that Bland stands by");
        assertThat(absent.presentUnder()).containsExactly(Map.of("bbb-ready", "yes"));
    }

    @Test
    void a_circle_is_not_a_reason() {
        String rules = rule("start", "    Condition( $x : subject, state == \"ready\" )", "Judgement( $x, \"a\" )")
                + rule("there", "    Judgement( $x : subject, finding == \"a\" )", "Judgement( $x, \"b\" )")
                + rule("back", "    Judgement( $x : subject, finding == \"b\" )", "Judgement( $x, \"a\" )");
        Explanation why = why(rules, "facts: [{condition: AAA ready}]", "AAA.a");
        assertThat(why.supports()).hasSize(1);
        assertThat(why.reason().orElseThrow().rule()).isEqualTo("start");
    }

    @Test
    void a_shared_subtree_is_shown_once() {
        String rules = rule("base", "    Condition( $x : subject, state == \"ready\" )", "Judgement( $x, \"a\" )")
                + rule("left", "    Judgement( $x : subject, finding == \"a\" )", "Judgement( $x, \"b\" )")
                + rule("right", "    Judgement( $x : subject, finding == \"a\" )", "Judgement( $x, \"c\" )")
                + rule(
                        "both",
                        "    Judgement( $x : subject, finding == \"b\" )\n    Judgement( subject == $x, finding == \"c\" )",
                        "Judgement( $x, \"d\" )");
        Explanation why = why(rules, "facts: [{condition: AAA ready}]", "AAA.d");
        List<Held> held = new ArrayList<>();
        collect(why.reason(), held);
        assertThat(held).filteredOn(each -> each.id().equals("AAA.a")).hasSize(2);
        assertThat(held)
                .filteredOn(each -> each.id().equals("AAA.a") && each.shown() == Shown.ABOVE)
                .hasSize(1);
    }

    @Test
    void an_exists_shows_one_witness() {
        String rules = rule("r", "    exists Condition( state == \"ready\" )", "Move( \"CCC\", \"wait\" )");
        Explanation why = why(rules, "facts: [{condition: AAA ready}]\n" + OPEN, "CCC.wait");
        assertThat(sentences(why.reason().orElseThrow())).containsExactly("Aland is ready");
    }

    @Test
    void every_witness_of_an_exists_is_a_support_of_its_own() {
        String rules = rule("f", "    exists Judgement( finding == \"a\" )", "Move( \"CCC\", \"wait\" )")
                + rule("g", "    Condition( subject == \"BBB\", state == \"ready\" )", "Judgement( \"AAA\", \"a\" )")
                + rule(
                        "h",
                        "    not Condition( subject == \"BBB\", state == \"ready\" )",
                        "Judgement( \"BBB\", \"a\" )");
        Explanation why = why(rules, OPEN, "CCC.wait");
        assertThat(why.complete()).isTrue();
        assertThat(why.supports())
                .extracting(Support::conditions)
                .containsExactlyInAnyOrder(List.of(Map.of("bbb-ready", "yes")), List.of(Map.of("bbb-ready", "no")));
        assertThat(why.supports().get(1).rules()).extracting(Step::rule).contains("f");
    }

    @Test
    void tests_that_a_sentence_does_not_show_are_said_beside_it() {
        String near = "    Relation( $x : actor, relation == \"near\", $y : other != $x )\n";
        Explanation why = why(
                rule(
                        "r",
                        near + "    Condition( subject == $y, state in ( \"ready\", \"weak\" ) )",
                        "Move( $x, \"wait\", $y )"),
                "facts: [{relation: AAA near BBB}, {condition: BBB ready}]",
                "AAA.wait.BBB");
        assertThat(why.reason().orElseThrow().premises())
                .extracting(premise -> ((Held) premise).tests())
                .containsExactly(List.of("Bland is not Aland"), List.of("its state, “ready”, is “ready” or “weak”"));
    }

    @Test
    void what_is_absent_is_the_same_whatever_was_matched_before_it() {
        String rules = rule(
                        "r",
                        "    Judgement( subject == \"AAA\", finding == \"a\" )\n    not Condition( subject == \"CCC\", state == \"weak\" )",
                        "Judgement( \"BBB\", \"b\" )")
                + rule(
                        "one",
                        "    Condition( subject == \"AAA\", state == \"firm\" )",
                        "Judgement( \"AAA\", \"a\", \"BBB\" )")
                + rule(
                        "both",
                        "    Condition( subject == \"AAA\", state == \"firm\" )\n    Condition( subject == \"BBB\", state == \"firm\" )",
                        "Judgement( \"AAA\", \"a\", \"CCC\" )");
        Explanation why = why(rules, "facts: [{condition: AAA firm}, {condition: BBB firm}]\n", "BBB.b");
        // That Bland is firm as well is not needed by anything.
        assertThat(why.supports()).extracting(Support::facts).containsExactly(List.of("AAA.firm"));
    }

    @Test
    void an_answer_is_one_thing_however_much_it_states() {
        String rules = rule(
                        "two",
                        "    Condition( subject == \"BBB\", state == \"ready\" )\n    Condition( subject == \"AAA\", state == \"firm\" )",
                        "Judgement( \"AAA\", \"a\" )")
                + rule("one", "    Condition( subject == \"BBB\", state == \"bold\" )", "Judgement( \"AAA\", \"a\" )");
        Explanation why = why(
                rules,
                "facts: [{condition: AAA firm}]\n"
                        + OPEN.replace("[{condition: BBB ready}]", "[{condition: BBB ready}, {condition: BBB bold}]"),
                "AAA.a");
        assertThat(why.supports()).extracting(Support::facts).containsExactly(List.of());
    }

    @Test
    void an_absence_leaves_no_test_out() {
        String near = "    Relation( $x : actor, relation == \"near\", $y : other )\n    not ";
        assertThat(absence(near + "Condition( subject != $y, state == \"ready\" )"))
                .isEqualTo("Nothing says that somebody other than Bland is ready");
        assertThat(absence(near + "Condition( subject in ( $x, \"CCC\" ), state == \"weak\" )"))
                .isEqualTo("Nothing says that Aland or Cland is weak");
        assertThat(absence(near + "Condition( subject == $x, state matches \"w.*\" )"))
                .isEqualTo("Nothing says that Aland is in some state (its state has the form “w.*”)");
        assertThat(absence(near + "( not Relation( actor == $x, relation == \"near\", other == $y ) )"))
                .isEqualTo("Something says that Aland is near Bland");
    }

    @Test
    void a_not_inside_an_exists_knows_what_is_bound_there() {
        String rules = rule(
                "r",
                "    exists ( Relation( $t : actor, relation == \"near\" ) and not Condition( subject == $t, state == \"weak\" ) )",
                "Move( \"CCC\", \"wait\" )");
        Explanation why = why(rules, "facts: [{relation: AAA near BBB}]", "CCC.wait");
        assertThat(sentences(why.reason().orElseThrow()))
                .containsExactly("Aland is near Bland", "Nothing says that Aland is weak");
    }

    private String absence(String conditions) {
        Explanation why = why(
                rule("r", conditions, "Move( $x, \"wait\", $y )"), "facts: [{relation: AAA near BBB}]", "AAA.wait.BBB");
        return why.reason().orElseThrow().premises().get(1).sentence();
    }

    private Explanation why(String rules, String yaml, String id) {
        Assessment assessment = Written.rules(folder, rules).assess(Written.caseFile(folder, yaml));
        return assessment.why(assessment.find(id).orElseThrow());
    }

    private static List<String> sentences(Reason reason) {
        return reason.premises().stream().map(Premise::sentence).toList();
    }

    private static void collect(Optional<Reason> reason, List<Held> held) {
        for (Premise premise : reason.map(Reason::premises).orElse(List.of())) {
            if (premise instanceof Held each) {
                held.add(each);
                collect(each.reason(), held);
            }
        }
    }
}
