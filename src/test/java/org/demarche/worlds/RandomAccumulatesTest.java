package org.demarche.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.demarche.Assessment;
import org.demarche.Reasoner;
import org.demarche.Written;
import org.demarche.explain.why.ConditionProperties;
import org.demarche.explain.why.SupportProperties;
import org.demarche.model.Judgement;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random programs that accumulate what they conclude, also in circles, against a second evaluation that knows neither Drools nor
 * the graph: it puts values for variables itself and looks at one scenario at a time.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RandomAccumulatesTest {

    private static final int PROGRAMS = 100;
    private static final int RULES = 4;
    private static final String CASE = """
            actors: {AAA: {name: Aland}, BBB: {name: Bland}, CCC: {name: Cland}}
            facts:
              - relation: AAA near BBB
              - relation: AAA near CCC
              - relation: BBB near CCC
              - condition: AAA ready
            questions:
              first: {ask: "1?", answers: {yes: {facts: [condition: BBB ready]}, no: }}
              second: {ask: "2?", answers: {one: {facts: [condition: CCC ready]}, two: {facts: [relation: CCC near AAA]}, three: }}
            reports:
            """
            + RandomRule.REPORTS.stream()
                    .map(each ->
                            "  - {id: %s, source: test-source, origin: %s, credibility: %s, question: first, answer: yes}\n"
                                    .formatted(each.toArray()))
                    .collect(Collectors.joining());

    @TempDir
    Path folder;

    @Test
    void labels_equal_those_of_an_independent_evaluation_in_every_scenario() {
        Random random = new Random(20260417);
        List<List<RandomRule>> programs = IntStream.range(0, PROGRAMS)
                .mapToObj(program -> program(program, random))
                .toList();
        Reasoner reasoner = load(programs);
        Set<String> truths = new HashSet<>();
        int paradoxical = 0;
        int supports = 0;
        for (int program = 0; program < PROGRAMS; program++) {
            Assessment assessment = reasoner.assess(
                    Written.wholeCase(folder.resolve("case-" + program), "rules: [p" + program + "]\n" + CASE));
            paradoxical += assessment.paradoxical().signum();
            truths.addAll(check(assessment, programs.get(program)));
            supports += SupportProperties.check(assessment, programs.get(program));
            ConditionProperties.check(assessment);
        }
        assertThat(truths).containsExactlyInAnyOrder("true", "false", "undefined");
        assertThat(supports).as("supports that stand the test").isGreaterThan(PROGRAMS);
        assertThat(paradoxical).as("programs with something undefined").isBetween(10, PROGRAMS - 10);
    }

    private static List<RandomRule> program(int program, Random random) {
        return IntStream.range(0, RULES)
                .mapToObj(rule -> new RandomRule("p" + program + "-" + rule, random))
                .toList();
    }

    /** Each program in a folder of its own, so that all are compiled at once. */
    private Reasoner load(List<List<RandomRule>> programs) {
        Path rules = folder.resolve("rules");
        Written.write(rules.resolve("vocabulary.yaml"), Written.VOCABULARY);
        Written.write(rules.resolve("sources.yaml"), "test-source: {title: A source}\n");
        for (int program = 0; program < programs.size(); program++) {
            String text = programs.get(program).stream().map(RandomRule::drl).collect(Collectors.joining());
            Written.write(
                    rules.resolve("p" + program + "/rules.drl"),
                    "package rules.p" + program + "\nimport org.demarche.model.*\n" + text);
        }
        return Reasoner.load(rules);
    }

    private static Set<String> check(Assessment assessment, List<RandomRule> rules) {
        List<GroundProgram.Rule> ground =
                rules.stream().flatMap(rule -> rule.ground().stream()).toList();
        Set<String> truths = new HashSet<>();
        for (Map<String, String> scenario : assessment.worlds().possible().scenarios(6)) {
            GroundProgram model = new GroundProgram(ground, stated(scenario));
            for (String subject : RandomRule.ACTORS) {
                for (String finding : RandomRule.FINDINGS) {
                    String expected = model.truth(RandomRule.judgement(subject, finding));
                    assertThat(truth(assessment, new Judgement(subject, finding), scenario))
                            .as("%s is %s in %s by%n%s", subject, finding, scenario, text(rules))
                            .isEqualTo(expected);
                    truths.add(expected);
                }
            }
        }
        return truths;
    }

    private static String text(List<RandomRule> rules) {
        return rules.stream().map(RandomRule::drl).collect(Collectors.joining());
    }

    private static Set<String> stated(Map<String, String> scenario) {
        Set<String> stated = new HashSet<>(Set.of(
                RandomRule.near("AAA", "BBB"),
                RandomRule.near("AAA", "CCC"),
                RandomRule.near("BBB", "CCC"),
                RandomRule.ready("AAA")));
        if ("yes".equals(scenario.get("first"))) {
            stated.add(RandomRule.ready("BBB"));
        }
        if ("one".equals(scenario.get("second"))) {
            stated.add(RandomRule.ready("CCC"));
        }
        if ("two".equals(scenario.get("second"))) {
            stated.add(RandomRule.near("CCC", "AAA"));
        }
        return stated;
    }

    private static String truth(Assessment assessment, Judgement judgement, Map<String, String> scenario) {
        Worlds worlds = assessment.worlds();
        return worlds.graph()
                .find(judgement)
                .map(node -> worlds.label(node).scenarios(6).contains(scenario)
                        ? "true"
                        : worlds.undefined(node).scenarios(6).contains(scenario) ? "undefined" : "false")
                .orElse("false");
    }
}
