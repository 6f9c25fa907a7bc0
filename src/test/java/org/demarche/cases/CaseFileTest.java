package org.demarche.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.demarche.cases.Kestrel.vocabulary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.demarche.model.Capability;
import org.demarche.model.Fact;
import org.demarche.model.Intention;
import org.demarche.model.Judgement;
import org.demarche.model.Likelihood;
import org.demarche.model.LikelihoodScale;
import org.demarche.model.Relation;
import org.demarche.model.Report;
import org.demarche.source.Citation;
import org.demarche.source.LoadException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CaseFileTest {

    private static final Fact ALLIANCE = new Relation("HAL", "ally-of", "KES");

    @TempDir
    Path folder;

    @BeforeEach
    void write() {
        Kestrel.in(folder);
    }

    @Test
    void the_head_of_a_case_is_read() {
        CaseFile read = read();

        assertThat(read.id()).isEqualTo("kestrel-strait");
        assertThat(read.title()).isEqualTo("The Kestrel Strait, April 2031");
        assertThat(read.asOf()).contains(LocalDate.of(2031, 4, 2));
        assertThat(read.rules()).containsExactly("maritime");
        assertThat(read.actors()).containsOnlyKeys("VAR", "KES", "HAL");
        assertThat(read.sources()).containsOnlyKeys("varna-navy-2030", "strait-yearbook-2031", "strait-wire-2031");
        assertThat(read.folder()).contains(folder);
    }

    @Test
    void a_fact_may_be_words_or_a_mapping_and_says_who_says_so() {
        Statement first = read().statements().get(0);
        Statement second = read().statements().get(1);

        assertThat(first.fact()).isEqualTo(new Intention("VAR", "isolate", "KES"));
        assertThat(first.citations())
                .containsExactly(new Citation("varna-navy-2030", "p. 14"), new Citation("varna-navy-2030", "p. 16"));
        assertThat(second.fact()).isEqualTo(new Capability("VAR", "naval-interdiction", "KES"));
        assertThat(second.since()).contains(LocalDate.of(2029, 1, 1));
        assertThat(second.citations()).containsExactly(new Citation("varna-navy-2030", ""));
    }

    @Test
    void a_group_gives_its_defaults_to_its_facts() {
        assertThat(read().statements())
                .filteredOn(statement -> statement.fact().equals(ALLIANCE))
                .singleElement()
                .satisfies(statement -> assertThat(statement.basis()).isEqualTo(Basis.ASSUMPTION))
                .satisfies(statement ->
                        assertThat(statement.citations()).containsExactly(new Citation("strait-yearbook-2031", "")));
    }

    @Test
    void answers_keep_their_order_their_facts_and_what_they_mean() {
        Question question = read().questions().get(0);

        assertThat(question.answerIds()).containsExactly("yes", "no");
        assertThat(question.answer("yes").orElseThrow().likelihood()).contains(new Likelihood(0.2, 0.45));
        assertThat(question.answer("yes").orElseThrow().facts())
                .singleElement()
                .satisfies(statement -> assertThat(statement.citations())
                        .containsExactly(new Citation("strait-yearbook-2031", "p. 3")));
        assertThat(question.answer("no").orElseThrow().means())
                .containsExactly(new Judgement("HAL", "doubts-guarantee", "KES"));
    }

    @Test
    void a_report_that_nobody_graded_has_the_grades_for_that() {
        assertThat(read().statements().get(3).fact())
                .isEqualTo(new Report("wire-1", "strait-wire-2031", "ally-escorts", "yes", "F", "6", "anonymous"));
    }

    @Test
    void on_the_day_of_the_case_only_what_can_be_known_is_there() {
        CaseFile before = read().asOf(LocalDate.of(2031, 2, 28));

        assertThat(before.questionsAt()).isEmpty();
        assertThat(before.statementsAt()).hasSize(3);
        assertThat(before.asOf(LocalDate.of(2028, 12, 31)).statementsAt()).hasSize(2);
        assertThat(read().questionsAt()).hasSize(1);
        assertThat(read().statementsAt()).hasSize(4);
    }

    @Test
    void a_report_on_a_question_that_is_not_asked_yet_is_not_there() {
        Kestrel.write(folder.resolve("case.yaml"), Kestrel.TEXT.replace(", known: 2031-04-01", ""));

        assertThat(read().asOf(LocalDate.of(2031, 2, 28)).statementsAt())
                .noneMatch(statement -> statement.fact() instanceof Report);
    }

    @Test
    void phrases_of_all_files_are_read_by_the_scale_that_the_case_names() throws IOException {
        Path own = Files.createDirectory(folder.resolve("two-files"));
        Files.writeString(own.resolve("case.yaml"), "case: two-files\nscale: kent\nfacts: []\n");
        // Read before the file that names the scale.
        Files.writeString(
                own.resolve("a.yaml"), "questions: {q: {answers: {yes: {likelihood: probably not}, no: }}}\n");
        CaseFile read = CaseFile.read(own);

        assertThat(read.scale()).isEqualTo(LikelihoodScale.KENT);
        assertThat(read.questions().get(0).answer("yes").orElseThrow().likelihood())
                .contains(new Likelihood(0.2, 0.4));
        CaseFile reworded = read.wordedBy(LikelihoodScale.PHIA);
        assertThat(reworded.scale()).isEqualTo(LikelihoodScale.PHIA);
        assertThat(reworded.questions()).isEqualTo(read.questions());
    }

    @Test
    void several_files_are_read_as_one() {
        Kestrel.write(folder.resolve("more.yaml"), "facts:\n  - {relation: KES adversary-of VAR, since: 2020}\n");
        Kestrel.write(folder.resolve("kestrel.expect.yaml"), "- {expect: VAR.quarantine.KES}\n");

        assertThat(read().statements()).hasSize(5);
    }

    @Test
    void claims_stand_beside_the_case() {
        Kestrel.write(
                folder.resolve("claims.yaml"),
                "source: strait-wire-2031\nclaims:\n  - {id: C3c, kind: thesis, text: It will inspect ships first}\n");

        assertThat(read().claims()).singleElement().satisfies(claim -> {
            assertThat(claim.kind()).isEqualTo(ClaimKind.THESIS);
            assertThat(claim.citedBy(new Citation("strait-wire-2031", "C3b, C3c")))
                    .isTrue();
            assertThat(claim.citedBy(new Citation("strait-wire-2031", "C3cd"))).isFalse();
            assertThat(claim.citedBy(new Citation("varna-navy-2030", "C3c"))).isFalse();
        });
    }

    @Test
    void a_single_file_is_a_case() {
        assertThat(CaseFile.read(folder.resolve("case.yaml")).folder()).isEmpty();
    }

    @Test
    void a_fact_may_have_two_sources() {
        Kestrel.write(
                folder.resolve("more.yaml"), "facts:\n  - {intention: VAR isolate KES, source: strait-wire-2031}\n");

        assertThat(read().statements()).hasSize(5);
    }

    @Test
    void the_same_statement_in_two_files_is_one_too_many() {
        Kestrel.write(
                folder.resolve("more.yaml"),
                "facts:\n  - {intention: VAR isolate KES, source: varna-navy-2030 p. 14; p. 16}\n");

        assertThat(checks(folder)).containsExactly("duplicate-statement");
    }

    @Test
    void without_the_vocabulary_terms_and_topics_are_left_open() {
        Kestrel.write(folder.resolve("more.yaml"), "facts:\n  - {constraint: KES avoid-all war-at-sea}\n");

        assertThat(CaseFile.read(folder).check(vocabulary()))
                .extracting(problem -> problem.check() + " " + problem.at().column())
                .containsExactly("unknown-term 22", "unknown-actor 32");
        assertThat(CaseFile.read(folder).check(vocabulary()).get(0).line()).contains("avoid-all");
    }

    @Test
    void a_statement_can_be_added_and_facts_taken_away() {
        CaseFile more = read().with(Statement.of(new Relation("VAR", "ally-of", "HAL")));

        assertThat(more.statements()).hasSize(5);
        assertThat(more.check(vocabulary())).isEmpty();
        assertThat(more.without(ALLIANCE).statements()).hasSize(4);
        assertThat(read().with(Statement.of(new Relation("VAR", "ally-of", "XXX")))
                        .check(vocabulary()))
                .extracting(problem -> problem.check())
                .containsExactly("unknown-actor");
    }

    @Test
    void what_a_case_gives_cannot_be_changed() {
        assertThatThrownBy(() -> read().actors().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> read().statements().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_missing_path_is_told_with_what_was_perhaps_meant() {
        assertThatThrownBy(() -> CaseFile.read(folder.resolve("cases.yaml")))
                .asInstanceOf(InstanceOfAssertFactories.type(LoadException.class))
                .satisfies(e -> assertThat(e.problems()).singleElement().satisfies(problem -> {
                    assertThat(problem.check()).isEqualTo("missing-path");
                    assertThat(problem.hint()).isEqualTo("Maybe `case.yaml`?");
                }));
    }

    @Test
    void a_path_is_named_as_it_was_given() {
        assertThatThrownBy(() -> CaseFile.read(Path.of("facts/no-such-case")))
                .hasMessageStartingWith("facts/no-such-case: error: There is no such file or folder.");
    }

    @Test
    void a_file_that_is_not_yaml_is_refused() {
        Path notes = Kestrel.write(folder.resolve("notes.txt"), "some notes");

        assertThat(checks(notes)).containsExactly("not-yaml");
    }

    @Test
    void a_very_deep_file_is_refused() {
        Kestrel.write(folder.resolve("case.yaml"), "case: " + "[".repeat(2000) + "\n");

        assertThat(checks(folder)).containsExactly("yaml-depth");
    }

    private CaseFile read() {
        return CaseFile.read(folder, withAdversaries());
    }

    private static Vocabulary withAdversaries() {
        return new Vocabulary(Stream.concat(vocabulary().terms().stream(), Stream.of(term("relation", "adversary-of")))
                .collect(Collectors.toMap(Term::id, term -> term)));
    }

    private static Term term(String field, String id) {
        return new Term(field, id, id, "", "", "", "", List.of(), "", Statement.NOWHERE);
    }

    private static List<String> checks(Path path) {
        try {
            CaseFile.read(path);
            return List.of();
        } catch (LoadException e) {
            return e.problems().stream().map(problem -> problem.check()).toList();
        }
    }
}
