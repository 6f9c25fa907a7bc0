package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Statement;
import org.demarche.explain.changes.Changes;
import org.demarche.explain.changes.Changes.Change;
import org.demarche.explain.changes.Changes.Kind;
import org.demarche.explain.changes.KeyAssumptions.Assumption;
import org.demarche.explain.changes.KeyAssumptions.Effect;
import org.demarche.inference.Choice;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;
import org.demarche.model.Condition;
import org.demarche.model.Fact;
import org.demarche.model.Judgement;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said to change things does so when it is really done. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChangesTest {

    private static final Reasoner REASONER = Reasoner.load(Path.of("rules"));

    @ParameterizedTest
    @ValueSource(strings = {"kestrel-strait", "kim-beijing-2018"})
    void every_change_does_what_is_said_when_the_case_is_assessed_anew(String name) {
        CaseFile file = read(name);
        Assessment assessment = REASONER.assess(file);
        int tried = 0;
        for (Inference move : assessment.moves()) {
            Changes changes = assessment.changes(move.fact());
            for (Change change : changes.listed()) {
                Assessment after = after(change, file, assessment, REASONER);
                assertThat(change.after().status())
                        .as("%s after %s", move, change)
                        .isEqualTo(after.find(move.id()).map(Inference::status).orElse(Status.EXCLUDED));
                assertThat(change.after().possible()).isEqualTo(after.scenarios());
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(assessment.moves().size());
    }

    private static Assessment after(Change change, CaseFile file, Assessment assessment, Reasoner reasoner) {
        if (change.kind() == Kind.ANSWER) {
            return assessment.given(change.answers().entrySet().stream()
                    .map(each -> new Choice(each.getKey(), each.getValue()))
                    .toList());
        }
        Fact fact = change.fact().orElseThrow();
        return reasoner.assess(change.kind() == Kind.ADD ? file.with(Statement.of(fact)) : file.without(fact));
    }

    @Test
    void without_an_assumption_things_stand_as_is_said() {
        CaseFile file = read("kim-beijing-2018");
        for (Assumption assumption : REASONER.assess(file).assumptions().ranked()) {
            Assessment without = REASONER.assess(file.without(assumption.fact()));
            for (Effect effect : assumption.effects()) {
                Optional<Inference> then = without.find(effect.inference().id());
                assertThat(effect.after().status())
                        .as("%s without %s", effect.inference().id(), assumption.fact())
                        .isEqualTo(then.map(Inference::status).orElse(Status.EXCLUDED));
            }
        }
    }

    /** While one statement is tried, what an answer states of the others stays. */
    @Test
    void what_answers_state_is_left_alone(@TempDir Path folder) {
        String rules = Written.rule(
                        "one",
                        "    Condition( subject == \"AAA\", state == \"firm\" )\n"
                                + "    not Condition( subject == \"BBB\", state == \"ready\" )",
                        "Judgement( \"AAA\", \"a\" )")
                + Written.rule(
                        "other",
                        "    Condition( subject == \"AAA\", state == \"bold\" )\n"
                                + "    not Condition( subject == \"CCC\", state == \"weak\" )",
                        "Judgement( \"AAA\", \"a\" )");
        CaseFile file = Written.caseFile(folder, """
                facts: [{condition: AAA firm}]
                questions:
                  first: {ask: "?", answers: {yes: {facts: [{condition: BBB ready}]}, no: {}}}
                  second: {ask: "?", answers: {yes: {facts: [{condition: AAA bold}, {condition: AAA firm}]}, no: {}}}
                """);
        Reasoner reasoner = Written.rules(folder, rules);
        Assessment assessment = reasoner.assess(file);
        Fact fact = assessment.find("AAA.a").orElseThrow().fact();
        Changes changes = assessment.changes(fact);
        assertThat(changes.listed())
                .filteredOn(change -> change.kind() == Kind.ADD)
                .extracting(change -> change.fact().orElseThrow().id())
                .containsExactly("AAA.bold", "BBB.ready", "CCC.weak");
        for (Change change : changes.listed()) {
            assertThat(change.after().scenarios())
                    .as(change.toString())
                    .isEqualTo(after(change, file, assessment, reasoner)
                            .find("AAA.a")
                            .orElseThrow()
                            .scenarios());
        }
    }

    @Test
    void what_keeps_a_blocker_from_being_concluded_is_tried(@TempDir Path folder) {
        String rules = Written.rule(
                        "one",
                        "    Condition( subject == \"AAA\", state == \"firm\" )\n    not Judgement( finding == \"b\" )",
                        "Judgement( \"AAA\", \"a\" )")
                + Written.rule(
                        "other",
                        "    Condition( subject == \"AAA\", state == \"firm\" )\n"
                                + "    not Condition( subject == \"BBB\", state == \"weak\" )",
                        "Judgement( \"BBB\", \"b\" )");
        assertThat(additions(folder, rules, "AAA.a", "facts: [{condition: AAA firm}]\n"))
                .containsExactly("BBB.weak");
    }

    @Test
    void one_statement_that_serves_two_conditions_is_tried(@TempDir Path folder) {
        String rules = Written.rule(
                "one",
                "    Relation( $x : actor, relation == \"ally-of\" )\n    Condition( subject == $x, state == \"firm\" )\n"
                        + "    Relation( relation == \"ally-of\", other == \"BBB\" )",
                "Judgement( \"AAA\", \"a\" )");
        assertThat(additions(folder, rules, "AAA.a", "facts: [{condition: AAA firm}]\n"))
                .containsExactly("AAA.ally-of.BBB");
    }

    @Test
    void one_more_of_what_is_counted_is_tried(@TempDir Path folder) {
        String rules = Written.rule(
                "one",
                "    accumulate( Condition( $x : subject, state == \"firm\" ); $n : count(1); $n >= 2 )",
                "Judgement( \"AAA\", \"a\" )");
        assertThat(additions(folder, rules, "AAA.a", "facts: [{condition: AAA firm}]\n"))
                .contains("BBB.firm")
                .doesNotContain("AAA.firm");
    }

    @Test
    void one_statement_that_serves_a_condition_and_a_count_is_tried(@TempDir Path folder) {
        String rules = Written.rule(
                "one",
                "    Condition( $x : subject, state == \"firm\" )\n    accumulate( Condition( subject == $x, state in ("
                        + " \"weak\", \"firm\" ) ); $n : count(1); $n >= 1 )",
                "Judgement( $x, \"a\" )");
        assertThat(additions(folder, rules, "AAA.a", "facts: [{condition: BBB ready}]\n"))
                .containsExactly("AAA.firm");
    }

    @Test
    void a_statement_of_any_term_is_tried(@TempDir Path folder) {
        String rules = Written.rule(
                "one", "    Condition( subject == \"AAA\", state != \"firm\" )", "Judgement( \"AAA\", \"a\" )");
        assertThat(additions(folder, rules, "AAA.a", "facts: [{condition: BBB ready}]\n"))
                .contains("AAA.weak")
                .doesNotContain("AAA.firm");
    }

    @Test
    void what_would_let_one_more_be_concluded_of_what_is_counted_is_tried(@TempDir Path folder) {
        String rules =
                Written.rule("base", "    Condition( $x : subject, state == \"weak\" )", "Judgement( $x, \"b\" )")
                        + Written.rule(
                                "two",
                                "    accumulate( Judgement( $x : subject, finding == \"b\" ); $n : count(1); $n >= 2 )",
                                "Judgement( \"AAA\", \"a\" )");
        assertThat(additions(folder, rules, "AAA.a", "facts: [{condition: AAA weak}]\n"))
                .contains("CCC.weak");
    }

    private static final String FEWER = Written.rule(
            "one",
            "    Condition( subject == \"AAA\", state == \"bold\" )\n    accumulate( Condition( $x : subject, state =="
                    + " \"firm\" ); $n : count(1); $n < 2 )",
            "Judgement( \"AAA\", \"a\" )");

    /** With all that is tried stated together there would always be too many. */
    @Test
    void one_too_many_of_what_is_counted_is_tried_by_itself(@TempDir Path folder) {
        Reasoner reasoner = Written.rules(folder, FEWER);
        CaseFile file = Written.caseFile(folder, "facts: [{condition: AAA bold}, {condition: BBB firm}]\n");
        Assessment assessment = reasoner.assess(file);
        List<Change> added = assessment.changes(new Judgement("AAA", "a", "")).listed().stream()
                .filter(change -> change.kind() == Kind.ADD)
                .toList();
        assertThat(added)
                .extracting(change -> change.fact().orElseThrow().id())
                .containsExactly("AAA.firm", "CCC.firm");
        assertThat(added).allMatch(change -> change.after().status() == Status.EXCLUDED);
        // One alone is not too many.
        assertThat(reasoner.assess(file.without(new Condition("BBB", "firm", "")))
                        .changes(new Judgement("AAA", "a", ""))
                        .listed())
                .noneMatch(change -> change.kind() == Kind.ADD);
    }

    /** What was concluded nowhere before follows with one less of what is counted. */
    @Test
    void one_less_of_what_is_counted_lets_something_follow(@TempDir Path folder) {
        Reasoner reasoner = Written.rules(folder, FEWER);
        Assessment assessment = reasoner.assess(Written.caseFile(
                folder,
                "facts: [{condition: AAA bold}, {condition: BBB firm, basis: assumption}, {condition: CCC firm, basis:"
                        + " assumption}]\n"));
        assertThat(assessment.changes(new Judgement("AAA", "a", "")).listed())
                .filteredOn(change -> change.after().status() == Status.ROBUST)
                .extracting(change -> change.fact().orElseThrow().id())
                .containsExactly("BBB.firm", "CCC.firm");
        assertThat(assessment.assumptions().ranked())
                .allMatch(each -> each.effects().size() == 1
                        && each.effects().get(0).after().status() == Status.ROBUST);
    }

    /** It holds where a question has one answer; a statement may make it hold where it has the other. */
    @Test
    void what_is_lacking_behind_an_open_condition_is_tried(@TempDir Path folder) {
        String rules = Written.rule(
                        "base", "    Condition( subject == \"BBB\", state == \"weak\" )", "Judgement( \"BBB\", \"b\" )")
                + Written.rule(
                        "too", "    Condition( subject == \"CCC\", state == \"weak\" )", "Judgement( \"BBB\", \"b\" )")
                + Written.rule(
                        "top", "    Judgement( subject == \"BBB\", finding == \"b\" )", "Judgement( \"AAA\", \"a\" )");
        assertThat(additions(
                        folder,
                        rules,
                        "AAA.a",
                        "questions: {q: {ask: \"?\", answers: {yes: {facts: [{condition: BBB weak}]}, no: {}}}}\n"))
                .contains("CCC.weak");
    }

    @Test
    void a_case_that_states_nothing_lacks_a_statement(@TempDir Path folder) {
        String rules =
                Written.rule("r", "    Condition( $x : subject, state == \"ready\" )\n", "Judgement( $x, \"a\" )");
        assertThat(additions(folder, rules, "AAA.a", "")).containsExactly("AAA.ready");
    }

    /** A value is taken of it, and so it has to have one. */
    @Test
    void what_is_taken_has_a_value(@TempDir Path folder) {
        String rules = Written.rule(
                "r",
                "    accumulate( Relation( actor == \"AAA\", relation == \"near\", $x : other ); $all : collectSet($x);"
                        + " $all contains \"CCC\" )\n",
                "Judgement( \"AAA\", \"a\" )");
        assertThat(additions(folder, rules, "AAA.a", "facts: [{relation: AAA near BBB}]\n"))
                .containsExactly("AAA.near.CCC");
    }

    @Test
    void somebody_is_related_to_himself_only_where_nothing_else_would_do(@TempDir Path folder) {
        String asks = "    Relation( actor == \"AAA\", relation == \"near\", $x : other )\n"
                + "    Condition( subject == $x, state == \"ready\" )\n";
        String rules = Written.rule("r", asks, "Judgement( \"AAA\", \"a\" )");
        assertThat(additions(
                        folder.resolve("one"),
                        rules,
                        "AAA.a",
                        "facts: [{condition: AAA ready}, {condition: BBB ready}]\n"))
                .containsExactly("AAA.near.BBB");
        assertThat(additions(folder.resolve("two"), rules, "AAA.a", "facts: [{condition: AAA ready}]\n"))
                .containsExactly("AAA.near.AAA");
    }

    /** What would make a judgement hold when it is added. */
    private static List<String> additions(Path folder, String rules, String id, String facts) {
        Reasoner reasoner = Written.rules(folder, rules);
        CaseFile file = Written.caseFile(folder, facts);
        Assessment assessment = reasoner.assess(file);
        Fact fact = new Judgement(id.split("\\.")[0], id.split("\\.")[1], "");
        return assessment.changes(fact).listed().stream()
                .filter(change -> change.kind() == Kind.ADD && change.after().status() == Status.ROBUST)
                .peek(change -> assertThat(reasoner.assess(
                                        file.with(Statement.of(change.fact().orElseThrow())))
                                .find(id)
                                .orElseThrow()
                                .status())
                        .isEqualTo(Status.ROBUST))
                .map(change -> change.fact().orElseThrow().id())
                .toList();
    }

    /** Then there is less to accumulate than there ever was when the rules fired: they fire again. */
    @Test
    void a_tendency_may_fail_without_a_statement(@TempDir Path folder) {
        String rules = Written.rule(
                                "often",
                                "    Condition( subject == \"AAA\", state == \"firm\" )",
                                "Judgement( \"BBB\", \"b\" )")
                        .replace("@says", "@likelihood(\"likely\") @says")
                + Written.rule(
                        "not-one",
                        "    accumulate( ( Judgement( $x : subject, finding == \"b\" )"
                                + " or Condition( $x : subject, state == \"ready\" ) ); $n : count(1); $n != 1 )",
                        "Judgement( \"AAA\", \"a\" )");
        CaseFile file =
                Written.caseFile(folder, "facts: [{condition: AAA firm}, {condition: AAA ready, basis: assumption}]\n");
        Reasoner reasoner = Written.rules(folder, rules);
        Assessment assessment = reasoner.assess(file);
        Assessment without = reasoner.assess(file.without(new Condition("AAA", "ready", "")));
        Status then = without.find("AAA.a").orElseThrow().status();
        assertThat(assessment.assumptions().ranked().get(0).effects())
                .extracting(effect -> effect.after().status())
                .containsExactly(then);
        assertThat(assessment
                        .changes(assessment.find("AAA.a").orElseThrow().fact())
                        .listed())
                .filteredOn(change -> change.kind() == Kind.ASSUMPTION)
                .extracting(change -> change.after().status())
                .containsExactly(then);
    }

    @Test
    void every_day_of_a_timeline_is_as_if_assessed_by_itself() {
        CaseFile file = read("kim-beijing-2018");
        Timeline timeline = REASONER.assess(file).timeline(Optional.of(LocalDate.of(2018, 3, 25)), Optional.empty());
        assertThat(timeline.points()).hasSize(4);
        for (Timeline.Point point : timeline.points()) {
            assertThat(Written.text(point.assessment()))
                    .isEqualTo(Written.text(REASONER.assess(file.asOf(point.day()))));
        }
    }

    private static CaseFile read(String name) {
        return CaseFile.read(Path.of("facts", name), REASONER.rulebase().vocabulary());
    }
}
