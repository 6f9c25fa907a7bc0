package org.demarche.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.Written.rule;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.demarche.Assessment;
import org.demarche.Written;
import org.demarche.cases.Answer;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Question;
import org.demarche.explain.wording.Sentences;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;
import org.demarche.model.Hypothesis;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What follows from reports: on facts, by where they come from, and what is to be thought of them afterwards. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReportedFactsTest {

    private static final String READY_A =
            rule("ready-a", "    Condition( $x : subject, state == \"ready\" )", "Judgement( $x, \"a\" )");

    private static final String SETTLES = rule(
            "settles",
            "    Report( $q : question, $a : answer, origin == \"BBB\", reliability not in ( \"D\", \"E\" ) )",
            "Settled( $q, $a )");

    private static final String REPORTED = """
            facts: [{condition: BBB firm}]
            reports:
              - {id: r-1, origin: CCC, fact: {condition: AAA ready}, reliability: C, credibility: 3}
            """;

    @TempDir
    Path folder;

    // Facts that are reported

    @Test
    void a_reported_fact_holds_in_the_scenarios_where_it_is_so() {
        Assessment assessment = assess(READY_A, REPORTED);
        assertThat(assessment.scenarios()).isEqualTo(2);
        assertThat(find(assessment, "AAA.a").status()).isEqualTo(Status.CONTINGENT);
        assertThat(find(assessment, "AAA.a").conditions()).containsExactly(Map.of("aaa-ready", "yes"));
    }

    @Test
    void the_question_is_worded_by_the_vocabulary() {
        Question question = assess(READY_A, REPORTED).questions().get(0);
        assertThat(question.ask()).isEqualTo("Is it so that Aland is ready?");
        assertThat(question.answers())
                .extracting(Answer::says)
                .containsExactly("Aland is ready", "it is not so that Aland is ready");
    }

    @Test
    void that_an_answer_amounts_to_itself_is_not_said() {
        Assessment assessment = assess(READY_A, REPORTED);
        Sentences sentences =
                new Sentences(assessment.caseFile(), assessment.rulebase().vocabulary());
        assertThat(sentences.sentence(new Hypothesis("aaa-ready", "yes", "condition", "AAA", "ready", "")))
                .isEqualTo("It may be that Aland is ready");
        assertThat(sentences.sentence(new Hypothesis("aaa-ready", "yes", "condition", "BBB", "ready", "")))
                .isEqualTo("If Aland is ready, then Bland is ready");
    }

    @Test
    void what_a_settled_report_says_holds_in_all_scenarios() {
        Assessment assessment = assess(
                READY_A + SETTLES,
                REPORTED + "  - {id: r-2, origin: BBB, fact: {condition: AAA ready}, reliability: B}\n");
        assertThat(assessment.scenarios()).isEqualTo(1);
        assertThat(find(assessment, "AAA.a").status()).isEqualTo(Status.ROBUST);
        assertThat(assessment.answered()).containsExactly(Map.entry("aaa-ready", "yes"));
    }

    @Test
    void what_a_settled_report_denies_holds_in_none() {
        Assessment assessment = assess(
                READY_A + SETTLES,
                REPORTED + "  - {id: r-2, origin: BBB, denies: {condition: AAA ready}, reliability: B}\n");
        assertThat(find(assessment, "AAA.a").status()).isEqualTo(Status.EXCLUDED);
    }

    @Test
    void what_is_stated_besides_holds_whatever_is_reported() {
        Assessment assessment = assess(READY_A, REPORTED.replace("BBB firm", "AAA ready"));
        assertThat(find(assessment, "AAA.a").status()).isEqualTo(Status.ROBUST);
    }

    @Test
    void after_the_report_is_withdrawn_nobody_asks_any_more() {
        String yaml = REPORTED.replace("credibility: 3", "credibility: 3, withdrawn: 2031-03-10");
        Assessment before = Written.rules(folder, READY_A)
                .assess(Written.caseFile(folder, yaml).asOf(LocalDate.of(2031, 3, 9)));
        assertThat(find(before, "AAA.a").status()).isEqualTo(Status.CONTINGENT);
        Assessment after = before.asOf(LocalDate.of(2031, 3, 10));
        assertThat(after.questions()).isEmpty();
        assertThat(after.find("AAA.a")).isEmpty();
    }

    // Where reports come from

    @Test
    void rules_match_what_is_known_of_origins_and_sources() {
        String kind = rule(
                "agency",
                "    Report( $o : origin )\n    Source( source == $o, kind == \"organization\" )",
                "Judgement( $o, \"a\" )");
        String country = rule(
                "country",
                "    Report( $o : origin, $s : source )\n    Source( source == $s, country == \"CCC\" )",
                "Judgement( $o, \"b\" )");
        String owner = rule(
                "owner",
                "    Report( $o : origin )\n    Source( source == $o, $w : owner, owner == \"BBB\" )",
                "Judgement( $w, \"c\" )");
        Path file = folder.resolve("facts/test-case/case.yaml");
        Written.write(file, """
                case: test-case
                sources: {test-source: {title: A source}, one-wire: {title: One, kind: press, country: CCC}}
                actors:
                  BBB: {name: Bland, kind: state}
                  CCC: {name: Cland, kind: state}
                  agency: {name: The Agency, kind: organization, country: CCC, owner: BBB}
                source: test-source
                questions: {q: {ask: "Is it so?", answers: {yes: {says: "it is so"}, no: {says: "it is not so"}}}}
                reports:
                  - {id: r-1, source: one-wire, origin: agency, question: q, answer: yes}
                """);
        Assessment assessment = Written.rules(folder, kind + country + owner)
                .assess(org.demarche.cases.CaseFile.read(file.getParent()));
        assertThat(assessment.inferences()).extracting(Inference::id).containsExactly("BBB.c", "agency.a", "agency.b");
    }

    // What is to be thought of reports afterwards

    private static final String CONFLICT = """
            questions: {q: {ask: "Is it so?", answers: {yes: {says: "it is so"}, no: {says: "it is not so"}}}}
            reports:
              - {id: r-no, origin: CCC, question: q, answer: no, reliability: A, credibility: 2}
              - {id: r-yes, origin: AAA, question: q, answer: yes, reliability: E, credibility: 4}
              - {id: r-official, origin: BBB, question: q, answer: yes, reliability: B, credibility: 2, known: 2031-03-10}
            """;

    @Test
    void official_confirmation_changes_credibility_and_never_reliability() {
        Map<String, Reporting.Told> told = told(assess(SETTLES, CONFLICT));
        assertThat(told.get("r-no")).satisfies(report -> {
            assertThat(report.credibility()).isEqualTo("5");
            assertThat(report.report().reliability()).isEqualTo("A");
            assertThat(report.because()).containsExactly("r-official");
        });
        assertThat(told.get("r-yes")).satisfies(report -> {
            assertThat(report.credibility()).isEqualTo("1");
            assertThat(report.report().reliability()).isEqualTo("E");
            assertThat(report.because()).containsExactly("r-official");
        });
    }

    @Test
    void nobody_confirms_himself() {
        assertThat(told(assess(SETTLES, CONFLICT)).get("r-official")).satisfies(report -> {
            assertThat(report.credibility()).isEqualTo("2");
            assertThat(report.because()).isEmpty();
        });
    }

    @Test
    void before_the_confirmation_everything_is_as_it_was_graded() {
        Assessment before = assess(SETTLES, CONFLICT).asOf(LocalDate.of(2031, 3, 9));
        assertThat(told(before).keySet()).containsExactlyInAnyOrder("r-no", "r-yes");
        assertThat(told(before).get("r-no").credibility()).isEqualTo("2");
        assertThat(told(before).get("r-yes").credibility()).isEqualTo("4");
    }

    @Test
    void reports_for_different_answers_are_in_conflict() {
        Reporting reporting = assess(SETTLES, CONFLICT).reporting();
        assertThat(reporting.questions()).singleElement().satisfies(asked -> {
            assertThat(asked.inConflict()).isTrue();
            assertThat(asked.settled()).contains("yes");
            assertThat(asked.answers()).extracting(Reporting.Said::answer).containsExactly("yes", "no");
        });
        assertThat(assess(READY_A, REPORTED).reporting().questions().get(0).inConflict())
                .isFalse();
    }

    @Test
    void independent_origins_are_counted_once_each() {
        Reporting reporting = assess(READY_A, """
                        questions: {q: {ask: "Is it so?", answers: {yes: {says: "it is so"}, no: {says: "it is not so"}}}}
                        reports:
                          - {id: r-1, origin: AAA, question: q, answer: yes}
                          - {id: r-2, repeats: r-1, question: q, answer: yes}
                          - {id: r-3, origin: anonymous, question: q, answer: yes}
                          - {id: r-4, origin: anonymous, question: q, answer: yes}
                        """).reporting();
        assertThat(reporting.questions().get(0).answers().get(0).origins()).isEqualTo(2);
        assertThat(reporting.questions().get(0).answers().get(0).reports()).hasSize(4);
    }

    @Test
    void what_no_longer_counts_is_listed_with_why() {
        String yaml = """
                questions: {q: {ask: "Is it so?", answers: {yes: {says: "it is so"}, no: {says: "it is not so"}}}}
                reports:
                  - {id: r-1, origin: AAA, question: q, answer: yes, withdrawn: 2031-03-10}
                  - {id: r-2, origin: BBB, question: q, answer: yes, withdrawn: 2031-03-12, refuted: 2031-03-11}
                  - {id: r-3, origin: CCC, question: q, answer: yes, until: 2031-03-01}
                """;
        Assessment assessment = assess(READY_A, yaml);
        assertThat(assessment.reporting().ended())
                .containsExactly(
                        new Reporting.Ended("r-1", Reporting.Why.WITHDRAWN, LocalDate.of(2031, 3, 10), ""),
                        new Reporting.Ended("r-2", Reporting.Why.REFUTED, LocalDate.of(2031, 3, 11), ""));
        assertThat(assessment.asOf(LocalDate.of(2031, 3, 10)).reporting().ended())
                .containsExactly(
                        new Reporting.Ended("r-1", Reporting.Why.WITHDRAWN, LocalDate.of(2031, 3, 10), ""),
                        new Reporting.Ended("r-3", Reporting.Why.OVER, LocalDate.of(2031, 3, 1), ""));
    }

    @Test
    void nobody_asks_on_a_day_whether_something_of_other_days_is_so() {
        Assessment assessment = assess(READY_A, """
                reports:
                  - {id: r-1, origin: AAA, known: 2031-03-05, fact: {condition: AAA ready, since: 2031-02-01, until: 2031-03-10}}
                  - {id: r-2, repeats: r-1, known: 2031-03-06, fact: {condition: AAA ready, until: 2031-03-10}}
                  - {id: r-3, origin: BBB, known: 2031-03-07, fact: {condition: AAA ready, since: 2031-03-20}}
                """);
        assertThat(questions(assessment, 9)).containsExactly("aaa-ready r-1 r-2");
        assertThat(questions(assessment, 10)).isEmpty();
        assertThat(assessment.asOf(LocalDate.of(2031, 3, 10)).reporting().ended())
                .containsExactly(
                        new Reporting.Ended("r-1", Reporting.Why.OVER, LocalDate.of(2031, 3, 10), ""),
                        new Reporting.Ended("r-2", Reporting.Why.OVER, LocalDate.of(2031, 3, 10), ""),
                        new Reporting.Ended("r-3", Reporting.Why.AHEAD, LocalDate.of(2031, 3, 20), ""));
        assertThat(questions(assessment, 20)).containsExactly("aaa-ready r-3");
    }

    @Test
    void what_is_reported_to_happen_has_not_happened_before_its_day() {
        Assessment assessment = assess(READY_A, """
                reports:
                  - {id: r-1, origin: BBB, known: 2031-03-05, fact: {event: AAA strike BBB 2031-03-20}}
                """);
        assertThat(questions(assessment, 19)).isEmpty();
        assertThat(assessment.asOf(LocalDate.of(2031, 3, 19)).reporting().ended())
                .containsExactly(new Reporting.Ended("r-1", Reporting.Why.AHEAD, LocalDate.of(2031, 3, 20), ""));
        assertThat(questions(assessment, 20)).containsExactly("aaa-strike-bbb-2031-03-20 r-1");
    }

    @Test
    void that_the_case_states_what_is_reported_as_well_is_told() {
        CaseFile file = Written.caseFile(folder, """
                facts: [{condition: AAA ready}]
                reports:
                  - {id: r-1, origin: BBB, denies: {condition: AAA ready}}
                """);
        assertThat(file.warnings()).extracting(problem -> problem.check()).containsExactly("stated-and-reported");
    }

    private static List<String> questions(Assessment assessment, int day) {
        return assessment.asOf(LocalDate.of(2031, 3, day)).reporting().questions().stream()
                .map(asked -> asked.question().id() + " "
                        + asked.answers().stream()
                                .flatMap(said -> said.reports().stream())
                                .map(told -> told.report().id())
                                .collect(Collectors.joining(" ")))
                .toList();
    }

    private static Map<String, Reporting.Told> told(Assessment assessment) {
        Map<String, Reporting.Told> told = new java.util.TreeMap<>();
        assessment.reporting().questions().stream()
                .flatMap(asked -> asked.answers().stream())
                .map(Reporting.Said::reports)
                .flatMap(List::stream)
                .forEach(each -> told.put(each.report().id(), each));
        return told;
    }

    private Assessment assess(String rules, String yaml) {
        return Written.rules(folder, rules).assess(Written.caseFile(folder, yaml));
    }

    private static Inference find(Assessment assessment, String id) {
        return assessment.find(id).orElseThrow();
    }
}
