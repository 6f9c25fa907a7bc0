package org.demarche.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.Assessment;
import org.demarche.Reasoner;
import org.demarche.Written;
import org.demarche.cases.CaseFile;
import org.demarche.cases.CaseKeys;
import org.demarche.cases.Question;
import org.demarche.cases.Statement;
import org.demarche.cases.Telling;
import org.demarche.hypotheses.Hypotheses;
import org.demarche.inference.Inference;
import org.demarche.model.Confidence;
import org.demarche.model.FactType;
import org.demarche.model.Indication;
import org.demarche.model.Report;
import org.demarche.rules.RuleCard;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What more reports may change, and what they may not: over the shipped cases, and over random reports in them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CopiesChangeNothingTest {

    private static final Reasoner REASONER = Reasoner.load(Path.of("rules"));
    private static final int RANDOM_CASES = 8;

    /** The shipped cases, and the same with random reports on their questions. */
    static List<CaseFile> cases() {
        List<CaseFile> shipped = Stream.of("kim-beijing-2018", "taiwan-strait-1958")
                .map(name -> CaseFile.read(Path.of("facts").resolve(name)))
                .toList();
        List<CaseFile> all = new ArrayList<>(shipped);
        all.add(shipped.get(0).asOf(LocalDate.of(2018, 3, 27)));
        Random random = new Random(20180326);
        for (int i = 0; i < RANDOM_CASES; i++) {
            CaseFile file = all.get(random.nextInt(all.size()));
            for (int more = 1 + random.nextInt(4); more > 0; more--) {
                file = file.with(Statement.of(random(file, "random-" + i + "-" + more, random)));
            }
            all.add(file);
        }
        return all;
    }

    private static Report random(CaseFile file, String id, Random random) {
        List<String> origins = new ArrayList<>(file.actors().keySet());
        origins.add(Report.ANONYMOUS);
        origins.add(Report.ANONYMOUS);
        Question question = any(file.questionsAt(), random);
        return new Report(
                id,
                any(List.copyOf(file.sources().keySet()), random),
                question.id(),
                any(question.answerIds(), random),
                any(CaseKeys.RELIABILITY, random),
                any(CaseKeys.CREDIBILITY, random),
                any(origins, random));
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_copy_of_a_report_changes_nothing(CaseFile file) {
        String before = results(file);
        for (Report report : reports(file)) {
            Telling copy = new Telling(report.id(), "", "", Optional.empty(), Optional.empty(), false);
            Report better = new Report(
                    "a-copy", report.source(), report.question(), report.answer(), "A", "1", Report.ANONYMOUS);
            assertThat(results(file.with(Statement.of(better).withTelling(copy))))
                    .as("a copy of %s", report)
                    .isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_same_from_the_same_origin_changes_nothing(CaseFile file) {
        String before = results(file);
        for (Report report : reports(file)) {
            assertThat(results(file.with(Statement.of(again(report, "once-more")))))
                    .as("%s once more", report)
                    .isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void ten_anonymous_reports_move_nothing_more_than_one_does(CaseFile file) {
        Question question = file.questionsAt().get(0);
        for (String answer : question.answerIds()) {
            Report report = new Report("whispered", "orchard-2018", question.id(), answer, "C", "3", Report.ANONYMOUS);
            CaseFile one = with(file, report);
            CaseFile ten = one;
            for (int i = 1; i < 10; i++) {
                ten = with(ten, again(report, "whispered-" + i));
            }
            assertThat(results(ten)).isEqualTo(results(one));
        }
    }

    private static CaseFile with(CaseFile file, Report report) {
        return file.with(Statement.of(report));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_report_that_is_worth_nothing_settles_and_reopens_nothing(CaseFile file) {
        Assessment before = REASONER.assess(file);
        List<String> origins = Stream.concat(file.actors().keySet().stream(), Stream.of(Report.ANONYMOUS))
                .toList();
        Random random = new Random(5);
        for (String origin : origins) {
            Question question = any(file.questionsAt(), random);
            String answer = any(question.answerIds(), random);
            Report worthless = new Report("worthless", "orchard-2018", question.id(), answer, "E", "5", origin);
            Assessment after = REASONER.assess(with(file, worthless));
            assertThat(after.answered()).as("%s", worthless.values()).isEqualTo(before.answered());
            assertThat(after.scenarios()).isEqualTo(before.scenarios());
        }
    }

    @Test
    void the_official_spokesman_on_the_record_settles_it_unless_his_word_is_worth_nothing() {
        CaseFile open = CaseFile.read(Path.of("facts/kim-beijing-2018")).asOf(LocalDate.of(2018, 3, 27));
        Report said = new Report("said", "orchard-2018", "traveller", "sister", "B", "2", "xinhua");
        assertThat(REASONER.assess(with(open, said)).answered()).containsEntry("traveller", "sister");
        for (String grade : List.of("E5", "D2", "B4", "B5", "E1")) {
            Report worthless = new Report(
                    "said", "orchard-2018", "traveller", "sister", grade.substring(0, 1), grade.substring(1), "xinhua");
            assertThat(REASONER.assess(with(open, worthless)).answered())
                    .as(grade)
                    .doesNotContainKey("traveller");
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void an_indication_never_changes_a_label_or_a_likelihood(CaseFile file) {
        Assessment with = REASONER.assess(file);
        String[] rules = with.rulebase().cards().values().stream()
                .filter(rule -> rule.conclusion().type() == FactType.INDICATION)
                .map(RuleCard::id)
                .toArray(String[]::new);
        Assessment without = REASONER.without(rules).assess(file);
        assertThat(without.inferences()).noneMatch(each -> each.fact() instanceof Indication);
        assertThat(with.inferences()).anyMatch(each -> each.fact() instanceof Indication);
        assertThat(without.scenarios()).isEqualTo(with.scenarios());
        assertThat(lines(without)).isEqualTo(lines(with));
    }

    private static List<String> lines(Assessment assessment) {
        return Written.text(assessment)
                .lines()
                .filter(line -> !line.startsWith("indication."))
                .toList();
    }

    // The journey

    @Test
    void without_the_word_of_xinhua_the_question_is_open_again() {
        CaseFile visit = CaseFile.read(Path.of("facts/kim-beijing-2018"));
        Report xinhua = reports(visit).stream()
                .filter(report -> report.origin().equals("xinhua"))
                .findFirst()
                .orElseThrow();
        Assessment without = REASONER.assess(visit.without(xinhua));
        assertThat(without.scenarios()).isEqualTo(192);
        assertThat(without.answered()).doesNotContainKey("traveller");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2018-03-26 train-carries-leader",
                "2018-03-27 train-carries-leader train-carries-leader-too train-carries-sister"
            })
    void before_it_is_confirmed_the_question_is_open_on_what_is_reported_by_then(String dayAndReports) {
        List<String> words = List.of(dayAndReports.split(" "));
        CaseFile visit = CaseFile.read(Path.of("facts/kim-beijing-2018")).asOf(LocalDate.parse(words.get(0)));
        Assessment assessment = REASONER.assess(visit);
        assertThat(reports(visit).stream()
                        .filter(report -> report.question().equals("traveller"))
                        .map(Report::id))
                .containsExactlyInAnyOrderElementsOf(words.subList(1, words.size()));
        assertThat(assessment.answered()).doesNotContainKey("traveller");
        assertThat(assessment
                        .find("settled.traveller.leader")
                        .filter(each -> each.scenarios().signum() > 0))
                .isEmpty();
        assertThat(assessment.find("traveller.unconfirmed").orElseThrow().scenarios())
                .isEqualTo(192);
    }

    @Test
    void on_the_28th_it_is_settled_with_what_hangs_on_it() {
        Assessment assessment =
                REASONER.assess(CaseFile.read(Path.of("facts/kim-beijing-2018")).asOf(LocalDate.of(2018, 3, 28)));
        assertThat(assessment.answered()).containsEntry("traveller", "leader");
        assertThat(assessment.find("settled.traveller.leader").flatMap(Inference::confidence))
                .contains(Confidence.MODERATE);
        assertThat(assessment.find("traveller.unconfirmed").map(Inference::scenarios))
                .contains(java.math.BigInteger.ZERO);
    }

    // How results are compared

    private static Report again(Report report, String id) {
        return new Report(
                id,
                report.source(),
                report.question(),
                report.answer(),
                report.reliability(),
                report.credibility(),
                report.origin());
    }

    private static List<Report> reports(CaseFile file) {
        return file.statementsAt().stream()
                .map(Statement::fact)
                .filter(Report.class::isInstance)
                .map(Report.class::cast)
                .toList();
    }

    /** Every inference with everything about it, and the ranking of every matrix. */
    private static String results(CaseFile file) {
        Assessment assessment = REASONER.assess(file);
        return Stream.of(
                        Stream.of(Written.text(assessment)),
                        assessment.inferences().stream().map(each -> each.id() + " " + each.confidence()),
                        Hypotheses.all(assessment).stream()
                                .map(matrix -> matrix.questions() + " " + matrix.standings()))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }
}
