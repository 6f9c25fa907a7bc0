package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Claim;
import org.demarche.inference.Inference;
import org.demarche.inference.Inference.Pivot;
import org.demarche.inference.Status;
import org.demarche.rules.RuleCard;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must come out of the 2018 assessment by computation: its theses, and why they do not come for free. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KimBeijingTest {

    private static final Reasoner REASONER = Reasoner.load(Path.of("rules/theory"), Path.of("rules/korea"));
    private static final CaseFile VISIT = CaseFile.read(Path.of("facts/kim-beijing-2018"));
    private static final String THESIS = "PRK.end-estrangement.CHN";
    private static final String SETTLEMENT = "PRK.settlement-in-reach.USA";
    private static final String WAR = "USA.war-in-prospect.PRK";
    private static final Map<String, String> AIM_OF =
            Map.of("C3b", "scale-down", "C3c", "sanctions-relief", "C3d", "no-concessions");

    @ParameterizedTest
    @CsvSource({"2018-03-25, 96", "2018-03-26, 192", "2018-03-27, 192", "2018-03-28, 96"})
    void scenarios_come_and_go_with_what_is_known(LocalDate date, int scenarios) {
        Assessment assessment = REASONER.assess(VISIT.asOf(date));
        assertThat(assessment.scenarios()).isEqualTo(scenarios);
        assertThat(assessment.paradoxical()).isZero();
        assertThat(find(assessment, THESIS).status()).isEqualTo(Status.ROBUST);
    }

    @Test
    void only_the_confirmation_settles_a_question() {
        Assessment assessment = REASONER.assess(VISIT);
        assertThat(assessment.answered()).containsExactly(Map.entry("traveller", "leader"));
        assertThat(find(assessment, "settled.traveller.leader").claims()).containsExactly("L2c");
        assertThat(REASONER.without("confirmation-settles").assess(VISIT).scenarios())
                .isEqualTo(192);
    }

    @Test
    void the_theses_are_robust() {
        Assessment assessment = REASONER.assess(VISIT);
        for (String id : List.of(THESIS, "PRK.hand-strengthened.USA", "CHN.needed-by.PRK")) {
            assertThat(find(assessment, id).status()).as(id).isEqualTo(Status.ROBUST);
            assertThat(find(assessment, id).conditions()).containsExactly(Map.of());
        }
    }

    @ParameterizedTest
    @CsvSource({"C3b", "C3c", "C3d"})
    void each_aim_carries_the_thesis_in_exactly_its_own_scenarios(String claim) {
        List<String> others = new ArrayList<>();
        AIM_OF.keySet().stream().filter(each -> !each.equals(claim)).forEach(each -> others.addAll(citing(each)));
        others.removeAll(citing(claim));
        Inference alone = find(REASONER.without(others.toArray(String[]::new)).assess(VISIT), THESIS);
        assertThat(alone.conditions()).containsExactly(Map.of("prk-aim", AIM_OF.getOrDefault(claim, "")));
        assertThat(alone.scenarios()).isEqualTo(32);
    }

    @ParameterizedTest
    @CsvSource({
        "guarantee-for-scale-down, scale-down",
        "enforcement-first, sanctions-relief",
        "no-concessions-war, no-concessions"
    })
    void without_the_rule_of_one_aim_the_thesis_is_contingent(String rule, String aim) {
        Assessment without = REASONER.without(rule).assess(VISIT);
        assertThat(find(without, THESIS).status()).isEqualTo(Status.CONTINGENT);
        assertThat(find(without, THESIS).scenarios()).isEqualTo(64);
        assertThat(find(without.given("prk-aim", aim), THESIS).status()).isEqualTo(Status.EXCLUDED);
    }

    @ParameterizedTest
    @CsvSource({
        "PRK.demand-security-guarantee.USA, scale-down",
        "PRK.weaken-enforcement.CHN, sanctions-relief",
        "PRK.lean-on.CHN, no-concessions"
    })
    void the_moves_of_one_aim_are_contingent_on_it(String move, String aim) {
        Inference found = find(REASONER.assess(VISIT), move);
        assertThat(found.status()).isEqualTo(Status.CONTINGENT);
        assertThat(found.scenarios()).isEqualTo(32);
        assertThat(found.conditions()).containsExactly(Map.of("prk-aim", aim));
    }

    @ParameterizedTest
    @CsvSource({
        "deterrent, reach-holds-back",
        "sanctions-bite, sanctions-backlash",
        "usa-would-sacrifice-seoul, hostage-holds-back"
    })
    void the_outcome_turns_on_each_core_variable_through_its_rule(String question, String rule) {
        assertThat(influence(REASONER.assess(VISIT), question)).isPositive();
        assertThat(influence(REASONER.without(rule).assess(VISIT), question)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"estrangement", "plot-sponsor"})
    void the_outcome_does_not_turn_on_intrigue(String question) {
        assertThat(influence(REASONER.assess(VISIT), question)).isZero();
    }

    @Test
    void without_the_summits_the_circle_of_outreach_and_new_phase_is_empty() {
        Assessment without = REASONER.without("summit-opens-window").assess(VISIT);
        for (String id : List.of("PRK.call-on-first.CHN", THESIS, "CHN.welcome-back.PRK", "PRK.new-phase.USA")) {
            assertThat(without.find(id).map(Inference::scenarios).orElse(java.math.BigInteger.ZERO))
                    .as(id)
                    .isZero();
        }
    }

    @Test
    void general_rules_name_nobody() {
        for (RuleCard card : REASONER.rulebase().in(List.of("theory")).cards().values()) {
            assertThat(org.demarche.rules.RuleWords.names(card))
                    .as(card.id())
                    .allMatch(name ->
                            REASONER.rulebase().vocabulary().term(name.word()).isPresent());
            assertThat(card.says()).as(card.id()).isNotEmpty();
            assertThat(card.why()).as(card.id()).isNotEmpty();
            assertThat(card.citations()).as(card.id()).isNotEmpty();
            assertThat(card.title()).isNotEqualTo(card.id());
        }
    }

    private static List<String> citing(String claim) {
        Claim cited = VISIT.claims().stream()
                .filter(each -> each.id().equals(claim))
                .findFirst()
                .orElseThrow();
        return REASONER.rulebase().cards().values().stream()
                .filter(card -> card.citations().stream().anyMatch(cited::citedBy))
                .map(RuleCard::id)
                .toList();
    }

    private static double influence(Assessment assessment, String question) {
        return List.of(SETTLEMENT, WAR).stream()
                .flatMap(id -> find(assessment, id).pivots().stream())
                .filter(pivot -> pivot.question().equals(question))
                .mapToDouble(Pivot::influence)
                .max()
                .orElse(0);
    }

    private static Inference find(Assessment assessment, String id) {
        return assessment.find(id).orElseThrow(() -> new AssertionError(id + " is not concluded"));
    }
}
