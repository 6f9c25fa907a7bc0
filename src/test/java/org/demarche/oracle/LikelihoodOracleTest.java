package org.demarche.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.demarche.Assessment;
import org.demarche.Reasoner;
import org.demarche.inference.Inference;
import org.demarche.inference.LikelihoodBounds;
import org.demarche.inference.LimitReachedException;
import org.demarche.inference.Limits;
import org.demarche.inference.Method;
import org.demarche.inference.ProbableScenario;
import org.demarche.model.Fact;
import org.demarche.model.Likelihood;
import org.demarche.oracle.LikelyPrograms.How;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Likelihoods against a second evaluation that goes through all scenarios, all settings of the switches of tendencies, and all
 * combinations of the corners of what is known of them.
 *
 * @see Sizes how to try something else
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LikelihoodOracleTest {

    private static final Map<How, Integer> PROGRAMS = Map.of(How.POINTS, 120, How.INTERVALS, 70);
    private static final int EVALUATIONS = 700;
    private static final double COMBINATIONS = 20_000;
    private static final List<Integer> FEW_NODES = List.of(10, 16);
    private static final double ROUNDING = 1e-12;

    private static final LikelihoodBounds NEVER = new LikelihoodBounds(Optional.of(new Likelihood(0, 0)), true, "");

    @TempDir
    static Path folder;

    private static LikelyPrograms likely;
    private static Reasoner reasoner;

    private final Map<String, Integer> counts = new TreeMap<>();

    @BeforeAll
    static void compile_once_for_all_programs() {
        likely = new LikelyPrograms();
        reasoner = likely.folders().load(folder);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void likelihoods_are_what_all_scenarios_and_settings_come_to(How how, TestReporter reporter) {
        for (Program program : likely.programs(how, PROGRAMS.get(how))) {
            Assessment assessment = program.assess(reasoner, folder);
            Optional<Chances> tried = chances(assessment);
            if (tried.isPresent()) {
                compare(assessment, tried.get(), program.toString());
                answered(assessment, tried.get(), program.toString());
                probable(assessment, tried.get(), program.toString());
                count("programs", true);
                count("programs with tendencies", !tried.get().switches().isEmpty());
                count("programs with something undefined", tried.get().undecided());
                count(
                        "programs with impossible scenarios",
                        tried.get().possible().size() < tried.get().scenarios().size());
            } else {
                count("programs too large", true);
            }
        }
        reporter.publishEntry("compared", counts.toString());
        assertThat(counts.get("programs")).isGreaterThan(PROGRAMS.get(how) / 2);
        assertThat(counts.get("programs with tendencies")).isGreaterThan(PROGRAMS.get(how) / 4);
        assertThat(counts.get("programs with something undefined")).isGreaterThan(PROGRAMS.get(how) / 40);
        assertThat(counts.get("programs with impossible scenarios")).isGreaterThan(PROGRAMS.get(how) / 40);
        assertThat(counts).doesNotContainKey("brackets");
    }

    /**
     * A rule says the same with an {@code exists} joined, or with all that it looks for seen twice, and a strict one with two rules
     * instead of an {@code or}: a further match or a further witness flips no further coin.
     */
    @ParameterizedTest(name = "{0}")
    @EnumSource
    void what_is_said_in_other_words_is_as_likely(How how, TestReporter reporter) {
        for (Program program : likely.programs(how, PROGRAMS.get(how))) {
            Assessment assessment = program.assess(reasoner, folder);
            for (Rewriting rewriting : Rewriting.values()) {
                List<String> rules = program.facts().rules().stream()
                        .map(rule -> rewritten(rule, rewriting))
                        .toList();
                if (!rules.equals(program.facts().rules())
                        && assessment.scenarios().signum() > 0) {
                    same(assessment, program, program.withRules(rules));
                }
            }
        }
        reporter.publishEntry("compared", counts.toString());
        assertThat(counts.get("programs rewritten")).isGreaterThan(PROGRAMS.get(how) / 4);
        assertThat(counts.get("programs with rewritten tendencies")).isGreaterThan(PROGRAMS.get(how) / 10);
    }

    /** Inference by inference, where there is no room for all together: the same, or it says that it is not known. */
    @Test
    void with_few_nodes_likelihoods_are_the_same_or_none(TestReporter reporter) {
        for (Program program : likely.programs(How.INTERVALS, PROGRAMS.get(How.INTERVALS))) {
            Assessment assessment = program.assess(reasoner, folder);
            for (int nodes : FEW_NODES) {
                try {
                    fewNodes(assessment, nodes, program);
                } catch (LimitReachedException reached) {
                    count("given up", true);
                }
            }
        }
        reporter.publishEntry("compared", counts.toString());
        assertThat(counts.get("by " + Method.CONES)).isGreaterThan(30);
        assertThat(counts.get("by " + Method.BLOCKS)).isGreaterThan(20);
    }

    private void fewNodes(Assessment assessment, int nodes, Program program) {
        Limits few = Limits.DEFAULT.toBuilder().nodes(nodes).build();
        for (Inference found : reasoner.assess(assessment.caseFile(), few).inferences()) {
            LikelihoodBounds expected =
                    assessment.find(found.id()).orElseThrow().likelihood();
            boolean diagrams = found.method() == Method.DIAGRAMS || found.method() == Method.CONES;
            assertThat(
                            diagrams
                                    ? equal(found.likelihood(), expected)
                                    : found.likelihood().likelihood().isEmpty()
                                            && !found.likelihood().note().isEmpty())
                    .as(() -> found + " with " + nodes + " nodes in " + program + "\n" + expected)
                    .isTrue();
            count("by " + found.method(), true);
        }
    }

    private static String rewritten(String rule, Rewriting rewriting) {
        String other = rewriting.folder(rule);
        return likely.folders().rules().containsKey(other) ? other : rule;
    }

    private void same(Assessment assessment, Program program, Program rewritten) {
        Assessment found = rewritten.assess(reasoner, folder);
        for (Inference inference : assessment.inferences()) {
            // What could not follow from anything is not even excluded.
            LikelihoodBounds same =
                    found.find(inference.id()).map(Inference::likelihood).orElse(NEVER);
            assertThat(equal(same, inference.likelihood()))
                    .as(() -> inference.id() + " of " + program + "\nrewritten as " + rewritten + "\n" + same + "\n"
                            + inference.likelihood())
                    .isTrue();
            count("likelihoods", true);
        }
        count("programs rewritten", true);
        count(
                "programs with rewritten tendencies",
                rewritten.facts().rules().stream()
                        .anyMatch(rule -> !program.facts().rules().contains(rule)
                                && !likely.folders()
                                        .rules()
                                        .get(rule)
                                        .get(0)
                                        .likelihood()
                                        .isEmpty()));
    }

    private static boolean equal(LikelihoodBounds one, LikelihoodBounds other) {
        if (one.likelihood().isEmpty() || other.likelihood().isEmpty()) {
            return one.equals(other);
        }
        Likelihood first = one.likelihood().get();
        Likelihood second = other.likelihood().get();
        return Math.abs(first.low() - second.low()) < ROUNDING && Math.abs(first.high() - second.high()) < ROUNDING;
    }

    private static Optional<Chances> chances(Assessment assessment) {
        return Chances.of(assessment.caseFile(), assessment.rulebase().cards().values(), EVALUATIONS)
                .filter(tried -> tried.corners().combinations() <= COMBINATIONS);
    }

    private void compare(Assessment assessment, Chances tried, String what) {
        Set<Fact> inferred =
                assessment.inferences().stream().map(Inference::fact).collect(Collectors.toSet());
        assertThat(inferred)
                .as(what)
                .containsAll(tried.everything().stream()
                        .filter(fact -> fact.type().concluded())
                        .toList());
        for (Inference inference : assessment.inferences()) {
            compare(inference, assessment.likelihood(inference), tried.expected(inference.fact()), what);
        }
    }

    private void compare(Inference inference, LikelihoodBounds found, Chances.Expected expected, String what) {
        String which = inference.id() + " of " + what;
        assertThat(inference.likelihood()).as(which).isEqualTo(found);
        assertThat(found.likelihood().isPresent())
                .as("likelihood %s is there: %s", found, which)
                .isEqualTo(expected.bounds().isPresent());
        assertThat(found.note().isEmpty()).as("note: %s", which).isEqualTo(!expected.nothingPossible());
        count("likelihoods", true);
        count("of them null as nothing may be possible", expected.nothingPossible());
        count("brackets", !found.exact());
        count(
                "of them null as nothing is known",
                !expected.nothingPossible() && expected.bounds().isEmpty());
        expected.bounds().ifPresent(bounds -> {
            Likelihood likelihood = found.likelihood().orElseThrow();
            assertThat(likelihood.low()).as("low: %s", which).isCloseTo(bounds[0], within(ROUNDING));
            assertThat(likelihood.high()).as("high: %s", which).isCloseTo(bounds[1], within(ROUNDING));
            count("of them certain or impossible", bounds[0] == bounds[1] && bounds[0] % 1 == 0);
            count("of them intervals", bounds[1] - bounds[0] > ROUNDING);
        });
    }

    /** The same with a question answered. */
    private void answered(Assessment assessment, Chances tried, String what) {
        assessment.questions().stream().limit(1).forEach(question -> {
            String answer = question.answerIds().get(0);
            if (assessment.possible(question.id(), answer)) {
                compare(
                        assessment.given(question.id(), answer),
                        tried.given(question.id(), answer),
                        question.id() + " = " + answer + " in " + what);
            }
        });
    }

    private void probable(Assessment assessment, Chances tried, String what) {
        for (Inference inference : assessment.inferences()) {
            String which = inference.id() + " of " + what;
            Set<Map<String, String>> label = tried.label(inference.fact());
            Optional<ProbableScenario> found = assessment.mostProbable(inference);
            assertThat(found.isPresent())
                    .as("most probable: %s", which)
                    .isEqualTo(!label.isEmpty() && !tried.nothingKnown());
            found.ifPresent(scenario -> {
                double best =
                        label.stream().mapToDouble(tried::guaranteed).max().orElseThrow();
                assertThat(label).as(which).contains(scenario.scenario());
                assertThat(scenario.guaranteed()).as(which).isCloseTo(best, within(ROUNDING));
                assertThat(tried.guaranteed(scenario.scenario())).as(which).isCloseTo(best, within(ROUNDING));
                assertThat(scenario.unknown()).as(which).isEqualTo(tried.unknown());
                count("most probable scenarios", true);
            });
            flipped(assessment, inference, tried, which);
        }
    }

    private void flipped(Assessment assessment, Inference inference, Chances tried, String which) {
        Set<Map<String, String>> label = tried.label(inference.fact());
        for (Map<String, String> scenario : tried.possible().stream().limit(4).toList()) {
            List<Map<String, String>> others = tried.possible().stream()
                    .filter(each -> label.contains(each) != label.contains(scenario))
                    .toList();
            Optional<Map<String, String>> found = assessment.nearestFlip(inference, scenario);
            assertThat(found.isPresent()).as("flip: %s", which).isEqualTo(!others.isEmpty());
            found.ifPresent(changes -> {
                Map<String, String> changed = new HashMap<>(scenario);
                changed.putAll(changes);
                assertThat(others).as(which).contains(changed);
                assertThat(changes)
                        .as(which)
                        .hasSize(others.stream()
                                .mapToInt(each -> distance(each, scenario))
                                .min()
                                .orElseThrow());
                count("nearest flips", true);
            });
        }
    }

    private static int distance(Map<String, String> one, Map<String, String> other) {
        return (int) one.entrySet().stream()
                .filter(each -> !each.getValue().equals(other.get(each.getKey())))
                .count();
    }

    private void count(String what, boolean so) {
        if (so) {
            counts.merge(what, 1, Integer::sum);
        }
    }
}
