package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.demarche.Written.rule;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.demarche.cases.CaseFile;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;
import org.demarche.source.LoadException;
import org.demarche.source.Problem;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rules with `not`, `exists`, `or` and `forall` mean over scenarios, through real files and real sessions. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SemanticsTest {

    private static final String READY = "    Condition( $x : subject, state == \"ready\" )";
    private static final String OPEN = """
            questions:
              who-is-ready:
                ask: "Who is ready?"
                answers:
                  first: {facts: [{condition: AAA ready}]}
                  second: {facts: [{condition: BBB ready}]}
                  nobody:
            """;

    @TempDir
    Path folder;

    @Test
    void a_fact_of_one_answer_holds_in_its_scenarios_only() {
        Assessment assessment = assess(rule("r", READY, "Judgement( $x, \"a\" )"), OPEN);
        assertThat(assessment.scenarios()).isEqualTo(3);
        assertThat(find(assessment, "AAA.a").status()).isEqualTo(Status.CONTINGENT);
        assertThat(find(assessment, "AAA.a").scenarios()).isEqualTo(1);
        assertThat(find(assessment, "AAA.a").conditions()).containsExactly(Map.of("who-is-ready", "first"));
    }

    @Test
    void a_not_holds_where_nothing_meets_it() {
        String rules = rule("r", "    not Condition( state == \"ready\" )", "Move( \"AAA\", \"wait\" )");
        assertThat(find(assess(rules, OPEN), "AAA.wait").conditions())
                .containsExactly(Map.of("who-is-ready", "nobody"));
    }

    @Test
    void a_not_speaks_of_the_values_bound_before_it() {
        String rules = rule(
                "r",
                "    Relation( $x : actor, relation == \"near\" )\n    not Condition( subject == $x, state == \"ready\" )",
                "Move( $x, \"wait\" )");
        Assessment assessment = assess(rules, "facts: [{relation: AAA near BBB}, {relation: BBB near CCC}]\n" + OPEN);
        assertThat(find(assessment, "AAA.wait").scenarios()).isEqualTo(2);
        assertThat(find(assessment, "AAA.wait").conditions())
                .containsExactly(Map.of("who-is-ready", "nobody"), Map.of("who-is-ready", "second"));
        assertThat(find(assessment, "BBB.wait").conditions())
                .containsExactly(Map.of("who-is-ready", "first"), Map.of("who-is-ready", "nobody"));
    }

    @Test
    void robust_by_cases_has_one_empty_condition_and_each_rule_its_share() {
        String rules =
                rule("one", "    Condition( subject == \"AAA\", state == \"ready\" )", "Judgement( \"CCC\", \"a\" )")
                        + rule(
                                "two",
                                "    not Condition( subject == \"AAA\", state == \"ready\" )",
                                "Judgement( \"CCC\", \"a\" )");
        Inference found = find(assess(rules, OPEN), "CCC.a");
        assertThat(found.status()).isEqualTo(Status.ROBUST);
        assertThat(found.conditions()).containsExactly(Map.of());
        assertThat(found.pivots()).isEmpty();
        assertThat(found.rules()).hasToString("[RuleShare[rule=one, scenarios=1], RuleShare[rule=two, scenarios=2]]");
    }

    @Test
    void an_or_is_met_by_either_side() {
        String rules = rule(
                "r",
                "    ( Condition( subject == \"AAA\", state == \"ready\" ) or Condition( subject == \"BBB\", state == \"ready\" ) )",
                "Move( \"CCC\", \"wait\" )");
        assertThat(find(assess(rules, OPEN), "CCC.wait").scenarios()).isEqualTo(2);
    }

    @Test
    void an_exists_needs_one_witness_and_does_not_multiply() {
        StringBuilder facts = new StringBuilder("facts:\n");
        for (String actor : List.of("AAA", "BBB", "CCC")) {
            facts.append("  - {condition: ").append(actor).append(" ready}\n");
        }
        String rules = rule(
                "r",
                "    exists Condition( state == \"ready\" )\n    exists ( Condition( $s : subject, state == \"ready\" ) and"
                        + " Relation( actor == $s ) )",
                "Move( \"AAA\", \"wait\" )");
        Assessment with = assess(rules, facts + "  - {relation: CCC near AAA}\n");
        assertThat(find(with, "AAA.wait").status()).isEqualTo(Status.ROBUST);
        int node = with.worlds().graph().find(find(with, "AAA.wait").fact()).orElseThrow();
        assertThat(with.worlds().graph().derivationsOf(node)).hasSize(1);
        assertThat(assess(rules, facts.toString()).find("AAA.wait").map(Inference::status))
                .contains(Status.EXCLUDED);
    }

    @Test
    void a_not_inside_a_not_is_taken_apart_too() {
        String rules = rule(
                "all-near-are-ready",
                "    not ( Relation( $x : actor, relation == \"near\" ) and not Condition( subject == $x, state == \"ready\" ) )",
                "Move( \"CCC\", \"wait\" )");
        Assessment assessment = assess(rules, "facts: [{relation: AAA near BBB}]\n" + OPEN);
        assertThat(find(assessment, "CCC.wait").conditions()).containsExactly(Map.of("who-is-ready", "first"));
    }

    @Test
    void a_not_of_a_not_without_any_pattern_is_the_thing_itself() {
        String rules = rule(
                "r",
                "    not ( not Condition( subject == \"AAA\", state == \"ready\" ) )",
                "Move( \"CCC\", \"wait\" )");
        assertThat(find(assess(rules, OPEN), "CCC.wait").conditions()).containsExactly(Map.of("who-is-ready", "first"));
    }

    @Test
    void dates_compare_by_time() {
        String rules = rule(
                "r",
                "    Event( action == \"strike\", $x : actor, $first : date )\n    Event( action == \"strike\", actor != $x, date > $first )",
                "Judgement( $x, \"a\" )");
        Assessment assessment =
                assess(rules, "facts: [{event: AAA strike BBB 1958-08-23}, {event: BBB strike AAA 1958-10}]");
        assertThat(assessment.inferences()).extracting(Inference::id).containsExactly("AAA.a");
    }

    @Test
    void forall_is_met_when_each_one_is() {
        String rules = rule(
                "r",
                "    forall( $r : Relation( relation == \"near\" ) Condition( subject == $r.actor, state == \"ready\" ) )",
                "Move( \"CCC\", \"wait\" )");
        String facts = "facts: [{relation: AAA near BBB}, {relation: BBB near CCC}, {condition: BBB ready}]\n" + OPEN;
        assertThat(find(assess(rules, facts), "CCC.wait").conditions())
                .containsExactly(Map.of("who-is-ready", "first"));
        String single = rule("r", "    forall( Condition( state == \"ready\" ) )", "Move( \"CCC\", \"wait\" )");
        assertThat(find(assess(single, "facts: [{condition: AAA ready}]"), "CCC.wait")
                        .status())
                .isEqualTo(Status.ROBUST);
        assertThat(find(assess(single, "facts: [{condition: AAA ready}, {condition: BBB weak}]"), "CCC.wait")
                        .status())
                .isEqualTo(Status.EXCLUDED);
    }

    @Test
    void what_only_supports_itself_does_not_hold() {
        String rules = rule("start", READY, "Judgement( $x, \"a\" )")
                + rule("there", "    Judgement( $x : subject, finding == \"a\" )", "Judgement( $x, \"b\" )")
                + rule("back", "    Judgement( $x : subject, finding == \"b\" )", "Judgement( $x, \"a\" )");
        Assessment assessment = assess(rules, OPEN);
        assertThat(find(assessment, "AAA.b").scenarios()).isEqualTo(1);
        assertThat(find(assessment, "AAA.b").conditions()).containsExactly(Map.of("who-is-ready", "first"));
    }

    @Test
    void rules_that_contradict_themselves_make_paradoxical_scenarios_and_no_answers() {
        String rules = rule(
                "self-defeating",
                READY + "\n    not Judgement( subject == $x, finding == \"a\" )",
                "Judgement( $x, \"a\" )");
        Assessment assessment = assess(rules, OPEN);
        assertThat(assessment.paradoxical()).isEqualTo(2);
        assertThat(find(assessment, "AAA.a").scenarios()).isZero();
        assertThat(find(assessment, "AAA.a").status()).isEqualTo(Status.CONTINGENT);
    }

    @Test
    void settled_and_impossible_leave_the_other_scenarios() {
        String rules = rule(
                        "settle",
                        "    Condition( subject == \"CCC\", state == \"weak\" )",
                        "Settled( \"who-is-ready\", \"first\" )")
                + rule("never", "    Condition( subject == \"BBB\", state == \"ready\" )", "Impossible( \"clash\" )")
                + rule("r", READY, "Judgement( $x, \"a\" )");
        assertThat(assess(rules, OPEN).scenarios()).isEqualTo(2);
        Assessment settled = assess(rules, "facts: [{condition: CCC weak}]\n" + OPEN);
        assertThat(settled.scenarios()).isEqualTo(1);
        assertThat(settled.answered()).containsExactly(Map.entry("who-is-ready", "first"));
        assertThat(find(settled, "AAA.a").status()).isEqualTo(Status.ROBUST);
        assertThat(find(settled, "BBB.a").status()).isEqualTo(Status.EXCLUDED);
    }

    @Test
    void conditions_are_relative_to_the_possible_scenarios() {
        String rules = rule("never", "    not Condition( state == \"ready\" )", "Impossible( \"clash\" )")
                + rule("r", READY, "Judgement( $x, \"a\" )");
        Assessment assessment = assess(rules, OPEN);
        assertThat(find(assessment, "AAA.a").conditions()).containsExactly(Map.of("who-is-ready", "first"));
        assertThat(find(assessment, "AAA.a").pivots())
                .hasToString("[Pivot[question=who-is-ready, influence=1.0, gain=1.0]]");
    }

    @Test
    void a_fact_stated_and_derived_is_one_fact() {
        String rules = rule("r", READY, "Judgement( \"CCC\", \"a\" )")
                + rule("s", "    Judgement( subject == \"CCC\", finding == \"a\" )", "Move( \"CCC\", \"wait\" )");
        Assessment assessment = assess(rules, "facts: [{condition: AAA ready}]\n" + OPEN);
        assertThat(find(assessment, "CCC.wait").status()).isEqualTo(Status.ROBUST);
    }

    @Test
    void a_tendency_is_robust_with_its_rule_named_and_what_it_prevents_is_contingent() {
        String rules =
                rule("usually", READY, "Judgement( $x, \"a\" )").replace("@source", "@likelihood(\"likely\") @source")
                        + rule(
                                "else",
                                READY + "\n    not Judgement( subject == $x, finding == \"a\" )",
                                "Move( $x, \"strike\" )");
        Assessment assessment = assess(rules, "facts: [{condition: AAA ready}]");
        assertThat(find(assessment, "AAA.a").status()).isEqualTo(Status.ROBUST);
        assertThat(find(assessment, "AAA.a").tendencies()).containsExactly("usually");
        assertThat(find(assessment, "AAA.strike").status()).isEqualTo(Status.CONTINGENT);
        assertThat(find(assessment, "AAA.strike").scenarios()).isZero();
        assertThat(find(assessment, "AAA.strike").tendencies()).containsExactly("usually");
    }

    @Test
    void what_settles_a_question_cannot_be_a_tendency() {
        String rules =
                rule("usually", READY, "Judgement( $x, \"a\" )").replace("@source", "@likelihood(\"likely\") @source")
                        + rule("settle", "    Judgement( finding == \"a\" )", "Settled( \"who-is-ready\", \"first\" )");
        assertThatThrownBy(() -> assess(rules, OPEN))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("cannot stand on the rule `usually`");
    }

    @Test
    void given_restricts_without_running_again_and_matches_a_run_with_the_question_answered() {
        String rules = rule("r", READY, "Judgement( $x, \"a\" )");
        Assessment given = assess(rules, OPEN).given("who-is-ready", "second");
        assertThat(given.scenarios()).isEqualTo(1);
        assertThat(find(given, "BBB.a").status()).isEqualTo(Status.ROBUST);
        assertThat(find(given, "AAA.a").status()).isEqualTo(Status.EXCLUDED);
    }

    @Test
    void a_variable_bound_by_every_alternative_may_be_used_behind_them() {
        String rules = rule(
                "r",
                "    not ( ( Condition( state == \"ready\", $t : subject ) or Condition( state == \"weak\", $t : subject ) )"
                        + " and Relation( actor == $t ) )",
                "Move( \"CCC\", \"wait\" )");
        Assessment assessment = assess(rules, "facts: [{relation: AAA near BBB}]\n" + OPEN);
        assertThat(find(assessment, "CCC.wait").conditions())
                .containsExactly(Map.of("who-is-ready", "nobody"), Map.of("who-is-ready", "second"));
    }

    @Test
    void a_question_that_is_not_known_yet_cannot_rule_scenarios_out() {
        String rules = rule(
                "settle",
                "    Condition( subject == \"CCC\", state == \"weak\" )",
                "Settled( \"who-is-ready\", \"first\" )");
        CaseFile caseFile = Written.caseFile(
                folder,
                "facts: [{condition: CCC weak}]\n" + OPEN.replace("    ask:", "    known: 2001-01-01\n    ask:"));
        Reasoner reasoner = Written.rules(folder, rules);
        assertThat(reasoner.assess(caseFile.asOf(LocalDate.of(2000, 1, 1))).scenarios())
                .isOne();
        assertThat(reasoner.assess(caseFile.asOf(LocalDate.of(2002, 1, 1))).answered())
                .containsEntry("who-is-ready", "first");
    }

    @Test
    void an_answer_that_the_question_does_not_have_cannot_be_concluded() {
        String rules = rule("settle", READY, "Settled( \"who-is-ready\", \"frst\" )");
        assertThatThrownBy(() -> assess(rules, OPEN))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("Maybe `first`?");
    }

    @Test
    void nothing_is_concluded_about_nobody() {
        String rules = rule("r", "    Condition( state == \"weak\", $x : about )", "Judgement( $x, \"a\" )");
        assertThatThrownBy(() -> assess(rules, "facts: [{condition: CCC weak}]"))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("without its subject");
    }

    @Test
    void salience_is_ignored_with_a_warning() {
        String rules = rule("r", READY, "Judgement( $x, \"a\" )").replace("\nwhen", " salience 10\nwhen");
        Reasoner reasoner = Written.rules(folder, rules);
        assertThat(reasoner.rulebase().warnings()).extracting(Problem::check).containsExactly("salience-ignored");
        assertThat(reasoner.assess(Written.caseFile(folder, OPEN)).find("AAA.a"))
                .isPresent();
    }

    @Test
    void nothing_holds_where_no_scenario_is_possible() {
        String rules = rule("never", READY, "Impossible( \"clash\" )")
                + rule("nor", "    not Condition( state == \"ready\" )", "Impossible( \"clash\" )")
                + rule("r", READY, "Judgement( $x, \"a\" )");
        Assessment assessment = assess(rules, OPEN);
        assertThat(assessment.scenarios()).isZero();
        assertThat(assessment.inferences()).allMatch(each -> each.status() == Status.EXCLUDED);
        assertThat(assessment.inferences()).allMatch(each -> each.conditions().isEmpty());
    }

    @Test
    void hypotheses_speak_of_answers_in_every_scenario() {
        String rules = rule(
                "h",
                "    Hypothesis( $q : question, $a : answer, kind == \"condition\", term == \"ready\", subject == \"AAA\" )",
                "Indication( $q, $a, \"C\" )");
        Inference found = find(assess(rules, OPEN), "indication.who-is-ready.first.C");
        assertThat(found.status()).isEqualTo(Status.ROBUST);
    }

    private Assessment assess(String rules, String yaml) {
        CaseFile caseFile = Written.caseFile(folder, yaml);
        return Written.rules(folder, rules).assess(caseFile);
    }

    private static Inference find(Assessment assessment, String id) {
        return assessment
                .find(id)
                .orElseThrow(() -> new AssertionError(id + " is not among " + assessment.inferences()));
    }
}
