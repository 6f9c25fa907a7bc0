package org.demarche.hypotheses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.demarche.Written.rule;
import static org.demarche.hypotheses.Aim.MOVES;
import static org.demarche.hypotheses.Aim.STRUCK;
import static org.demarche.hypotheses.Aim.indicates;
import static org.demarche.hypotheses.Aim.ratings;
import static org.demarche.hypotheses.Aim.row;
import static org.demarche.hypotheses.Rating.C;
import static org.demarche.hypotheses.Rating.I;
import static org.demarche.hypotheses.Rating.II;
import static org.demarche.hypotheses.Rating.N;
import static org.demarche.hypotheses.Rating.NA;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demarche.Assessment;
import org.demarche.Written;
import org.demarche.hypotheses.Matrix.Cell;
import org.demarche.hypotheses.Matrix.Collect;
import org.demarche.hypotheses.Matrix.Column;
import org.demarche.hypotheses.Matrix.Counting;
import org.demarche.hypotheses.Matrix.Dependence;
import org.demarche.hypotheses.Matrix.Kind;
import org.demarche.hypotheses.Matrix.Row;
import org.demarche.hypotheses.Matrix.Standing;
import org.demarche.inference.LimitReachedException;
import org.demarche.model.Confidence;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers against evidence, in a small case worked out by hand. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HypothesesTest {

    private static final String WEAK = "facts: [{condition: AAA weak}]\n";

    @TempDir
    Path folder;

    // Cells by what rules take to bear

    @Test
    void a_cell_is_what_rules_say_of_the_answer_and_else_neutral() {
        Matrix matrix = matrix(
                indicates("against", "AAA", "weak", "gain-it", "II") + indicates("for", "AAA", "weak", "keep-it", "C"),
                WEAK);
        assertThat(matrix.rows()).singleElement().satisfies(row -> {
            assertThat(ratings(row)).containsExactly(II, C, N);
            assertThat(row.kind()).isEqualTo(Kind.INDICATION);
            assertThat(row.sentence()).isEqualTo("Aland is weak");
            assertThat(row.facts()).containsExactly("AAA.weak");
            assertThat(row.supposed()).isEmpty();
            assertThat(row.counting()).isEqualTo(Counting.COUNTED);
            assertThat(row.cells()).allMatch(Cell::certain);
            assertThat(row.diagnosticity()).isEqualTo(3);
        });
    }

    @Test
    void the_rules_behind_a_cell_are_told() {
        Row row = row(matrix(indicates("against", "AAA", "weak", "gain-it", "II"), WEAK), "AAA.weak");
        assertThat(row.cells().get(0).reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.rule()).isEqualTo("against"));
        assertThat(row.cells().get(1).reasons()).isEmpty();
    }

    @Test
    void evidence_that_holds_only_under_its_answer_is_shown_and_not_counted() {
        String rules = rule(
                "presupposes",
                "    Intention( actor == \"AAA\", aim == \"gain\" )",
                "Indication( \"aim\", \"gain-it\", \"I\" )");
        Matrix matrix = matrix(rules, WEAK);
        assertThat(matrix.rows()).singleElement().satisfies(row -> {
            assertThat(row.counting()).isEqualTo(Counting.PRESUPPOSES);
            assertThat(row.cells().get(0).rating()).isEqualTo(I);
            assertThat(row.cells().get(0).share()).isZero();
            assertThat(row.cells().get(0).presupposes()).isTrue();
            assertThat(row.diagnosticity()).isZero();
        });
        assertThat(matrix.standings()).allMatch(standing -> standing.most() == 0 && standing.rank() == 1);
    }

    @Test
    void of_what_presupposes_its_answer_in_part_the_rest_counts() {
        String rules = rule("a-if-gain", "    Intention( $x : actor, aim == \"gain\" )", "Judgement( $x, \"a\" )")
                + rule("a-if-bold", "    Condition( state == \"bold\" )", "Judgement( \"AAA\", \"a\" )")
                + rule("bears", "    Judgement( finding == \"a\" )", "Indication( \"aim\", \"gain-it\", \"I\" )");
        Matrix matrix = matrix(rules, WEAK);
        assertThat(row(matrix, "AAA.a").cells().get(0)).satisfies(cell -> {
            assertThat(cell.rating()).isEqualTo(I);
            assertThat(cell.share()).isEqualTo(0.5);
            assertThat(cell.conditions()).containsExactly(Map.of("mood", "bold"));
            assertThat(cell.presupposes()).isTrue();
        });
        assertThat(standing(matrix, 0)).isEqualTo(new Standing(0, 3, 0, 0.5, 1, -0.5, 3));
    }

    @Test
    void what_bears_under_an_answer_to_another_question_counts_by_its_share() {
        Matrix matrix = matrix(indicates("against", "BBB", "bold", "gain-it", "II"), WEAK);
        assertThat(row(matrix, "BBB.bold")).satisfies(row -> {
            assertThat(row.supposed()).containsExactly("mood");
            assertThat(row.confidence()).isEmpty();
            assertThat(row.cells().get(0).share()).isEqualTo(0.5);
            assertThat(row.cells().get(0).conditions()).containsExactly(Map.of("mood", "bold"));
            assertThat(row.cells().get(0).presupposes()).isFalse();
            assertThat(row.diagnosticity()).isEqualTo(1);
        });
        assertThat(standing(matrix, 0)).isEqualTo(new Standing(0, 3, 0, 1, 2, -1, 3));
    }

    @Test
    void where_rules_rate_the_same_evidence_differently_the_least_consistent_counts() {
        Matrix matrix = matrix(
                indicates("for", "AAA", "weak", "gain-it", "CC") + indicates("against", "AAA", "weak", "gain-it", "I"),
                WEAK);
        assertThat(row(matrix, "AAA.weak").cells().get(0)).satisfies(cell -> {
            assertThat(cell.rating()).isEqualTo(I);
            assertThat(cell.mixed()).isTrue();
            assertThat(cell.reasons()).hasSize(2);
        });
    }

    @Test
    void what_bears_on_no_answer_is_no_evidence() {
        assertThat(matrix(indicates("for", "AAA", "firm", "gain-it", "C"), WEAK).rows())
                .isEmpty();
        assertThat(Hypotheses.all(Aim.assess(folder, indicates("for", "AAA", "firm", "gain-it", "C"), WEAK)))
                .isEmpty();
        assertThat(Hypotheses.all(Aim.assess(folder, indicates("for", "AAA", "weak", "gain-it", "C"), WEAK)))
                .extracting(Matrix::questions)
                .containsExactly(List.of("aim"));
    }

    @Test
    void what_a_rule_gathers_is_its_evidence_and_more_of_it_may_not_be_known() {
        String counts = rule(
                "several",
                "    accumulate( Condition( state == \"firm\", $who : subject ); $n : count( $who ); $n >= 2 )",
                "Indication( \"aim\", \"gain-it\", \"I\" )");
        Matrix matrix = matrix(counts, """
                facts:
                  - {condition: CCC firm, reliability: A, credibility: 1}
                  - {condition: BBB firm, reliability: A, credibility: 1}
                """);
        assertThat(matrix.rows()).singleElement().satisfies(row -> {
            assertThat(row.facts()).containsExactly("BBB.firm", "CCC.firm");
            assertThat(row.sentence()).isEqualTo("Bland is firm and Cland is firm");
            assertThat(row.confidence()).contains(Confidence.MODERATE);
        });
    }

    @Test
    void what_a_rule_asks_to_exist_is_its_evidence() {
        String exists = rule(
                "somebody", "    exists Condition( state == \"firm\" )", "Indication( \"aim\", \"gain-it\", \"I\" )");
        Matrix matrix = matrix(
                exists + indicates("against", "CCC", "firm", "keep-it", "I"),
                "facts: [{condition: CCC firm, reliability: A, credibility: 1}]\n");
        assertThat(matrix.rows()).singleElement().satisfies(row -> {
            assertThat(row.facts()).containsExactly("CCC.firm");
            assertThat(ratings(row)).containsExactly(I, I, N);
            assertThat(row.confidence()).contains(Confidence.HIGH);
        });
    }

    @Test
    void what_is_missing_can_be_evidence_and_each_such_thing_has_its_row() {
        String missing =
                rule("no-firm", "    not Condition( state == \"firm\" )", "Indication( \"aim\", \"gain-it\", \"I\" )")
                        + rule(
                                "no-weak",
                                "    not Condition( state == \"weak\" )",
                                "Indication( \"aim\", \"keep-it\", \"I\" )");
        Matrix matrix = matrix(missing, "facts: [{condition: AAA ready, reliability: A, credibility: 1}]\n");
        assertThat(matrix.rows()).hasSize(2).allSatisfy(row -> {
            assertThat(row.facts()).isEmpty();
            assertThat(row.confidence()).contains(Confidence.MODERATE);
        });
        assertThat(matrix.rows())
                .extracting(Row::sentence)
                .containsExactly("Nothing says that something is firm", "Nothing says that something is weak");
    }

    // Cells by what was to be expected

    @Test
    void what_happened_fits_where_it_was_to_be_expected_and_not_where_something_else_was() {
        Matrix matrix = matrix(MOVES, "facts: [{" + STRUCK + "}]\n");
        assertThat(matrix.rows()).singleElement().satisfies(row -> {
            assertThat(ratings(row)).containsExactly(C, I, N);
            assertThat(row.kind()).isEqualTo(Kind.PREDICTION);
            assertThat(row.facts()).containsExactly("AAA.strike.BBB.2031-03-01");
            assertThat(row.diagnosticity()).isEqualTo(2);
        });
    }

    @Test
    void what_does_not_exclude_it_speaks_not_against_it() {
        Matrix matrix = Hypotheses.of(
                Aim.rules(folder, MOVES, "wait: {text: \"wait[ for {target}]\"}")
                        .assess(Aim.assess(folder, MOVES, "facts: [{" + STRUCK + "}]\n")
                                .caseFile()),
                List.of("aim"));
        assertThat(ratings(matrix.rows().get(0))).containsExactly(C, N, N);
    }

    @Test
    void what_happened_is_withheld_so_that_it_does_not_foresee_itself() {
        String itself = rule(
                "once-more",
                "    Event( $x : actor, action == \"strike\", $t : target )",
                "Move( $x, \"strike\", $t )");
        assertThat(ratings(row(matrix(MOVES + itself, "facts: [{" + STRUCK + "}]\n"), "AAA.strike.BBB.2031-03-01")))
                .containsExactly(C, I, N);
    }

    @Test
    void what_is_foreseen_and_excluded_under_one_answer_is_mixed_and_speaks_against_it() {
        String both =
                MOVES + rule("bold-waits", "    Condition( state == \"bold\" )", "Move( \"AAA\", \"wait\", \"BBB\" )");
        Row row = row(matrix(both, "facts: [{" + STRUCK + "}]\n"), "AAA.strike.BBB.2031-03-01");
        assertThat(ratings(row)).containsExactly(I, I, I);
        assertThat(row.cells()).extracting(Cell::mixed).containsExactly(true, false, false);
        assertThat(row.cells()).extracting(Cell::share).containsExactly(0.5, 1.0, 0.5);
    }

    @Test
    void what_began_after_something_happened_did_not_lead_to_it() {
        String firm =
                rule("firm-strikes", "    Condition( state == \"firm\" )", "Move( \"AAA\", \"strike\", \"BBB\" )");
        String struck = "facts: [{event: AAA strike BBB 2031-03}, {condition: CCC firm, since: ";
        assertThat(ratings(row(matrix(MOVES + firm, struck + "2031-03-31}]\n"), "AAA.strike.BBB.2031-03")))
                .containsExactly(C, I, C);
        assertThat(ratings(row(matrix(MOVES + firm, struck + "2031-04-01}]\n"), "AAA.strike.BBB.2031-03")))
                .containsExactly(C, I, N);
    }

    @Test
    void what_was_withheld_may_have_to_be_worked_out_anew_and_other_questions_still_shift_it() {
        String alone = rule(
                        "one-alone-strikes",
                        "    accumulate( Condition( state == \"firm\", $who : subject ); $n : count( $who ); $n == 1 )",
                        "Move( \"AAA\", \"strike\", \"BBB\" )")
                + rule("bold-waits", "    Condition( state == \"bold\" )", "Move( \"AAA\", \"wait\", \"BBB\" )");
        Matrix matrix = matrix(
                MOVES + alone,
                "facts: [{" + STRUCK + "}, {condition: CCC firm}, {condition: BBB firm, since: 2031-04-01}]\n");
        assertThat(ratings(row(matrix, "AAA.strike.BBB.2031-03-01"))).containsExactly(I, I, I);
        assertThat(row(matrix, "AAA.strike.BBB.2031-03-01").cells())
                .extracting(Cell::share)
                .containsExactly(0.5, 1.0, 0.5);
        assertThat(matrix.collect()).extracting(Collect::question).containsExactly("mood");
    }

    @Test
    void what_was_so_all_along_and_found_out_afterwards_may_have_led_to_it() {
        String firm =
                rule("firm-strikes", "    Condition( state == \"firm\" )", "Move( \"AAA\", \"strike\", \"BBB\" )");
        assertThat(ratings(row(
                        matrix(MOVES + firm, "facts: [{" + STRUCK + "}, {condition: CCC firm, known: 2031-05-01}]\n"),
                        "AAA.strike.BBB.2031-03-01")))
                .containsExactly(C, I, C);
    }

    // Hypotheses

    @Test
    void what_is_ruled_out_stays_as_a_column_and_tells_nothing_of_predictions() {
        String settles = rule("settles", "    Condition( state == \"firm\" )", "Settled( \"aim\", \"gain-it\" )");
        Matrix matrix = matrix(MOVES + settles, "facts: [{" + STRUCK + "}, {condition: CCC firm}]\n");
        assertThat(matrix.columns()).extracting(Column::possible).containsExactly(true, false, false);
        assertThat(ratings(row(matrix, "AAA.strike.BBB.2031-03-01"))).containsExactly(C, NA, NA);
    }

    @Test
    void answers_to_several_questions_are_combined() {
        String rules = indicates("against", "BBB", "bold", "gain-it", "II")
                + rule(
                        "calm",
                        "    Condition( subject == \"AAA\", state == \"weak\" )",
                        "Indication( \"mood\", \"calm\", \"I\" )");
        Matrix matrix = Hypotheses.of(Aim.assess(folder, rules, WEAK), List.of("aim", "mood"));
        assertThat(matrix.columns())
                .extracting(Column::id)
                .containsExactly(
                        "gain-it + bold",
                        "gain-it + calm",
                        "keep-it + bold",
                        "keep-it + calm",
                        "nothing + bold",
                        "nothing + calm");
        assertThat(row(matrix, "BBB.bold").cells())
                .extracting(cell -> cell.rating() + " " + cell.share())
                .containsExactly("II 1.0", "N 1.0", "N 1.0", "N 1.0", "N 1.0", "N 1.0");
        assertThat(ratings(row(matrix, "AAA.weak"))).containsExactly(N, I, N, I, N, I);
        assertThat(matrix.standings()).extracting(Standing::column).containsExactly(2, 4, 1, 3, 5, 0);
        assertThat(matrix.standings()).extracting(Standing::rank).containsExactly(1, 1, 3, 3, 3, 6);
        assertThat(matrix.columns().get(0).says()).isEqualTo("Aland wants to gain Bland and Bland is bold");
    }

    @Test
    void each_combination_has_the_rating_of_its_own_scenarios() {
        String weak = "    Condition( subject == \"AAA\", state == \"weak\" )\n";
        String rules = rule(
                        "if-bold",
                        weak + "    exists Condition( state == \"bold\" )",
                        "Indication( \"aim\", \"gain-it\", \"II\" )")
                + rule(
                        "unless-bold",
                        weak + "    not Condition( state == \"bold\" )",
                        "Indication( \"aim\", \"gain-it\", \"I\" )");
        Matrix matrix = Hypotheses.of(Aim.assess(folder, rules, WEAK), List.of("aim", "mood"));
        assertThat(row(matrix, "AAA.weak").cells().subList(0, 2))
                .extracting(cell -> cell.rating() + " " + cell.share() + " " + cell.mixed())
                .containsExactly("II 1.0 false", "I 1.0 false");
    }

    @Test
    void what_bears_on_two_questions_is_one_piece_of_evidence() {
        String rules = indicates("on-aim", "AAA", "weak", "gain-it", "I")
                + rule(
                        "on-mood",
                        "    Condition( subject == \"AAA\", state == \"weak\" )",
                        "Indication( \"mood\", \"bold\", \"II\" )");
        Matrix matrix = Hypotheses.of(Aim.assess(folder, rules, WEAK), List.of("aim", "mood"));
        assertThat(matrix.rows())
                .singleElement()
                .satisfies(row -> assertThat(ratings(row)).containsExactly(II, I, II, N, II, N));
    }

    @Test
    void more_hypotheses_than_anybody_can_tell_apart_are_refused() {
        StringBuilder many = new StringBuilder("questions:\n");
        for (int i = 0; i < 7; i++) {
            many.append("  q-")
                    .append(i)
                    .append(": {ask: \"Which?\", answers: {yes: {says: \"it is so\"}, no: {says: \"it is not\"}}}\n");
        }
        Assessment assessment = Written.rules(
                        folder,
                        indicates("for", "AAA", "weak", "gain-it", "C")
                                .replace("\"aim\", \"gain-it\"", "\"q-0\", \"yes\""))
                .assess(Written.caseFile(folder, many.toString()));
        List<String> seven = List.of("q-0", "q-1", "q-2", "q-3", "q-4", "q-5", "q-6");
        assertThat(Hypotheses.of(assessment, seven.subList(0, 6)).columns()).hasSize(64);
        assertThatThrownBy(() -> Hypotheses.of(assessment, seven))
                .isInstanceOf(LimitReachedException.class)
                .hasMessageContaining("64");
    }

    // What it comes to

    @Test
    void the_most_telling_evidence_comes_first_and_what_does_not_count_last() {
        String rules = indicates("some", "AAA", "weak", "gain-it", "C")
                + indicates("more", "CCC", "weak", "gain-it", "II")
                + indicates("same-1", "AAA", "firm", "gain-it", "C")
                + indicates("same-2", "AAA", "firm", "keep-it", "C")
                + indicates("same-3", "AAA", "firm", "nothing", "C")
                + rule("own", "    Intention( aim == \"gain\" )", "Indication( \"aim\", \"gain-it\", \"C\" )");
        Matrix matrix = matrix(rules, "facts: [{condition: AAA weak}, {condition: CCC weak}, {condition: AAA firm}]\n");
        assertThat(matrix.rows())
                .extracting(row -> row.id() + " " + row.facts().get(0))
                .containsExactly("E1 CCC.weak", "E2 AAA.weak", "E3 AAA.firm", "E4 AAA.gain.BBB");
    }

    @Test
    void what_cannot_be_together_does_not_speak_against_an_answer_together() {
        String rules = rule(
                        "if-firm",
                        "    Condition( $x : subject, state == \"firm\" )",
                        "Indication( \"aim\", \"gain-it\", \"I\" )")
                + rule(
                        "if-ready",
                        "    Condition( $x : subject, state == \"ready\" )",
                        "Indication( \"aim\", \"gain-it\", \"II\" )");
        Matrix matrix = matrix(rules, """
                  luck:
                    ask: "Is Cland lucky?"
                    answers:
                      good: {says: "Cland is lucky", facts: [{condition: CCC firm}]}
                      bad: {says: "Cland is not lucky", facts: [{condition: CCC ready}]}
                """);
        assertThat(matrix.rows()).hasSize(2);
        assertThat(standing(matrix, 0)).isEqualTo(new Standing(0, 3, 1, 1.5, 2, -1.5, 3));
    }

    @Test
    void what_is_consistent_with_an_answer_does_not_help_it() {
        Matrix matrix = matrix(
                indicates("for", "AAA", "weak", "gain-it", "CC") + indicates("against", "AAA", "weak", "keep-it", "I"),
                WEAK);
        assertThat(matrix.standings())
                .extracting(standing -> standing.column() + ": " + standing.rank())
                .containsExactly("0: 1", "2: 1", "1: 3");
    }

    @Test
    void evidence_weighs_by_how_good_it_is() {
        Matrix matrix = matrix(
                indicates("high", "AAA", "weak", "gain-it", "II")
                        + indicates("low", "CCC", "weak", "gain-it", "I")
                        + indicates("none", "AAA", "firm", "gain-it", "I"),
                """
                facts:
                  - {condition: AAA weak, reliability: A, credibility: 1}
                  - {condition: CCC weak, reliability: C, credibility: 3}
                  - {condition: AAA firm}
                """);
        assertThat(row(matrix, "AAA.weak").credibility()).isEqualTo(Weight.HIGH);
        assertThat(row(matrix, "CCC.weak").credibility()).isEqualTo(Weight.LOW);
        assertThat(row(matrix, "AAA.firm").credibility())
                .as("what nobody has judged weighs no more than what is poor")
                .isEqualTo(Weight.LOW);
        assertThat(standing(matrix, 0).weighted()).isEqualTo(-(2 * Math.sqrt(2) + 2 / Math.sqrt(2)), within(1e-12));
        assertThat(standing(matrix, 0).inconsistency()).isEqualTo(4);
    }

    // One origin counts once

    private static final String HEARD =
            rule("for", "    Report( question == \"aim\", $a : answer )", "Indication( \"aim\", $a, \"C\" )")
                    + rule(
                            "against",
                            "    Report( question == \"aim\", $a : answer )\n"
                                    + "    Hypothesis( question == \"aim\", answer != $a, $o : answer )",
                            "Indication( \"aim\", $o, \"I\" )");

    @Test
    void of_reports_from_one_origin_the_best_judged_counts() {
        Matrix matrix = matrix(HEARD, """
                reports:
                  - {id: r-1, question: aim, answer: gain-it, origin: anonymous, reliability: C, credibility: 3}
                  - {id: r-2, question: aim, answer: gain-it, origin: anonymous, reliability: A, credibility: 2}
                  - {id: r-3, question: aim, answer: gain-it, origin: anonymous}
                """);
        assertThat(row(matrix, "r-2").counting()).isEqualTo(Counting.COUNTED);
        assertThat(row(matrix, "r-2").id()).isEqualTo("E1");
        for (String other : List.of("r-1", "r-3")) {
            assertThat(row(matrix, other).counting()).isEqualTo(Counting.REPEATS);
            assertThat(row(matrix, other).repeats()).isEqualTo("E1");
        }
        assertThat(standing(matrix, 1).inconsistency()).isEqualTo(1);
    }

    @Test
    void of_a_copy_and_its_original_the_original_counts() {
        Matrix matrix = matrix(HEARD, """
                reports:
                  - {id: z-original, question: aim, answer: gain-it, origin: CCC, reliability: C, credibility: 3}
                  - {id: a-copy, question: aim, answer: gain-it, repeats: z-original, reliability: A, credibility: 1}
                """);
        assertThat(row(matrix, "z-original").counting()).isEqualTo(Counting.COUNTED);
        assertThat(row(matrix, "a-copy").counting()).isEqualTo(Counting.REPEATS);
    }

    @Test
    void reports_of_different_origins_or_for_different_answers_count_each() {
        Matrix matrix = matrix(HEARD, """
                reports:
                  - {id: r-1, question: aim, answer: gain-it, origin: AAA}
                  - {id: r-2, question: aim, answer: gain-it, origin: CCC}
                  - {id: r-3, question: aim, answer: keep-it, origin: CCC}
                """);
        assertThat(matrix.rows()).allMatch(Row::counts);
        assertThat(matrix.standings()).extracting(Standing::column).containsExactly(0, 1, 2);
        assertThat(matrix.standings()).extracting(Standing::inconsistency).containsExactly(1.0, 2.0, 3.0);
    }

    @Test
    void a_report_is_judged_by_itself_and_not_by_who_else_says_so() {
        Matrix matrix = matrix(HEARD, """
                reports:
                  - {id: r-1, question: aim, answer: gain-it, origin: AAA, reliability: C, credibility: 3}
                  - {id: r-2, question: aim, answer: gain-it, origin: CCC, reliability: B, credibility: 2}
                """);
        assertThat(row(matrix, "r-1").confidence()).contains(Confidence.LOW);
        assertThat(row(matrix, "r-2").confidence()).contains(Confidence.MODERATE);
    }

    // What is not independent

    @Test
    void evidence_from_one_source_alone_is_not_independent() {
        String rules =
                indicates("one", "AAA", "weak", "gain-it", "II") + indicates("other", "CCC", "weak", "gain-it", "I");
        Matrix matrix = matrix(rules, "facts: [{condition: AAA weak}, {condition: CCC weak}]\n");
        assertThat(matrix.dependences())
                .containsExactly(new Dependence(List.of("E1", "E2"), Set.of("test-source"), List.of()));
    }

    @Test
    void evidence_that_stands_on_one_premise_is_not_independent() {
        String rules = rule("weak-a", "    Condition( $x : subject, state == \"weak\" )", "Judgement( $x, \"a\" )")
                + rule("weak-b", "    Condition( $x : subject, state == \"weak\" )", "Judgement( $x, \"b\" )")
                + rule("a-bears", "    Judgement( finding == \"a\" )", "Indication( \"aim\", \"gain-it\", \"II\" )")
                + rule("b-bears", "    Judgement( finding == \"b\" )", "Indication( \"aim\", \"gain-it\", \"I\" )");
        Matrix matrix = matrix(rules, WEAK);
        assertThat(matrix.dependences())
                .contains(new Dependence(List.of("E1", "E2"), Set.of(), List.of("Aland is weak")));
    }

    @Test
    void what_is_only_supposed_stands_on_no_origin() {
        String rules =
                indicates("one", "AAA", "weak", "gain-it", "II") + indicates("other", "BBB", "bold", "gain-it", "I");
        assertThat(matrix(rules, WEAK).dependences()).isEmpty();
    }

    // What to find out next

    @Test
    void the_question_whose_answer_shifts_most_is_to_be_found_out_next() {
        Matrix matrix = matrix(indicates("against", "BBB", "bold", "gain-it", "II"), WEAK);
        assertThat(matrix.collect())
                .containsExactly(new Collect(
                        "mood",
                        2,
                        Map.of(
                                "bold", List.of("keep-it", "nothing"),
                                "calm", List.of("gain-it", "keep-it", "nothing"))));
    }

    @Test
    void a_question_that_shifts_nothing_need_not_be_found_out() {
        assertThat(matrix(indicates("against", "AAA", "weak", "gain-it", "II"), WEAK)
                        .collect())
                .isEmpty();
        assertThat(matrix(indicates("for", "BBB", "bold", "gain-it", "C"), WEAK).collect())
                .isEmpty();
    }

    private Matrix matrix(String rules, String yaml) {
        return Aim.matrix(folder, rules, yaml);
    }

    private static Standing standing(Matrix matrix, int column) {
        return matrix.standings().stream()
                .filter(standing -> standing.column() == column)
                .findFirst()
                .orElseThrow();
    }
}
