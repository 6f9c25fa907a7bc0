package org.demarche.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.demarche.Assessment;
import org.demarche.Reasoner;
import org.demarche.Written;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Question;
import org.demarche.evidence.Reporting.Ended;
import org.demarche.hypotheses.Hypotheses;
import org.demarche.hypotheses.Matrix;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;
import org.demarche.model.Confidence;
import org.demarche.model.Event;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports that are meant to bring about more than they should. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileReportsTest {

    private static final Reasoner SHIPPED = Reasoner.load(Path.of("rules"));
    private static final LocalDate DAY = LocalDate.of(2018, 4, 1);

    private static final String CONTRADICTION = """
            reports:
              - {id: heard, source: wire-a, origin: anonymous, question: trav, answer: lead}
              - {id: said, source: wire-a, origin: CHN, question: trav, answer: lead, reliability: B, credibility: 2}
              - {id: denied, source: wire-a, origin: PRK, question: trav, answer: sis, reliability: %s, credibility: %s}
            """;

    @TempDir
    Path folder;

    @Test
    void a_copy_of_what_an_unreliable_speaker_says_settles_nothing() {
        Assessment assessment = assess("""
                reports:
                  - {id: said, source: wire-x, origin: agency, question: trav, answer: lead, credibility: 2, known: 2018-03-27}
                  - {id: passed-on, source: wire-a, repeats: said, question: trav, answer: lead, credibility: 2, known: 2018-03-28}
                """);

        assertThat(assessment.scenarios()).isEqualTo(2);
    }

    @Test
    void a_copy_cannot_say_something_else() {
        assertThatThrownBy(() -> assess("""
                reports:
                  - {id: said, source: wire-a, origin: agency, question: trav, answer: lead}
                  - {id: passed-on, source: wire-a, repeats: said, question: trav, answer: sis}
                """)).hasMessageContaining("says something else");
    }

    @Test
    void what_is_reported_of_a_fact_on_different_days_counts_in_any_order_and_not_before_it_is_known() {
        String early =
                "  - {id: r1, source: wire-a, origin: anonymous, fact: {relation: PRK ally-of CHN}, known: 2018-03-27}\n";
        String late =
                "  - {id: r9, source: wire-a, origin: anonymous, fact: {relation: PRK ally-of CHN, since: 2018-04-05},"
                        + " known: 2018-04-07}\n";

        assertThat(stated("reports:\n" + early)).containsExactly("PRK.ally-of.CHN");
        assertThat(stated("reports:\n" + late + early)).containsExactly("PRK.ally-of.CHN");
        assertThat(stated("reports:\n" + early + late)).containsExactly("PRK.ally-of.CHN");
    }

    @Test
    void a_denial_takes_no_day_from_what_is_said_to_be_so() {
        assertThat(stated("""
                reports:
                  - {id: r0, source: wire-x, origin: anonymous, denies: {relation: PRK ally-of CHN, until: 2018-03-20}}
                  - {id: r1, source: wire-a, origin: anonymous, fact: {relation: PRK ally-of CHN}, known: 2018-03-27}
                """)).containsExactly("PRK.ally-of.CHN");
    }

    private List<String> stated(String reports) {
        CaseFile file = caseFile(reports);
        Question asked = file.question("prk-ally-of-chn").orElseThrow();
        return file.statementsAt(asked.answer("yes").orElseThrow()).stream()
                .map(statement -> statement.fact().id())
                .distinct()
                .toList();
    }

    @Test
    void two_facts_with_one_question_are_an_error() {
        assertThatThrownBy(() -> assess("""
                reports:
                  - {id: r1, source: wire-a, origin: anonymous, fact: {relation: PRK ally-of CHN}}
                  - {id: r2, source: wire-a, origin: anonymous, denies: {relation: prk ally-of CHN}}
                """)).hasMessageContaining("ambiguous-id");
    }

    @Test
    void a_list_of_facts_is_no_report() {
        assertThatThrownBy(() -> assess("""
                reports:
                  - {id: r1, source: wire-a, origin: anonymous, fact: {facts: [{relation: PRK ally-of CHN}]}}
                """)).hasMessageContaining("A report is about one fact");
    }

    @Test
    void what_is_said_of_a_report_does_not_stand_in_its_fact() {
        assertThatThrownBy(() -> assess("""
                reports:
                  - {id: r1, source: wire-a, origin: CHN, fact: {event: PRK visit CHN, reliability: B, note: heard, since: 2018-03-26}}
                """))
                .hasMessageContaining("`reliability` is said of the report, and stands here in what it tells of.")
                .hasMessageContaining("`note` is said of the report")
                .hasMessageContaining("Write it beside `fact`.");
    }

    @Test
    void what_belongs_to_an_owner_through_another_is_its_voice() {
        CaseFile file = caseFile("""
                reports:
                  - {id: r1, source: wire-a, origin: paper, question: trav, answer: lead, reliability: B, credibility: 3}
                  - {id: r2, source: wire-a, origin: agency, question: trav, answer: lead, reliability: B, credibility: 3}
                """);

        assertThat(SHIPPED.assess(file)
                        .reporting()
                        .questions()
                        .get(0)
                        .answers()
                        .get(0)
                        .origins())
                .isEqualTo(1);
    }

    @Test
    void what_settles_by_a_party_itself_settles() {
        Assessment assessment = assess("""
                reports:
                  - {id: r1, source: wire-a, origin: CHN, question: trav, answer: lead, reliability: B, credibility: 2}
                """);

        assertThat(assessment.answered()).containsEntry("trav", "lead");
        assertThat(assessment.find("settled.trav.lead").orElseThrow().confidence())
                .contains(Confidence.MODERATE);
    }

    @Test
    void those_who_know_and_contradict_each_other_settle_nothing() {
        Assessment assessment = assess(CONTRADICTION.formatted("B", "2") + """
                facts:
                  - {relation: PRK party-to trav}
                """);

        assertThat(assessment.scenarios()).isEqualTo(2);
        assertThat(assessment.answered()).isEmpty();
        assertThat(assessment.find("trav.unconfirmed").map(Inference::status)).contains(Status.ROBUST);
    }

    @Test
    void what_is_known_to_be_worth_nothing_contradicts_nobody() {
        String known = """
                facts:
                  - {relation: PRK party-to trav}
                """;
        assertThat(assess(CONTRADICTION.formatted("E", "2") + known).answered()).containsEntry("trav", "lead");
        assertThat(assess(CONTRADICTION.formatted("B", "5") + known).answered()).containsEntry("trav", "lead");
        assertThat(assess(CONTRADICTION.formatted("B", "2")).answered())
                .as("somebody who cannot know")
                .containsEntry("trav", "lead");
    }

    @Test
    void a_reported_fact_that_is_settled_has_been_observed() {
        Assessment assessment = assess("""
                reports:
                  - {id: r1, source: wire-a, origin: CHN, fact: {event: PRK visit CHN 2018-03-26}, reliability: B, credibility: 2}
                facts:
                  - {relation: CHN party-to prk-visit-chn-2018-03-26}
                """);

        assertThat(assessment.observed())
                .extracting(statement -> statement.fact())
                .contains(new Event("PRK", "visit", "CHN", "2018-03-26"));
    }

    @Test
    void a_copy_goes_with_what_was_withdrawn_and_that_is_told() {
        Assessment assessment = assess("""
                reports:
                  - {id: said, source: wire-a, origin: anonymous, question: trav, answer: lead, known: 2018-03-27, withdrawn: 2018-03-30}
                  - {id: passed-on, source: wire-a, repeats: said, question: trav, answer: lead, known: 2018-03-28}
                """);

        assertThat(assessment.reporting().ended())
                .containsExactly(
                        new Ended("passed-on", Reporting.Why.WITHDRAWN, LocalDate.of(2018, 3, 30), "said"),
                        new Ended("said", Reporting.Why.WITHDRAWN, LocalDate.of(2018, 3, 30), ""));
    }

    @Test
    void a_supposed_answer_does_not_make_its_own_evidence_count() {
        Reasoner reasoner = Written.rules(
                folder,
                Written.rule(
                        "own-evidence",
                        "    Condition( subject == \"AAA\", state == \"ready\" )",
                        "Indication( \"q\", \"a\", \"CC\" )"));
        Assessment assessment = reasoner.assess(Written.caseFile(folder, """
                questions:
                  q: {ask: "Which?", answers: {a: {says: "a", facts: [{condition: AAA ready}]}, b: {says: "b"}}}
                """));
        Matrix free = Hypotheses.of(assessment, List.of("q"));
        Matrix supposed = Hypotheses.of(assessment.given("q", "a"), List.of("q"));

        assertThat(free.rows().get(0).counts()).isFalse();
        assertThat(supposed.rows().get(0).counts()).isFalse();
    }

    private Assessment assess(String more) {
        return SHIPPED.assess(caseFile(more));
    }

    private CaseFile caseFile(String more) {
        String facts = more.contains("facts:\n") ? "" : "facts:\n";
        Path file = folder.resolve("strange/case.yaml");
        Written.write(file, """
                case: strange
                rules: [theory]
                sources:
                  wire-a: {title: Wire A, reliability: A}
                  wire-x: {title: Wire X}
                actors:
                  PRK: {name: North Korea, kind: state}
                  CHN: {name: China, kind: state}
                  prk: {name: the odd one, kind: group}
                  agency: {name: the agency, kind: organization, owner: CHN, reliability: E}
                  paper: {name: the paper, kind: organization, owner: agency}
                source: wire-a
                questions:
                  trav: {ask: "Who travelled?", answers: {lead: {says: "the leader travelled"}, sis: {says: "the sister travelled"}}}
                """ + more + facts + "  - {relation: CHN party-to trav, credibility: 2}\n");
        return CaseFile.read(file.getParent()).asOf(DAY);
    }
}
