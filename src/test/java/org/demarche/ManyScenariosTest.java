package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.demarche.inference.Choice;
import org.demarche.inference.Inference;
import org.demarche.inference.Method;
import org.demarche.inference.Status;
import org.demarche.model.Fact;
import org.demarche.model.Judgement;
import org.demarche.worlds.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A case of forty questions and a hundred rules with absences: 2^40 scenarios, exactly, and checked against rules swept by hand. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
class ManyScenariosTest {

    private static final int QUESTIONS = 40;
    private static final int RULES = 100;
    private static final List<String> FINDINGS = List.of("a", "b", "c");

    /** In layers: each concludes a finding of the next layer from the one before, about neighbours. */
    private record Rule(int number, int subject, int layer, List<Integer> present, List<Integer> absent) {

        String drl() {
            StringBuilder conditions = new StringBuilder();
            present.forEach(each -> conditions.append("    ").append(test(each)).append('\n'));
            absent.forEach(
                    each -> conditions.append("    not ").append(test(each)).append('\n'));
            return Written.rule(
                    "r-" + number,
                    conditions.toString(),
                    "Judgement( \"" + name(subject) + "\", \"" + FINDINGS.get(layer) + "\" )");
        }

        private String test(int about) {
            return layer == 0
                    ? "Condition( subject == \"" + name(about) + "\", state == \"ready\" )"
                    : "Judgement( subject == \"" + name(about) + "\", finding == \"" + FINDINGS.get(layer - 1) + "\" )";
        }
    }

    @TempDir
    static Path folder;

    private final Random random = new Random(20261124);
    private final List<Rule> rules = new ArrayList<>();
    private Assessment assessment;

    @BeforeAll
    void assess() {
        for (int number = 0; number < RULES; number++) {
            rules.add(rule(number, number % FINDINGS.size()));
        }
        StringBuilder drl = new StringBuilder();
        rules.forEach(rule -> drl.append(rule.drl()));
        assessment = Written.rules(folder, drl.toString()).assess(Written.wholeCase(folder, yaml()));
    }

    private Rule rule(int number, int layer) {
        int subject = random.nextInt(QUESTIONS);
        List<Integer> near = IntStream.rangeClosed(subject - 2, subject + 2)
                .map(each -> Math.floorMod(each, QUESTIONS))
                .boxed()
                .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        java.util.Collections.shuffle(near, random);
        int absent = random.nextInt(2);
        return new Rule(number, subject, layer, near.subList(0, 1 + random.nextInt(2)), near.subList(3, 3 + absent));
    }

    private static String yaml() {
        StringBuilder yaml = new StringBuilder("questions:\n");
        for (int i = 0; i < QUESTIONS; i++) {
            yaml.append("  q-%02d: {ask: \"Is it ready?\", answers: {yes: {facts: [{condition: %s ready}]}, no: }}\n"
                    .formatted(i, name(i)));
        }
        yaml.append("actors:\n");
        for (int i = 0; i < QUESTIONS; i++) {
            yaml.append("  ").append(name(i)).append(": {name: Someone}\n");
        }
        return yaml.toString();
    }

    private static String name(int actor) {
        return "p-" + (actor < 10 ? "0" : "") + actor;
    }

    @Test
    void every_label_is_exact() {
        assertThat(assessment.scenarios()).isEqualTo(BigInteger.ONE.shiftLeft(QUESTIONS));
        assertThat(assessment.inferences())
                .hasSizeGreaterThan(40)
                .allMatch(inference -> inference.method() == Method.DIAGRAMS);
        for (int i = 0; i < 300; i++) {
            checkScenario();
        }
    }

    /** The counts of a question's answers add up, and each is that of the assessment with the answer given. */
    @Test
    void counts_add_up_over_the_answers() {
        Assessment ready = assessment.given("q-07", "yes");
        Assessment unready = assessment.given("q-07", "no");
        for (Inference inference : assessment.inferences()) {
            BigInteger yes = ready.find(inference.id()).orElseThrow().scenarios();
            BigInteger no = unready.find(inference.id()).orElseThrow().scenarios();
            assertThat(yes.add(no)).isEqualTo(inference.scenarios());
        }
    }

    /** A process of its own, from nothing: rules compiled, every label worked out, one document written. */
    @Test
    void the_command_line_answers_exactly_from_a_cold_start() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.demarche.cli.Main",
                        "scenarios",
                        folder.resolve("facts/test-case").toString(),
                        "--format=json")
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
        JsonNode document = JsonMapper.shared().readTree(process.getInputStream());
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("errors.txt")))
                .isZero();
        assertThat(document.get("exact").asBoolean()).isTrue();
        assertThat(document.get("scenarios").asLong()).isEqualTo(1L << QUESTIONS);
        assertThat(document.get("inferences")).hasSize((int) assessment.inferences().stream()
                .filter(each -> each.status() != Status.EXCLUDED)
                .count());
        for (JsonNode each : document.get("inferences")) {
            Inference here = assessment.find(each.get("id").asString()).orElseThrow();
            assertThat(each.get("scenarios").bigIntegerValue()).isEqualTo(here.scenarios());
            assertThat(each.get("conditions")).hasSize(here.conditions().size());
        }
    }

    private void checkScenario() {
        Map<String, String> scenario = new LinkedHashMap<>();
        Set<Integer> ready = new HashSet<>();
        Label here = assessment.worlds().possible();
        for (int i = 0; i < QUESTIONS; i++) {
            String answer = random.nextBoolean() ? "yes" : "no";
            String question = "q-%02d".formatted(i);
            scenario.put(question, answer);
            here = here.and(assessment.worlds().label(new Choice(question, answer)));
            if (answer.equals("yes")) {
                ready.add(i);
            }
        }
        Set<Fact> holding = sweep(ready);
        for (Inference inference : assessment.inferences()) {
            assertThat(!assessment.label(inference).and(here).isEmpty())
                    .as("%s in %s", inference, scenario)
                    .isEqualTo(holding.contains(inference.fact()));
        }
    }

    /** Layer by layer, so that what is absent is known when it is asked for. */
    private Set<Fact> sweep(Set<Integer> ready) {
        Map<Integer, Set<Integer>> layers = new HashMap<>(Map.of(-1, ready));
        Set<Fact> holding = new HashSet<>();
        for (int layer = 0; layer < FINDINGS.size(); layer++) {
            Set<Integer> below = layers.get(layer - 1);
            Set<Integer> found = new HashSet<>();
            for (Rule rule : rules) {
                if (rule.layer() == layer
                        && below.containsAll(rule.present())
                        && rule.absent().stream().noneMatch(below::contains)) {
                    found.add(rule.subject());
                    holding.add(new Judgement(name(rule.subject()), FINDINGS.get(layer)));
                }
            }
            layers.put(layer, found);
        }
        return holding;
    }
}
