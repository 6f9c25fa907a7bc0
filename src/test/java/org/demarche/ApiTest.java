package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.demarche.cases.Answer;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Question;
import org.demarche.cases.Statement;
import org.demarche.inference.AssessmentDiff;
import org.demarche.inference.Inference;
import org.demarche.inference.LimitReachedException;
import org.demarche.inference.Limits;
import org.demarche.inference.Status;
import org.demarche.model.Capability;
import org.demarche.model.Constraint;
import org.demarche.model.Event;
import org.demarche.model.Intention;
import org.demarche.source.LoadException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The Java API as an engineer who embeds it would use it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ApiTest {

    private static final Reasoner REASONER = Reasoner.load(Path.of("rules/maritime"));

    @Test
    void a_case_from_files_is_assessed_in_a_few_lines() {
        CaseFile strait = CaseFile.read(Path.of("facts/kestrel-strait"));
        Assessment assessment = REASONER.assess(strait);
        assertThat(assessment.moves()).extracting(Inference::toString).containsExactly("VAR.quarantine.KES");
        Assessment unescorted = assessment.given("ally-escorts", "no");
        assertThat(unescorted.moves().get(0).status()).isEqualTo(Status.ROBUST);
        assertThat(assessment.why(assessment.moves().get(0)).supports()).hasSize(1);
        AssessmentDiff diff = assessment.diff(unescorted);
        assertThat(diff.lost()).extracting(Inference::id).containsExactly("KES.convoys-escorted.HAL");
        assertThat(diff.changed()).hasSize(1);
    }

    @Test
    void a_case_can_be_built_in_java() {
        Assessment assessment = REASONER.assess(built().build());
        assertThat(assessment.find("VAR.quarantine.KES"))
                .get()
                .extracting(Inference::status)
                .isEqualTo(Status.ROBUST);
        assertThat(assessment.scenarios()).isOne();
    }

    @Test
    void questions_can_be_built_in_java() {
        Question patrols = Question.of(
                "patrols",
                "Does Varna patrol?",
                Answer.of("yes", Statement.of(new Event("VAR", "quarantine", "KES"))),
                Answer.of("no"));
        assertThat(REASONER.assess(built().question(patrols).build()).scenarios())
                .isEqualTo(2);
    }

    @Test
    void words_from_java_are_checked_when_assessed() {
        CaseFile wrong = CaseFile.builder("my-case")
                .fact(new Intention("VAR", "isolte", "KES"))
                .build();
        assertThatThrownBy(() -> REASONER.assess(wrong))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("isolte")
                .hasMessageContaining("Maybe `isolate`?");
    }

    @Test
    void an_answer_that_is_not_there_is_refused() {
        Assessment assessment = REASONER.assess(CaseFile.read(Path.of("facts/kestrel-strait")));
        assertThatThrownBy(() -> assessment.given("ally-escorts", "maybe"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_limit_is_an_error_and_never_an_answer() {
        CaseFile strait = CaseFile.read(Path.of("facts/kestrel-strait"));
        for (Limits limits : List.of(
                Limits.DEFAULT.toBuilder().firings(1).build(),
                Limits.DEFAULT.toBuilder().facts(3).build(),
                Limits.DEFAULT.toBuilder()
                        .timeout(Optional.of(Duration.ofNanos(1)))
                        .build())) {
            assertThatThrownBy(() -> REASONER.assess(strait, limits)).isInstanceOf(LimitReachedException.class);
        }
    }

    @Test
    void rules_can_be_loaded_from_the_class_path() {
        assertThat(Reasoner.fromClasspath("classpath-rules/maritime").rulebase().cards())
                .containsKey("lean-on");
        assertThatThrownBy(() -> Reasoner.fromClasspath("nowhere/")).isInstanceOf(LoadException.class);
    }

    @Test
    void one_reasoner_serves_many_threads() throws Exception {
        CaseFile strait = CaseFile.read(Path.of("facts/kestrel-strait"));
        String expected = Written.text(REASONER.assess(strait));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<String> task = () -> Written.text(REASONER.assess(strait));
            for (Future<String> each : threads.invokeAll(java.util.Collections.nCopies(40, task))) {
                assertThat(each.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdown();
        }
    }

    private static CaseFile.Builder built() {
        return CaseFile.builder("my-case")
                .actor("VAR", "Varna")
                .fact(new Intention("VAR", "isolate", "KES"))
                .fact(new Capability("VAR", "naval-interdiction", "KES"), "varna-navy-2030 p. 2")
                .fact(new Constraint("VAR", "open-war"));
    }
}
