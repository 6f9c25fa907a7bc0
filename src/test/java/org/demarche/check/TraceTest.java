package org.demarche.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.demarche.cases.CaseFile;
import org.demarche.rules.RuleCard;
import org.demarche.source.Problem;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TraceTest {

    private static final Trace WHOLE = trace("strait", "facts/strait/met.expect.yaml");
    private static final Trace GAPS = trace("gaps", "facts/gaps/gaps.expect.yaml", "rules/loose/loose.expect.yaml");

    @Test
    void a_claim_leads_to_all_that_carries_it() {
        ClaimTrace pressed = claim(WHOLE, "S1c");
        assertThat(pressed.rules()).extracting(RuleCard::id).containsExactly("hunger-presses", "quarantine-presses");
        assertThat(pressed.expectations()).hasSize(1);
        assertThat(claim(WHOLE, "S2a").statements())
                .extracting(statement -> statement.fact().id())
                .containsExactly("VAR.isolate.KES", "HAL.ally-of.KES");
        assertThat(claim(WHOLE, "S2b").questions())
                .extracting(question -> question.id())
                .containsExactly("escort");
    }

    @Test
    void claims_are_in_the_order_of_the_case() {
        assertThat(WHOLE.claims())
                .extracting(each -> each.claim().id())
                .containsExactly("S1a", "S1c", "S1b", "S1d", "S1e", "S2a", "S2b", "S2c");
    }

    @Test
    void nothing_is_missing_where_each_claim_is_carried_as_its_kind_asks() {
        assertThat(WHOLE.gaps()).isEmpty();
        assertThat(WHOLE.complete()).isTrue();
    }

    @Test
    void each_kind_of_gap_is_a_sentence() {
        assertThat(claim(GAPS, "G1a").gaps()).containsExactly("No expectation exercises it.");
        assertThat(claim(GAPS, "G1b").gaps()).isEmpty();
        assertThat(claim(GAPS, "G2").gaps()).containsExactly("No rule cites it.", "No expectation exercises it.");
        assertThat(claim(GAPS, "G3").gaps()).containsExactly("No fact cites it.");
        assertThat(claim(GAPS, "G4").gaps()).containsExactly("No report or fact cites it.");
        assertThat(claim(GAPS, "G5").gaps()).containsExactly("No question cites it.");
        assertThat(claim(GAPS, "G7").gaps()).isEmpty();
        assertThat(GAPS.complete()).isFalse();
    }

    @Test
    void a_thesis_must_not_be_cited() {
        assertThat(claim(GAPS, "G6").gaps())
                .containsExactly(
                        "It is a thesis, which has to come out by itself, and yet it is cited by the rule"
                                + " `begs-the-question`, the fact `VAR.isolate.KES`, the question `escort`.",
                        "No expectation shows that it comes out by itself.");
    }

    @Test
    void what_names_a_claim_that_is_not_there_is_a_stray() {
        assertThat(GAPS.strays())
                .extracting(Problem::message)
                .containsExactlyInAnyOrder(
                        "The rule `typing-slip` cites `essay-2032 G1x`, but the case lists no such claim.",
                        "The rule `typing-slip` cites `essay-2032 ch. 4`, but the case lists no such claim.",
                        "`VAR.isolate.KES` cites `essay-2032 G9`, but the case lists no such claim.",
                        "The expectation names the claim `G1z`, but the case lists no such claim.");
    }

    private static ClaimTrace claim(Trace trace, String id) {
        return trace.claims().stream()
                .filter(each -> each.claim().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Trace trace(String id, String... files) {
        CaseFile caseFile = CheckFixture.caseFile(id);
        List<Expectation> expectations = Stream.of(files)
                .flatMap(file -> CheckFixture.expectations(file).stream())
                .toList();
        return Trace.of(caseFile, CheckFixture.rules(caseFile), expectations);
    }
}
