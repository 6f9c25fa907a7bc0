package org.demarche.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.demarche.Written;
import org.demarche.model.Report;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which reports of a case count on a day, and whose words they are. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportsTest {

    private static final LocalDate DAY = LocalDate.of(2031, 3, 10);

    private static final String QUESTION = """
            questions: {q: {ask: "Is it so?", answers: {yes: {says: "it is so"}, no: {says: "it is not so"}}}}
            reports:
            """;

    @TempDir
    Path folder;

    // Copies

    @Test
    void a_copy_has_the_origin_of_the_first_in_its_chain() {
        assertThat(said(QUESTION + report("r-1", "origin: BBB") + copy("r-2", "r-1") + copy("r-3", "r-2")))
                .containsExactly("r-1 BBB", "r-2 BBB", "r-3 BBB");
    }

    @Test
    void a_copy_may_stand_before_what_it_repeats() {
        assertThat(said(QUESTION + copy("r-3", "r-2") + copy("r-2", "r-1") + report("r-1", "origin: BBB")))
                .containsExactly("r-3 BBB", "r-2 BBB", "r-1 BBB");
    }

    @Test
    void a_copy_is_as_good_as_what_it_repeats() {
        CaseFile file = read(QUESTION
                + report("r-1", "origin: BBB, reliability: C, credibility: 3")
                + report("r-2", "repeats: r-1, reliability: A, credibility: 1"));
        assertThat(reports(file)).extracting(Report::reliability).containsExactly("C", "C");
        assertThat(reports(file)).extracting(Report::credibility).containsExactly("3", "3");
    }

    @Test
    void where_reports_repeat_each_other_in_a_circle_nobody_is_known_to_have_said_it() {
        CaseFile file =
                read(QUESTION + copy("r-1", "r-3") + copy("r-2", "r-1") + copy("r-3", "r-2") + copy("r-4", "r-2"));
        assertThat(said(file)).containsExactly("r-1 anonymous", "r-2 anonymous", "r-3 anonymous", "r-4 anonymous");
        assertThat(file.circularReports()).containsExactly(List.of("r-1", "r-3", "r-2"));
    }

    @Test
    void in_a_circle_there_is_nothing_that_anybody_has_judged() {
        CaseFile file = read(QUESTION
                + report("r-1", "repeats: r-2, reliability: A, credibility: 1")
                + report("r-2", "repeats: r-1, reliability: A, credibility: 1"));
        assertThat(reports(file)).extracting(Report::reliability).containsExactly("F", "F");
        assertThat(reports(file)).extracting(Report::credibility).containsExactly("6", "6");
    }

    @Test
    void a_report_that_repeats_itself_is_a_circle_of_one() {
        CaseFile file = read(QUESTION + copy("r-1", "r-1"));
        assertThat(said(file)).containsExactly("r-1 anonymous");
        assertThat(file.circularReports()).containsExactly(List.of("r-1"));
    }

    @Test
    void each_circle_is_found_once() {
        assertThat(read(QUESTION + copy("r-4", "r-3") + copy("r-3", "r-4") + copy("r-2", "r-1") + copy("r-1", "r-2"))
                        .circularReports())
                .containsExactly(List.of("r-1", "r-2"), List.of("r-3", "r-4"));
    }

    @Test
    void a_circle_is_no_circle_before_all_of_it_is_known() {
        CaseFile file = read(QUESTION + copy("r-1", "r-2") + report("r-2", "repeats: r-1, known: 2031-03-10"));
        assertThat(file.asOf(DAY).circularReports()).containsExactly(List.of("r-1", "r-2"));
        assertThat(file.asOf(DAY.minusDays(1)).circularReports()).isEmpty();
    }

    @Test
    void an_original_that_is_not_known_yet_leaves_its_copy_anonymous() {
        CaseFile file = read(QUESTION + report("r-1", "origin: BBB, known: 2031-03-10") + copy("r-2", "r-1"));
        assertThat(said(file.asOf(DAY.minusDays(1)))).containsExactly("r-2 anonymous");
        assertThat(said(file.asOf(DAY))).containsExactly("r-1 BBB", "r-2 BBB");
    }

    // Withdrawn and refuted

    @ParameterizedTest
    @CsvSource({
        "withdrawn: 2031-03-10, 2031-03-09, true",
        "withdrawn: 2031-03-10, 2031-03-10, false",
        "withdrawn: 2031-03-10, 2031-03-11, false",
        "refuted: 2031-03-10, 2031-03-09, true",
        "refuted: 2031-03-10, 2031-03-10, false",
        "refuted: 2031-03-10, 2031-03-11, false",
        "until: 2031-03-10, 2031-03-09, true",
        "until: 2031-03-10, 2031-03-10, false"
    })
    void what_is_withdrawn_or_refuted_counts_until_the_day_before(String end, LocalDate day, boolean counts) {
        CaseFile file = read(QUESTION + report("r-1", "origin: BBB, " + end)).asOf(day);
        assertThat(said(file)).isEqualTo(counts ? List.of("r-1 BBB") : List.of());
    }

    @Test
    void of_withdrawn_and_refuted_the_earlier_ends_it() {
        CaseFile file = read(QUESTION + report("r-1", "origin: BBB, withdrawn: 2031-03-12, refuted: 2031-03-10"));
        assertThat(said(file.asOf(DAY))).isEmpty();
        assertThat(said(file.asOf(DAY.minusDays(1)))).containsExactly("r-1 BBB");
    }

    @Test
    void without_a_day_what_was_withdrawn_or_refuted_does_not_count() {
        assertThat(said(QUESTION
                        + report("r-1", "origin: BBB, withdrawn: 2031-03-10")
                        + report("r-2", "origin: BBB, refuted: 2031-03-10")
                        + report("r-3", "origin: BBB, until: 2031-03-10")))
                .containsExactly("r-3 BBB");
    }

    @Test
    void a_copy_of_what_was_withdrawn_stops_with_it() {
        CaseFile file = read(QUESTION
                + report("r-1", "origin: BBB, withdrawn: 2031-03-10")
                + copy("r-2", "r-1")
                + copy("r-3", "r-2"));
        assertThat(said(file.asOf(DAY.minusDays(1)))).containsExactly("r-1 BBB", "r-2 BBB", "r-3 BBB");
        assertThat(said(file.asOf(DAY))).isEmpty();
        assertThat(said(file)).isEmpty();
    }

    @Test
    void a_copy_goes_on_after_its_original_has_merely_ceased_to_matter() {
        CaseFile file = read(QUESTION + report("r-1", "origin: BBB, until: 2031-03-10") + copy("r-2", "r-1"));
        assertThat(said(file.asOf(DAY))).containsExactly("r-2 BBB");
    }

    // Reports on facts

    @Test
    void a_report_on_a_fact_asks_whether_it_is_so() {
        CaseFile file = read("reports:\n" + onFact("r-1", "fact: {condition: AAA ready}", ""));
        Question question = file.questionsAt().get(0);
        assertThat(question.id()).isEqualTo("aaa-ready");
        assertThat(question.answerIds()).containsExactly("yes", "no");
        assertThat(question.answers().get(0).facts().get(0).fact()).hasToString("AAA.ready");
        assertThat(question.answers().get(1).facts()).isEmpty();
        assertThat(reports(file)).singleElement().satisfies(report -> {
            assertThat(report.question()).isEqualTo("aaa-ready");
            assertThat(report.answer()).isEqualTo("yes");
        });
    }

    @Test
    void what_denies_a_fact_answers_the_same_question_with_no() {
        CaseFile file = read("reports:\n"
                + onFact("r-1", "fact: {condition: AAA ready}", "")
                + onFact("r-2", "denies: {condition: [AAA, ready]}", ""));
        assertThat(file.questionsAt()).hasSize(1);
        assertThat(reports(file)).extracting(Report::answer).containsExactly("yes", "no");
    }

    @Test
    void the_question_is_there_only_while_a_report_on_it_counts() {
        CaseFile file = read("reports:\n"
                + onFact("r-1", "fact: {condition: AAA ready}", ", known: 2031-03-10, withdrawn: 2031-03-12"));
        assertThat(file.asOf(DAY.minusDays(1)).questionsAt()).isEmpty();
        assertThat(file.asOf(DAY).questionsAt()).hasSize(1);
        assertThat(file.asOf(DAY.plusDays(2)).questionsAt()).isEmpty();
        assertThat(file.questionsAt()).isEmpty();
    }

    @Test
    void a_copy_of_what_was_withdrawn_does_not_keep_the_question_open() {
        CaseFile file = read("reports:\n"
                + onFact("r-1", "fact: {condition: AAA ready}", ", withdrawn: 2031-03-10")
                + "  - {id: r-2, repeats: r-1, fact: {condition: AAA ready}}\n");
        assertThat(file.asOf(DAY.minusDays(1)).questionsAt()).hasSize(1);
        assertThat(file.asOf(DAY).questionsAt()).isEmpty();
    }

    // Grades

    @ParameterizedTest(name = "report {0}, origin {1}, source {2}: {3}")
    @CsvSource({"A, D, E, A", ", D, E, D", ", , E, E", ", , , F", "A, , , A", ", D, , D"})
    void reliability_is_that_of_the_report_else_of_its_origin_else_of_its_source(
            String own, String origin, String source, String expected) {
        Path written = folder.resolve("facts/test-case/case.yaml");
        Written.write(written, """
                case: test-case
                source: test-source
                sources: {test-source: {title: A source%s}}
                actors: {BBB: {name: Bland%s}}
                reports: [{id: r-1, question: q, answer: yes, origin: BBB%s}]
                questions: {q: {ask: "Is it so?", answers: {yes: {says: "it is so"}, no: {says: "it is not so"}}}}
                """.formatted(grade(source), grade(origin), grade(own)));
        CaseFile file = CaseFile.read(written.getParent());
        assertThat(reports(file)).extracting(Report::reliability).containsExactly(expected);
        assertThat(reports(file)).extracting(Report::credibility).containsExactly("6");
    }

    private static String grade(String reliability) {
        return reliability == null ? "" : ", reliability: " + reliability;
    }

    // How the cases are written

    private static String report(String id, String more) {
        return "  - {id: " + id + ", question: q, answer: yes, " + more + "}\n";
    }

    private static String copy(String id, String of) {
        return report(id, "repeats: " + of);
    }

    private static String onFact(String id, String fact, String more) {
        return "  - {id: " + id + ", origin: BBB, " + fact + more + "}\n";
    }

    private CaseFile read(String yaml) {
        return Written.caseFile(folder, yaml);
    }

    private List<String> said(String yaml) {
        return said(read(yaml));
    }

    private static List<String> said(CaseFile file) {
        return reports(file).stream()
                .map(report -> report.id() + " " + report.origin())
                .collect(Collectors.toList());
    }

    private static List<Report> reports(CaseFile file) {
        return file.statementsAt().stream()
                .map(Statement::fact)
                .filter(Report.class::isInstance)
                .map(Report.class::cast)
                .toList();
    }
}
