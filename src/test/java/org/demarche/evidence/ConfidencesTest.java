package org.demarche.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.Written.rule;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.demarche.Assessment;
import org.demarche.Written;
import org.demarche.inference.Inference;
import org.demarche.model.Condition;
import org.demarche.model.Confidence;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much confidence an inference deserves by what it stands on. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConfidencesTest {

    private static final Optional<Confidence> HIGH = Optional.of(Confidence.HIGH);
    private static final Optional<Confidence> MODERATE = Optional.of(Confidence.MODERATE);
    private static final Optional<Confidence> LOW = Optional.of(Confidence.LOW);

    /** Whoever is ready is a, weak b, firm c, bold d. */
    private static final String READY_A = implies("ready-a", "ready", "a");

    private static final String WEAK_A = implies("weak-a", "weak", "a");

    @TempDir
    Path folder;

    // What is stated

    @ParameterizedTest(name = "{0}{1}: {2}")
    @CsvSource({"A, 1, HIGH", "A, 2, MODERATE", "C, 3, LOW", "E, 5, LOW", "F, 6, ", "A, 6, ", "F, 1, "})
    void what_follows_from_one_fact_is_as_good_as_that(String reliability, String credibility, Confidence expected) {
        assertThat(of(READY_A, """
                facts:
                  - {condition: AAA ready, reliability: %s, credibility: %s}
                  - {condition: BBB ready, reliability: C, credibility: 3}
                """.formatted(reliability, credibility), "AAA.a"))
                .isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void a_grade_of_the_source_holds_for_what_it_says() {
        assertThat(whole(READY_A, """
                actors: {AAA: {name: Aland, kind: state}}
                facts: [{condition: AAA ready, source: other-source, credibility: 2}]
                """, "other-source: {title: Other, reliability: A}", "AAA.a"))
                .isEqualTo(MODERATE);
        assertThat(whole(READY_A, """
                actors: {AAA: {name: Aland, kind: state}}
                facts: [{condition: AAA ready, source: other-source, reliability: D, credibility: 2}]
                """, "other-source: {title: Other, reliability: A}", "AAA.a"))
                .isEqualTo(LOW);
    }

    @Test
    void two_sources_of_one_statement_are_two_voices() {
        assertThat(whole(READY_A, """
                actors: {AAA: {name: Aland, kind: state}}
                facts: [{condition: AAA ready, source: "one-wire; two-wire", reliability: B, credibility: 2}]
                """, "one-wire: {title: One}, two-wire: {title: Two}", "AAA.a"))
                .isEqualTo(HIGH);
    }

    @Test
    void two_places_in_one_source_are_one_voice() {
        assertThat(whole(READY_A, """
                actors: {AAA: {name: Aland, kind: state}}
                facts: [{condition: AAA ready, source: "one-wire p. 1; one-wire p. 2", reliability: B, credibility: 2}]
                """, "one-wire: {title: One}", "AAA.a")).isEqualTo(MODERATE);
    }

    @Test
    void the_outlets_of_one_owner_are_one_voice() {
        assertThat(whole(
                        READY_A,
                        """
                actors: {AAA: {name: Aland, kind: state}, BBB: {name: Bland, kind: state}}
                facts: [{condition: AAA ready, source: "one-wire; two-wire", reliability: B, credibility: 2}]
                """,
                        "one-wire: {title: One, owner: BBB}, two-wire: {title: Two, owner: BBB}",
                        "AAA.a"))
                .isEqualTo(MODERATE);
    }

    @Test
    void what_two_statements_say_apart_is_weighed_together() {
        assertThat(whole(READY_A, """
                actors: {AAA: {name: Aland, kind: state}}
                facts:
                  - {condition: AAA ready, source: one-wire, reliability: C, credibility: 3}
                  - {condition: AAA ready, source: two-wire, reliability: C, credibility: 2}
                """, "one-wire: {title: One}, two-wire: {title: Two}", "AAA.a"))
                .isEqualTo(MODERATE);
    }

    @Test
    void an_assumption_is_no_evidence_however_it_is_graded() {
        assertThat(whole(READY_A, """
                actors: {AAA: {name: Aland, kind: state}}
                facts:
                  - {condition: AAA ready, source: one-wire}
                  - {condition: AAA ready, source: two-wire, reliability: A, credibility: 1, basis: assumption}
                """, "one-wire: {title: One}, two-wire: {title: Two}", "AAA.a"))
                .isEqualTo(MODERATE);
    }

    @Test
    void an_assumption_allows_no_more_than_moderate_confidence() {
        assertThat(of(
                        READY_A,
                        "facts: [{condition: AAA ready, basis: assumption, reliability: A, credibility: 1}]",
                        "AAA.a"))
                .isEqualTo(MODERATE);
        assertThat(of(
                        READY_A,
                        "facts: [{condition: AAA ready, basis: assumption, reliability: C, credibility: 4}]",
                        "AAA.a"))
                .isEqualTo(LOW);
        assertThat(of(READY_A, """
                facts: [{condition: AAA ready, basis: assumption}, {condition: BBB ready, reliability: A, credibility: 1}]
                """, "AAA.a")).isEqualTo(MODERATE);
    }

    @Test
    void where_nothing_is_graded_there_is_no_confidence() {
        assertThat(of(READY_A, "facts: [{condition: AAA ready}]", "AAA.a")).isEmpty();
        assertThat(of(READY_A, "facts: [{condition: AAA ready, basis: assumption}]", "AAA.a"))
                .isEmpty();
    }

    // What follows

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({"A1, A2, MODERATE", "A1, C3, LOW", "A1, A1, HIGH", "A1, F6, ", "C3, A2, LOW"})
    void a_derivation_is_as_good_as_its_weakest_premise(String one, String other, Confidence expected) {
        String both = rule(
                "both",
                condition("ready") + "    Condition( subject == $x, state == \"weak\" )\n",
                "Judgement( $x, \"a\" )");
        String chained = implies("first", "ready", "b")
                + rule(
                        "second",
                        "    Judgement( $x : subject, finding == \"b\" )\n"
                                + "    Condition( subject == $x, state == \"weak\" )",
                        "Judgement( $x, \"a\" )");
        for (String rules : List.of(both, chained)) {
            assertThat(of(rules, "facts: [" + fact("ready", one) + ", " + fact("weak", other) + "]", "AAA.a"))
                    .isEqualTo(Optional.ofNullable(expected));
        }
    }

    @Test
    void of_several_derivations_the_best_counts_where_it_covers_everything() {
        assertThat(of(READY_A + WEAK_A, "facts: [" + fact("ready", "A1") + ", " + fact("weak", "C3") + "]", "AAA.a"))
                .isEqualTo(HIGH);
        assertThat(of(READY_A + WEAK_A, "facts: [" + fact("ready", "F6") + ", " + fact("weak", "C3") + "]", "AAA.a"))
                .isEqualTo(LOW);
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({"A1, C3, LOW", "A1, A1, HIGH", "A2, A1, MODERATE", "A1, F6, "})
    void derivations_that_cover_different_scenarios_are_as_good_as_the_worse(
            String one, String other, Confidence expected) {
        assertThat(of(
                        byAnswer("yes", "ready") + byAnswer("no", "weak"),
                        """
                facts: [%s, %s]
                %s
                """.formatted(fact("ready", one), fact("weak", other), question("")),
                        "AAA.a"))
                .isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void what_covers_only_a_part_does_not_raise_the_whole() {
        assertThat(of(
                        byAnswer("yes", "ready") + WEAK_A,
                        """
                facts: [%s, %s]
                %s
                """.formatted(fact("ready", "A1"), fact("weak", "C3"), question("")),
                        "AAA.a"))
                .isEqualTo(LOW);
    }

    @Test
    void an_absence_allows_no_more_than_moderate_confidence() {
        String rules = rule(
                "absent",
                condition("ready") + "    not Condition( subject == $x, state == \"weak\" )",
                "Judgement( $x, \"a\" )");
        assertThat(of(rules, "facts: [" + fact("ready", "A1") + "]", "AAA.a")).isEqualTo(MODERATE);
        assertThat(of(rules, "facts: [" + fact("ready", "C3") + "]", "AAA.a")).isEqualTo(LOW);
    }

    @Test
    void an_absence_further_down_allows_no_more_either() {
        String rules = rule(
                        "absent",
                        condition("ready") + "    not Condition( subject == $x, state == \"weak\" )",
                        "Judgement( $x, \"b\" )")
                + rule("then", "    Judgement( $x : subject, finding == \"b\" )", "Judgement( $x, \"a\" )");
        assertThat(of(rules, "facts: [" + fact("ready", "A1") + "]", "AAA.a")).isEqualTo(MODERATE);
    }

    @Test
    void what_has_only_to_exist_is_a_premise_like_any_other() {
        String rules = rule(
                "exists",
                condition("ready") + "    exists Condition( subject == $x, state == \"weak\" )",
                "Judgement( $x, \"a\" )");
        assertThat(of(rules, "facts: [" + fact("ready", "A1") + ", " + fact("weak", "A1") + "]", "AAA.a"))
                .isEqualTo(HIGH);
        assertThat(of(rules, "facts: [" + fact("ready", "A1") + ", " + fact("weak", "C3") + "]", "AAA.a"))
                .isEqualTo(LOW);
    }

    @Test
    void what_is_counted_allows_no_more_than_moderate_confidence() {
        String rules = rule(
                "count",
                condition("ready")
                        + "    accumulate( Condition( subject == $x, state == \"weak\" ); $n : count(1); $n >= 1 )",
                "Judgement( $x, \"a\" )");
        assertThat(of(rules, "facts: [" + fact("ready", "A1") + ", " + fact("weak", "A1") + "]", "AAA.a"))
                .isEqualTo(MODERATE);
        assertThat(of(rules, "facts: [" + fact("ready", "A1") + ", " + fact("weak", "C3") + "]", "AAA.a"))
                .isEqualTo(LOW);
    }

    @Test
    void circular_support_gives_no_confidence() {
        String circle = rule("ab", "    Judgement( $x : subject, finding == \"a\" )", "Judgement( $x, \"b\" )")
                + rule("ba", "    Judgement( $x : subject, finding == \"b\" )", "Judgement( $x, \"a\" )");
        assertThat(of(
                        circle + READY_A + implies("weak-b", "weak", "b"),
                        """
                facts: [%s, %s]
                """.formatted(fact("ready", "C3"), fact("weak", "F6")),
                        "AAA.b"))
                .isEqualTo(LOW);
        assertThat(of(circle + READY_A, """
                facts: [%s, {condition: BBB firm, reliability: A, credibility: 1}]
                """.formatted(fact("ready", "F6")), "AAA.a"))
                .isEmpty();
    }

    // Questions

    @Test
    void an_open_question_limits_nothing() {
        assertThat(of(byAnswer("yes", "ready"), "facts: [" + fact("ready", "A1") + "]\n" + question(""), "AAA.a"))
                .isEqualTo(HIGH);
    }

    @Test
    void an_answer_that_is_supposed_limits_nothing() {
        Assessment assessment =
                assess(byAnswer("yes", "ready"), "facts: [" + fact("ready", "A1") + "]\n" + question(""));
        assertThat(confidence(assessment.given("q", "yes"), "AAA.a")).isEqualTo(HIGH);
    }

    @Test
    void what_holds_nowhere_has_no_confidence() {
        Assessment assessment =
                assess(byAnswer("yes", "ready"), "facts: [" + fact("ready", "A1") + "]\n" + question(""));
        assertThat(confidence(assessment.given("q", "no"), "AAA.a")).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"A1, HIGH", "A2, MODERATE", "C3, LOW", "F6, "})
    void an_answer_that_is_settled_is_as_good_as_what_settles_it(String grade, Confidence expected) {
        String settles = rule("settle", condition("bold"), "Settled( \"q\", \"yes\" )");
        assertThat(of(
                        byAnswer("yes", "ready") + settles,
                        "facts: [" + fact("ready", "A1") + ", " + fact("bold", grade) + "]\n" + question(""),
                        "AAA.a"))
                .isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"A1, HIGH", "A2, MODERATE", "C3, LOW", "F6, "})
    void an_answer_that_alone_is_possible_is_as_good_as_what_excludes_the_others(String grade, Confidence expected) {
        String excludes = rule(
                "exclude",
                condition("bold") + "    Condition( subject == \"BBB\", state == \"weak\" )",
                "Impossible( \"clash\" )");
        assertThat(of(
                        byAnswer("yes", "ready") + excludes,
                        "facts: [" + fact("ready", "A1") + ", " + fact("bold", grade) + "]\n" + question(""),
                        "AAA.a"))
                .isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void what_keeps_it_from_being_better_is_told() {
        String rules = rule(
                "absent",
                condition("ready") + "    not Condition( subject == $x, state == \"weak\" )",
                "Judgement( $x, \"a\" )");
        Assessment moderate = assess(rules, "facts: [" + fact("ready", "A1") + "]");
        assertThat(moderate.shortcomings(moderate.find("AAA.a").orElseThrow()))
                .singleElement()
                .isInstanceOf(Shortcoming.Absence.class);
        Assessment low = assess(rules, "facts: [" + fact("ready", "C3") + "]");
        assertThat(low.shortcomings(low.find("AAA.a").orElseThrow()))
                .containsExactly(new Shortcoming.Premise(new Condition("AAA", "ready", ""), LOW, false, 1));
        Assessment high = assess(READY_A, "facts: [" + fact("ready", "A1") + "]");
        assertThat(high.shortcomings(high.find("AAA.a").orElseThrow())).isEmpty();
    }

    @Test
    void what_settles_an_answer_or_excludes_the_others_is_told_where_it_is_what_keeps_it_down() {
        Shortcoming bold = new Shortcoming.Premise(new Condition("AAA", "bold", ""), LOW, false, 1);
        String facts = "facts: [" + fact("ready", "A1") + ", " + fact("bold", "C3") + "]\n" + question("");
        String settle = rule("settle", condition("bold"), "Settled( \"q\", \"yes\" )");
        Assessment settled = assess(byAnswer("yes", "ready") + settle, facts);
        assertThat(settled.shortcomings(settled.find("AAA.a").orElseThrow())).containsExactly(bold);
        String exclude = rule(
                "exclude",
                condition("bold") + "    Condition( subject == \"BBB\", state == \"weak\" )",
                "Impossible( \"clash\" )");
        Assessment excluded = assess(byAnswer("yes", "ready") + exclude, facts);
        assertThat(excluded.shortcomings(excluded.find("AAA.a").orElseThrow())).containsExactly(bold);
    }

    @Test
    void what_an_answer_would_make_true_is_no_evidence_for_it() {
        assertThat(of(READY_A, """
                facts: [%s]
                questions:
                  q:
                    ask: "Is Aland ready?"
                    answers:
                      yes: {facts: [{condition: AAA ready, reliability: A, credibility: 1}]}
                      no: {says: "not for now"}
                """.formatted(fact("ready", "C3")), "AAA.a")).isEqualTo(LOW);
    }

    // Reports as premises

    @Test
    void what_a_report_supports_is_as_good_as_all_who_say_the_same() {
        String heard =
                rule("heard", "    Report( question == \"q\", answer == \"yes\" )", "Judgement( \"AAA\", \"a\" )");
        assertThat(of(heard, reports("BBB", "CCC"), "AAA.a")).isEqualTo(HIGH);
        assertThat(of(heard, reports("BBB", "BBB"), "AAA.a")).isEqualTo(MODERATE);
        assertThat(of(heard, reports("anonymous", "anonymous"), "AAA.a")).isEqualTo(MODERATE);
    }

    @Test
    void outlets_of_one_owner_report_with_one_voice() {
        String heard =
                rule("heard", "    Report( question == \"q\", answer == \"yes\" )", "Judgement( \"AAA\", \"a\" )");
        String actors =
                "actors: {AAA: {name: Aland}, BBB: {name: Bland}, one-wire: {name: One%s}, two-wire: {name: Two%s}}\n";
        String said = "facts: [{condition: AAA ready}]\n" + question("") + reportsOf("one-wire", "two-wire");
        assertThat(confidence(assessWhole(heard, actors.formatted("", "") + said), "AAA.a"))
                .isEqualTo(HIGH);
        assertThat(confidence(assessWhole(heard, actors.formatted(", owner: BBB", ", owner: BBB") + said), "AAA.a"))
                .isEqualTo(MODERATE);
        // The owner itself speaks with the same voice.
        assertThat(confidence(
                        assessWhole(
                                heard,
                                actors.formatted(", owner: BBB", "")
                                        + "facts: [{condition: AAA ready}]\n" + question("")
                                        + reportsOf("one-wire", "BBB")),
                        "AAA.a"))
                .isEqualTo(MODERATE);
    }

    private static String reports(String one, String other) {
        return "facts: [{condition: AAA ready}]\n" + question("") + reportsOf(one, other);
    }

    private static String reportsOf(String one, String other) {
        return """
                reports:
                  - {id: r-1, question: q, answer: yes, origin: %s, reliability: B, credibility: 2}
                  - {id: r-2, question: q, answer: yes, origin: %s, reliability: B, credibility: 2}
                """.formatted(one, other);
    }

    // How the cases are written

    private static String condition(String state) {
        return "    Condition( $x : subject, state == \"" + state + "\" )\n";
    }

    private static String implies(String id, String state, String finding) {
        return rule(id, condition(state), "Judgement( $x, \"" + finding + "\" )");
    }

    /** AAA is a where it has the state and the question is answered so. */
    private static String byAnswer(String answer, String state) {
        String other = answer.equals("yes") ? "firm" : "weak";
        return rule(
                "by-" + answer,
                condition(state) + "    Condition( subject == \"BBB\", state == \"" + other + "\" )",
                "Judgement( $x, \"a\" )");
    }

    /** Bland is firm, or weak. */
    private static String question(String more) {
        return """
                questions:
                  q: {ask: "Is Bland firm?", answers: {yes: {facts: [{condition: BBB firm}]}, no: {facts: [{condition: BBB weak}]}}%s}
                """.formatted(more);
    }

    private static String fact(String state, String grade) {
        return "{condition: AAA " + state + ", reliability: " + grade.charAt(0) + ", credibility: " + grade.charAt(1)
                + "}";
    }

    private Optional<Confidence> of(String rules, String yaml, String id) {
        return confidence(assess(rules, yaml), id);
    }

    private Assessment assess(String rules, String yaml) {
        return Written.rules(folder, rules).assess(Written.caseFile(folder, yaml));
    }

    private Assessment assessWhole(String rules, String yaml) {
        return Written.rules(folder, rules).assess(Written.wholeCase(folder, yaml));
    }

    private Optional<Confidence> whole(String rules, String yaml, String sources, String id) {
        Path file = folder.resolve("facts/test-case/case.yaml");
        Written.write(file, "case: test-case\nsources: {" + sources + "}\n" + yaml);
        return confidence(Written.rules(folder, rules).assess(org.demarche.cases.CaseFile.read(file.getParent())), id);
    }

    private static Optional<Confidence> confidence(Assessment assessment, String id) {
        return assessment.find(id).map(Inference::confidence).orElseThrow();
    }
}
