package org.demarche.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.Written.rule;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.demarche.Assessment;
import org.demarche.Written;
import org.demarche.explain.Explanation.Absent;
import org.demarche.explain.Explanation.Answered;
import org.demarche.explain.Explanation.Held;
import org.demarche.explain.Explanation.OneOf;
import org.demarche.explain.Explanation.Premise;
import org.demarche.explain.Explanation.Reason;
import org.demarche.explain.Explanation.Stated;
import org.demarche.explain.Explanation.Way;
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
        Reason reason = why.reasons().get(0);
        assertThat(reason.scenarios()).isOne();
        assertThat(reason.conditions()).containsExactly(Map.of("bbb-ready", "yes"));
        assertThat(sentences(reason))
                .containsExactly("Aland is near Bland", "Bland is ready", "Nothing says that Aland is weak");
        Held near = (Held) reason.premises().get(0);
        assertThat(((Stated) near.origins().get(0)).citations()).hasToString("[test-source p. 3]");
        Held ready = (Held) reason.premises().get(1);
        assertThat(ready.origins()).containsExactly(new Answered("bbb-ready", "Is Bland ready?", "yes", ""));
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
        Absent absent = (Absent) why.reasons().get(0).premises().get(1);
        assertThat(absent.sentence()).isEqualTo("Nothing says that Bland stands by");
        assertThat(absent.presentUnder()).containsExactly(Map.of("bbb-ready", "yes"));
    }

    @Test
    void a_circle_is_not_a_reason() {
        String rules = rule("start", "    Condition( $x : subject, state == \"ready\" )", "Judgement( $x, \"a\" )")
                + rule("there", "    Judgement( $x : subject, finding == \"a\" )", "Judgement( $x, \"b\" )")
                + rule("back", "    Judgement( $x : subject, finding == \"b\" )", "Judgement( $x, \"a\" )");
        Explanation why = why(rules, "facts: [{condition: AAA ready}]", "AAA.a");
        assertThat(why.reasons()).extracting(Reason::rule).containsExactly("start");
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
        collect(why.reasons(), held);
        assertThat(held).filteredOn(each -> each.id().equals("AAA.a")).hasSize(2);
        assertThat(held)
                .filteredOn(each -> each.id().equals("AAA.a") && each.shownAbove())
                .hasSize(1);
    }

    @Test
    void an_exists_shows_one_witness() {
        String rules = rule("r", "    exists Condition( state == \"ready\" )", "Move( \"CCC\", \"wait\" )");
        Explanation why = why(rules, "facts: [{condition: AAA ready}]\n" + OPEN, "CCC.wait");
        assertThat(sentences(why.reasons().get(0))).containsExactly("Aland is ready");
    }

    @Test
    void an_exists_shows_as_many_witnesses_as_cover_where_it_holds() {
        String rules = rule("f", "    exists Judgement( finding == \"a\" )", "Move( \"CCC\", \"wait\" )")
                + rule("g", "    Condition( subject == \"BBB\", state == \"ready\" )", "Judgement( \"AAA\", \"a\" )")
                + rule(
                        "h",
                        "    not Condition( subject == \"BBB\", state == \"ready\" )",
                        "Judgement( \"BBB\", \"a\" )");
        Explanation why = why(rules, OPEN, "CCC.wait");
        OneOf ways = (OneOf) why.reasons().get(0).premises().get(0);
        assertThat(ways.ways())
                .extracting(Way::conditions)
                .containsExactlyInAnyOrder(List.of(Map.of("bbb-ready", "yes")), List.of(Map.of("bbb-ready", "no")));
    }

    @Test
    void an_absence_leaves_no_test_out() {
        String near = "    Relation( $x : actor, relation == \"near\", $y : other )\n    not ";
        assertThat(absence(near + "Condition( subject != $y, state == \"ready\" )"))
                .isEqualTo("Nothing says that somebody other than Bland is ready");
        assertThat(absence(near + "Condition( subject in ( $x, \"CCC\" ), state == \"weak\" )"))
                .isEqualTo("Nothing says that Aland or Cland is weak");
        assertThat(absence(near + "Condition( subject == $x, state matches \"w.*\" )"))
                .isEqualTo("Nothing says that Aland is in some state (with `state matches \"w.*\"`)");
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
        assertThat(sentences(why.reasons().get(0)))
                .containsExactly("Aland is near Bland", "Nothing says that Aland is weak");
    }

    private String absence(String conditions) {
        Explanation why = why(
                rule("r", conditions, "Move( $x, \"wait\", $y )"), "facts: [{relation: AAA near BBB}]", "AAA.wait.BBB");
        return why.reasons().get(0).premises().get(1).sentence();
    }

    private Explanation why(String rules, String yaml, String id) {
        Assessment assessment = Written.rules(folder, rules).assess(Written.caseFile(folder, yaml));
        return assessment.why(assessment.find(id).orElseThrow());
    }

    private static List<String> sentences(Reason reason) {
        return reason.premises().stream().map(Premise::sentence).toList();
    }

    private static void collect(List<Reason> reasons, List<Held> held) {
        for (Reason reason : reasons) {
            for (Premise premise : reason.premises()) {
                if (premise instanceof Held each) {
                    held.add(each);
                    collect(each.reasons(), held);
                }
            }
        }
    }
}
