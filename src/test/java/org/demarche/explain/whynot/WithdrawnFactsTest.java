package org.demarche.explain.whynot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.demarche.Assessment;
import org.demarche.Reasoner;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Statement;
import org.demarche.explain.why.Explanation.Detail;
import org.demarche.explain.why.Explanation.Support;
import org.demarche.explain.whynot.Obstacles.Attempt;
import org.demarche.explain.whynot.Obstacles.Unmet;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;
import org.demarche.model.Fact;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When a fact that an inference needs is withdrawn, {@code whynot} names it as what is missing. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WithdrawnFactsTest {

    private static final Reasoner REASONER = Reasoner.load(Path.of("rules"));

    /** One of them also on the day before a question was settled, since some rules have nothing to do afterwards. */
    static Stream<CaseFile> cases() {
        return Stream.of(
                read("kestrel-strait"),
                read("kim-beijing-2018"),
                read("kim-beijing-2018").asOf(LocalDate.of(2018, 3, 27)),
                read("taiwan-strait-1958"));
    }

    private static CaseFile read(String name) {
        return CaseFile.read(Path.of("facts", name), REASONER.rulebase().vocabulary());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void every_fact_that_an_inference_needs_is_named_when_it_is_withdrawn(CaseFile file) {
        Assessment assessment = REASONER.assess(file);
        List<String> unnamed = new ArrayList<>();
        int tried = 0;
        for (Fact fact : stated(file)) {
            Assessment without = REASONER.assess(file.without(fact));
            for (Inference inference : assessment.inferences()) {
                if (holds(assessment, inference) && !holds(without, inference)) {
                    tried++;
                    if (!names(without, inference, fact)) {
                        unnamed.add(inference.id() + " without " + fact.id());
                    }
                }
            }
        }
        assertThat(unnamed).isEmpty();
        assertThat(tried).isPositive();
    }

    @Test
    void every_rule_is_stopped_by_a_fact_that_is_named() {
        Set<String> stopped = new TreeSet<>();
        List<String> unnamed = new ArrayList<>();
        cases().forEach(file -> {
            Assessment assessment = REASONER.assess(file);
            for (Inference inference : assessment.inferences()) {
                for (Inference.RuleShare share : inference.rules()) {
                    if (stopped.add(share.rule()) && !stops(alone(share.rule(), inference), file, inference, unnamed)) {
                        stopped.remove(share.rule());
                    }
                }
            }
        });
        assertThat(unnamed).isEmpty();
        assertThat(REASONER.rulebase().cards().keySet())
                .as("rules that no single fact stops")
                .filteredOn(rule -> !stopped.contains(rule))
                .isEmpty();
    }

    /** Without the other rules that conclude an inference, so that facts are needed that else would not be. */
    private static Reasoner alone(String rule, Inference inference) {
        Reasoner reasoner = REASONER;
        for (Inference.RuleShare other : inference.rules()) {
            reasoner = other.rule().equals(rule) ? reasoner : reasoner.without(other.rule());
        }
        return reasoner;
    }

    /** Whether there is a fact that stops the inference. */
    private static boolean stops(Reasoner reasoner, CaseFile file, Inference inference, List<String> unnamed) {
        Assessment alone = reasoner.assess(file);
        Optional<Inference> there = alone.find(inference.id()).filter(each -> holds(alone, each));
        boolean stopped = false;
        for (Fact fact : there.isPresent() ? inAll(alone, there.get(), file) : List.<Fact>of()) {
            Assessment without = reasoner.assess(file.without(fact));
            assertThat(holds(without, inference))
                    .as("%s without %s", inference, fact)
                    .isFalse();
            stopped = true;
            if (!names(without, inference, fact)) {
                unnamed.add(inference.id() + " without " + fact.id());
            }
        }
        return stopped;
    }

    /** The facts that are in all supports. */
    private static List<Fact> inAll(Assessment assessment, Inference inference, CaseFile file) {
        List<Support> supports = assessment.why(inference, Detail.SHORT).supports();
        return stated(file).stream()
                .filter(fact ->
                        supports.stream().allMatch(support -> support.facts().contains(fact.id())))
                .toList();
    }

    private static List<Fact> stated(CaseFile file) {
        return file.statements().stream().map(Statement::fact).distinct().toList();
    }

    private static boolean holds(Assessment assessment, Inference inference) {
        return assessment
                .find(inference.id())
                .filter(then -> then.status() != Status.EXCLUDED)
                .isPresent();
    }

    private static boolean names(Assessment without, Inference inference, Fact fact) {
        return unmet(without.whyNot(inference.fact()).attempts())
                .flatMap(each -> each.sought().stream())
                .anyMatch(sought -> sought.matches(fact));
    }

    private static Stream<Unmet> unmet(List<Attempt> attempts) {
        return attempts.stream()
                .flatMap(attempt -> Stream.concat(
                        attempt.missing().stream(),
                        attempt.alternatives().stream().flatMap(each -> each.lacking().stream())))
                .flatMap(WithdrawnFactsTest::withInner);
    }

    private static Stream<Unmet> withInner(Unmet unmet) {
        Stream<Unmet> parts = unmet.parts().stream().flatMap(WithdrawnFactsTest::withInner);
        return Stream.of(Stream.of(unmet), parts, unmet(unmet.attempts())).flatMap(each -> each);
    }
}
