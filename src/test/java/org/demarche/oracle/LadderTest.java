package org.demarche.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.demarche.Assessment;
import org.demarche.Written;
import org.demarche.cases.Question;
import org.demarche.inference.Choice;
import org.demarche.inference.Estimate;
import org.demarche.inference.Inference;
import org.demarche.inference.Inference.Pivot;
import org.demarche.inference.LimitReachedException;
import org.demarche.inference.Limits;
import org.demarche.inference.Method;
import org.demarche.inference.Paradox;
import org.demarche.inference.Status;
import org.demarche.report.Page;
import org.demarche.report.Reports;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whichever way labels are worked out, what is said of them is the same, or is marked as estimated. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LadderTest {

    private static final int PROGRAMS = 100;

    @TempDir
    Path folder;

    private final Map<Method, Integer> answered = new EnumMap<>(Method.class);

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 16})
    void few_nodes_change_no_count(int nodes, TestReporter reporter) {
        Limits few = Limits.DEFAULT.toBuilder().nodes(nodes).build();
        for (Assessed each : Programs.SHARED.all().subList(0, PROGRAMS)) {
            Assessment counted =
                    Programs.SHARED.reasoner().assess(each.assessment().caseFile(), few);
            compare(counted, each.assessment(), each.program().toString());
            Question question = each.assessment().questions().get(0);
            String answer = question.answerIds().get(question.answerIds().size() - 1);
            compare(
                    counted.given(question.id(), answer),
                    each.assessment().given(question.id(), answer),
                    answer + " given in " + each.program());
        }
        reporter.publishEntry("answered", answered.toString());
        assertThat(answered).containsKeys(Method.CONES, Method.BLOCKS);
    }

    private void compare(Assessment counted, Assessment exact, String what) {
        assertThat(counted.exact()).isTrue();
        assertThat(counted.scenarios()).as(what).isEqualTo(exact.scenarios());
        assertThat(counted.paradoxical()).as(what).isEqualTo(exact.paradoxical());
        assertThat(counted.answered()).as(what).isEqualTo(exact.answered());
        assertThat(counted.paradoxes())
                .as(what)
                .extracting(Paradox::scenarios, Paradox::loop)
                .isEqualTo(exact.paradoxes().stream()
                        .map(each -> tuple(each.scenarios(), each.loop()))
                        .toList());
        for (Inference inference : exact.inferences()) {
            Inference other = counted.find(inference.id()).orElseThrow();
            answered.merge(other.method(), 1, Integer::sum);
            compare(counted, other, exact, inference, inference + " of " + what);
        }
    }

    private static void compare(
            Assessment counted, Inference other, Assessment exact, Inference inference, String what) {
        assertThat(other.scenarios()).as(what).isEqualTo(inference.scenarios());
        assertThat(other.undecided()).as(what).isEqualTo(inference.undecided());
        assertThat(other.status()).as(what).isEqualTo(inference.status());
        assertThat(other.rules()).as(what).isEqualTo(inference.rules());
        assertThat(other.pivots()).as(what).isEqualTo(inference.pivots());
        assertThat(other.tendencies()).as(what).isEqualTo(inference.tendencies());
        assertThat(other.estimate()).as(what).isEmpty();
        assertThat(counted.scenarios(other).toList())
                .as(what)
                .isEqualTo(exact.label(inference).scenarios().toList());
        if (other.method() == Method.CONES || other.method() == Method.DIAGRAMS) {
            assertThat(other.conditions()).as(what).isEqualTo(inference.conditions());
            assertThat(counted.label(other).count()).as(what).isEqualTo(inference.scenarios());
        } else {
            assertThat(other.otherConditions()).as(what).isEqualTo(-1);
            assertThat(other.likelihood().likelihood()).as(what).isEmpty();
            assertThat(other.likelihood().note()).as(what).isNotEmpty();
        }
    }

    private static final int QUESTIONS = 40;
    private static final int TOGETHER = 10;

    /**
     * Whether an odd number of forty questions is answered with yes, and whether all are: ten by ten, then twenty and twenty, then all
     * forty. Small diagrams, but larger than nothing, and too many scenarios to go through.
     */
    private Assessment forty(int nodes) {
        StringBuilder rules = new StringBuilder();
        StringBuilder yaml = new StringBuilder("questions:\n");
        for (int i = 0; i < QUESTIONS; i++) {
            yaml.append("  q-%02d: {ask: \"Ready?\", answers: {yes: {facts: [{condition: %s ready}]}, no: }}\n"
                    .formatted(i, name(i)));
            String ready = "Condition( subject == \"" + name(i) + "\", state == \"ready\" )";
            if (i % TOGETHER == 0) {
                rules.append(Written.rule("odd-" + i, "    " + ready, found(i, "a")));
                rules.append(Written.rule("all-" + i, "    " + ready, found(i, "b")));
            } else {
                rules.append(both(i, ready, test(i - 1, "a"), ready, test(i - 1, "b")));
            }
        }
        rules.append(both(40, test(9, "a"), test(19, "a"), test(9, "b"), test(19, "b")));
        rules.append(both(41, test(29, "a"), test(39, "a"), test(29, "b"), test(39, "b")));
        rules.append(both(42, test(40, "a"), test(41, "a"), test(40, "b"), test(41, "b")));
        yaml.append("actors:\n");
        IntStream.range(0, QUESTIONS + 3).forEach(i -> yaml.append("  " + name(i) + ": {name: Someone}\n"));
        return Written.rules(folder, rules.toString())
                .assess(
                        Written.wholeCase(folder, yaml.toString()),
                        Limits.DEFAULT.toBuilder().nodes(nodes).build());
    }

    private static String both(int number, String one, String other, String first, String second) {
        return Written.rule("one-" + number, "    " + one + "\n    not " + other, found(number, "a"))
                + Written.rule("other-" + number, "    " + other + "\n    not " + one, found(number, "a"))
                + Written.rule("all-" + number, "    " + first + "\n    " + second, found(number, "b"));
    }

    private static String test(int number, String finding) {
        return "Judgement( subject == \"" + name(number) + "\", finding == \"" + finding + "\" )";
    }

    private static String found(int number, String finding) {
        return "Judgement( \"" + name(number) + "\", \"" + finding + "\" )";
    }

    private static String name(int actor) {
        return "p-" + (actor < 10 ? "0" : "") + actor;
    }

    @Test
    void what_is_drawn_is_marked_and_lies_in_its_interval() {
        Assessment exact = forty(Limits.DEFAULT.nodes());
        Assessment drawn = forty(20);
        assertThat(exact.exact()).isTrue();
        assertThat(drawn.exact()).isFalse();
        assertThat(drawn.scenarios()).isEqualTo(exact.scenarios());
        List<Inference> estimated = drawn.inferences().stream()
                .filter(each -> each.method() == Method.SAMPLING)
                .toList();
        assertThat(estimated).extracting(Inference::id).containsExactly("p-42.a", "p-42.b");
        assertThat(drawn.inferences()).extracting(Inference::method).contains(Method.CONES, Method.BLOCKS);
        long outside = estimated.stream()
                .filter(each -> {
                    Estimate estimate = each.estimate().orElseThrow();
                    double share =
                            exact.find(each.id()).orElseThrow().scenarios().doubleValue()
                                    / exact.scenarios().doubleValue();
                    return share < estimate.low() || share > estimate.high();
                })
                .count();
        // One in a hundred draws may; these do not.
        assertThat(outside).isZero();
    }

    @Test
    void an_estimate_claims_nothing_for_certain() {
        Assessment drawn = forty(20);
        Inference rare = drawn.find("p-42.b").orElseThrow();
        // It holds in one scenario of 2^40, which no draw will meet.
        assertThat(rare.method()).isEqualTo(Method.SAMPLING);
        assertThat(rare.status()).isEqualTo(Status.EXCLUDED);
        assertThat(rare.estimate().orElseThrow().low()).isZero();
        assertThat(rare.estimate().orElseThrow().high()).isPositive();
        String text = Reports.run(drawn, true).text(new Page(100, false, false));
        assertThat(text).contains("Estimated:", "Judgements, estimated excluded: in no scenario that was drawn (");
        String json = Reports.run(drawn, true).json();
        assertThat(json).contains("\"exact\": false", "\"method\": \"sampling\"", "\"estimate\": {");
        // No pivot is claimed that could be chance, and here each question matters for almost nothing by itself.
        assertThat(drawn.inferences().stream()
                        .filter(each -> each.method() == Method.SAMPLING)
                        .flatMap(each -> each.pivots().stream())
                        .map(Pivot::influence))
                .allMatch(influence -> influence < 0.02);
    }

    @Test
    void the_same_comes_out_again() {
        assertThat(Reports.run(forty(20), true).json())
                .isEqualTo(Reports.run(forty(20), true).json());
    }

    @Test
    void answers_bring_what_was_drawn_back_to_what_is_counted() {
        Assessment drawn = forty(20);
        Assessment counted = drawn.given(IntStream.range(5, 30)
                .mapToObj(i -> new Choice("q-%02d".formatted(i), i % 3 == 0 ? "yes" : "no"))
                .toList());
        assertThat(counted.exact()).isTrue();
        assertThat(counted.inferences())
                .extracting(Inference::method)
                .contains(Method.BLOCKS)
                .doesNotContain(Method.SAMPLING);
    }

    @Test
    void a_label_that_is_not_known_is_refused_and_never_made_up() {
        Assessment drawn = forty(20);
        Inference rare = drawn.find("p-42.b").orElseThrow();
        assertThatThrownBy(() -> drawn.label(rare))
                .isInstanceOf(LimitReachedException.class)
                .hasMessageContaining("--max-nodes");
        assertThat(drawn.conditions(rare).others()).isEqualTo(-1);
        assertThat(drawn.mostProbable(rare)).isEmpty();
    }
}
