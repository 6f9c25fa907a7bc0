package org.demarche.hypotheses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.Written.rule;
import static org.demarche.hypotheses.Aim.MOVES;
import static org.demarche.hypotheses.Aim.STRUCK;
import static org.demarche.hypotheses.Aim.indicates;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.demarche.Assessment;
import org.demarche.Reasoner;
import org.demarche.cases.CaseFile;
import org.demarche.hypotheses.Indicators.Bearing;
import org.demarche.hypotheses.Indicators.Foreseen;
import org.demarche.hypotheses.Indicators.Unseen;
import org.demarche.hypotheses.Indicators.Watched;
import org.demarche.model.Event;
import org.demarche.model.Move;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What to watch for. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IndicatorsTest {

    @TempDir
    Path folder;

    @Test
    void moves_are_foreseen_under_the_answers_that_lead_to_them() {
        List<Watched> answers = watched(MOVES, "facts: [{condition: AAA weak}]\n");
        assertThat(answers).extracting(Watched::answer).containsExactly("gain-it", "keep-it", "nothing");
        assertThat(answers.get(0).foreseen()).singleElement().satisfies(foreseen -> {
            assertThat(foreseen.move()).isEqualTo(new Move("AAA", "strike", "BBB"));
            assertThat(foreseen.under()).isEqualTo(1);
            assertThat(foreseen.otherwise()).isZero();
            assertThat(foreseen.happened()).isEmpty();
        });
        assertThat(answers.get(2).foreseen()).isEmpty();
    }

    @Test
    void a_move_that_has_been_made_is_said_to_have_happened() {
        assertThat(watched(MOVES, "facts: [{" + STRUCK + "}]\n").get(0).foreseen())
                .singleElement()
                .extracting(Foreseen::happened)
                .isEqualTo(java.util.Optional.of(new Event("AAA", "strike", "BBB", "2031-03-01")));
    }

    @Test
    void shares_tell_how_much_more_it_is_to_be_expected() {
        String bold =
                rule("bold-strikes", "    Condition( state == \"bold\" )", "Move( \"AAA\", \"strike\", \"BBB\" )");
        List<Watched> answers = watched(MOVES + bold, "facts: [{condition: AAA weak}]\n");
        assertThat(answers.get(0).foreseen()).singleElement().satisfies(foreseen -> {
            assertThat(foreseen.under()).isEqualTo(1);
            assertThat(foreseen.otherwise()).isEqualTo(0.5);
        });
        assertThat(answers.get(2).foreseen()).isEmpty();
    }

    @Test
    void what_follows_under_every_answer_is_not_worth_watching() {
        String always = rule("weak-waits", "    Condition( state == \"weak\" )", "Move( \"AAA\", \"wait\", \"CCC\" )");
        assertThat(watched(always, "facts: [{condition: AAA weak}]\n"))
                .allMatch(watched -> watched.foreseen().isEmpty());
    }

    @Test
    void what_has_been_seen_is_told_apart_from_what_has_not() {
        String rules =
                indicates("for", "AAA", "weak", "gain-it", "C") + indicates("against", "CCC", "firm", "gain-it", "II");
        Watched gain = watched(rules, "facts: [{condition: AAA weak}]\n").get(0);
        assertThat(gain.seen())
                .containsExactly(new Indicators.Seen("E1", "Aland is weak", Rating.C, List.of("AAA.weak")));
        assertThat(gain.unseen()).singleElement().satisfies(unseen -> {
            assertThat(unseen.bearing()).isEqualTo(Bearing.SPEAKS_AGAINST);
            assertThat(unseen.rule()).isEqualTo("against");
            assertThat(unseen.sentence()).contains("Cland is firm");
        });
    }

    @Test
    void what_would_settle_it_comes_first() {
        String rules = indicates("for", "AAA", "firm", "gain-it", "C")
                + rule(
                        "settles",
                        "    Condition( subject == \"CCC\", state == \"ready\" )",
                        "Settled( \"aim\", \"gain-it\" )");
        assertThat(watched(rules, "facts: [{condition: AAA weak}]\n").get(0).unseen())
                .extracting(Unseen::bearing)
                .containsExactly(Bearing.SETTLES, Bearing.SPEAKS_FOR);
    }

    @Test
    void of_what_rules_would_have_to_conclude_first_the_conditions_are_named() {
        String rules = rule("a", "    Condition( $x : subject, state == \"firm\" )", "Judgement( $x, \"a\" )")
                + rule(
                        "bears",
                        "    Judgement( subject == \"CCC\", finding == \"a\" )",
                        "Indication( \"aim\", \"gain-it\", \"C\" )");
        assertThat(watched(rules, "facts: [{condition: AAA weak}]\n").get(0).unseen())
                .singleElement()
                .satisfies(unseen -> assertThat(unseen.sentence()).contains("Cland is firm"));
    }

    @Test
    void nobody_is_told_to_watch_for_hypotheses_relations_or_any_report_at_all() {
        String rules = rule(
                        "hypothesis",
                        "    Condition( state == \"weak\" )\n    Hypothesis( kind == \"relation\", $q : question, $a : answer )",
                        "Indication( $q, $a, \"C\" )")
                + rule(
                        "relation",
                        "    Condition( state == \"weak\" )\n    Relation( actor == \"AAA\", relation == \"ally-of\" )",
                        "Indication( \"aim\", \"gain-it\", \"C\" )")
                + rule("report", "    Report( question == \"aim\", $a : answer )", "Indication( \"aim\", $a, \"C\" )");
        assertThat(watched(rules, "facts: [{condition: AAA weak}]\n"))
                .allMatch(watched -> watched.unseen().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"kim-beijing-2018", "taiwan-strait-1958"})
    void nothing_vague_stands_on_the_lists_of_the_shipped_cases(String name) {
        Assessment assessment = Reasoner.load(Path.of("rules")).assess(CaseFile.read(Path.of("facts", name)));
        List<Unseen> unseen = assessment.questions().stream()
                .flatMap(question -> Indicators.of(assessment, question.id()).answers().stream())
                .flatMap(watched -> watched.unseen().stream())
                .toList();
        assertThat(unseen).isNotEmpty();
        assertThat(unseen.stream().flatMap(each -> Stream.of(each.sentence(), each.title())))
                .noneMatch(text -> text.isBlank()
                        || text.matches("(?i).*(hypothesis|\\bsomething\\b.*\\bsomething\\b|\\$|[{}]).*"));
    }

    private List<Watched> watched(String rules, String yaml) {
        return Indicators.of(Aim.assess(folder, rules, yaml), "aim").answers();
    }
}
