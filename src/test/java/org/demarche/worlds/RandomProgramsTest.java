package org.demarche.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.demarche.Assessment;
import org.demarche.Reasoner;
import org.demarche.Written;
import org.demarche.cases.CaseFile;
import org.demarche.model.Judgement;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random programs with loops, also through negation, against a second evaluation that knows neither Drools nor the possibility
 * form: it grounds nothing, walks scenario by scenario, and sweeps the rules over and over until nothing moves.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RandomProgramsTest {

    private static final int PROGRAMS = 30;
    private static final int ATOMS = 9;
    private static final int RULES = 14;

    private record Rule(int program, int number, int head, List<Integer> present, List<Integer> absent) {

        String drl() {
            StringBuilder conditions = new StringBuilder();
            present.forEach(atom ->
                    conditions.append("    Judgement( ").append(test(atom)).append(" )\n"));
            absent.forEach(atom ->
                    conditions.append("    not Judgement( ").append(test(atom)).append(" )\n"));
            return Written.rule(
                    "r-" + program + "-" + number,
                    conditions.toString(),
                    "Judgement( \"" + subject(head) + "\", \"a\" )");
        }

        private String test(int atom) {
            return "subject == \"" + subject(atom) + "\", finding == \"a\"";
        }

        private String subject(int atom) {
            return name(program, atom);
        }
    }

    @TempDir
    Path folder;

    private final Random random = new Random(20260401);

    @Test
    void labels_equal_those_of_an_independent_evaluation_in_every_scenario() {
        List<List<Rule>> programs = new ArrayList<>();
        StringBuilder drl = new StringBuilder();
        for (int program = 0; program < PROGRAMS; program++) {
            List<Rule> rules = program(program);
            programs.add(rules);
            rules.forEach(rule -> drl.append(rule.drl()));
            for (int question = 0; question < 3; question++) {
                drl.append(given(program, question));
            }
        }
        Reasoner reasoner = Written.rules(folder, drl.toString());
        int paradoxical = 0;
        for (int program = 0; program < PROGRAMS; program++) {
            paradoxical += check(reasoner, program, programs.get(program));
        }
        assertThat(paradoxical).as("programs with undefined atoms").isBetween(5, PROGRAMS - 5);
    }

    /** Atom 0, 1 and 2 are given by the first answers of the three questions, and may be derived as well. */
    private static String given(int program, int question) {
        return Written.rule(
                "g-" + program + "-" + question,
                "    Condition( subject == \"" + name(program, question) + "\", state == \"ready\" )",
                "Judgement( \"" + name(program, question) + "\", \"a\" )");
    }

    private List<Rule> program(int program) {
        List<Rule> rules = new ArrayList<>();
        for (int number = 0; number < RULES; number++) {
            List<Integer> atoms = new ArrayList<>();
            for (int atom = 0; atom < ATOMS; atom++) {
                atoms.add(atom);
            }
            Collections.shuffle(atoms, random);
            int present = random.nextInt(3);
            int absent = random.nextInt(3) == 0 ? 1 + random.nextInt(2) : 0;
            rules.add(new Rule(
                    program,
                    number,
                    random.nextInt(ATOMS),
                    List.copyOf(atoms.subList(0, present + (absent == 0 && present == 0 ? 1 : 0))),
                    List.copyOf(atoms.subList(ATOMS - absent, ATOMS))));
        }
        return rules;
    }

    private int check(Reasoner reasoner, int program, List<Rule> rules) {
        Assessment assessment = reasoner.assess(caseOf(program));
        Worlds worlds = assessment.worlds();
        boolean paradox = false;
        assertThat(assessment.scenarios()).isEqualTo(8);
        for (Map<String, String> scenario : worlds.possible().scenarios(8)) {
            Set<Integer> stated = new HashSet<>();
            for (int question = 0; question < 3; question++) {
                if ("given".equals(scenario.get("q-" + question))) {
                    stated.add(question);
                }
            }
            Map<Integer, Boolean> expected = model(rules, stated);
            for (int atom = 0; atom < ATOMS; atom++) {
                assertThat(truth(assessment, program, atom, scenario))
                        .as("program %d, atom %d, scenario %s", program, atom, scenario)
                        .isEqualTo(
                                expected.get(atom) == null
                                        ? "undefined"
                                        : expected.get(atom).toString());
                paradox |= expected.get(atom) == null;
            }
        }
        return paradox ? 1 : 0;
    }

    private static String truth(Assessment assessment, int program, int atom, Map<String, String> scenario) {
        Worlds worlds = assessment.worlds();
        return worlds.graph()
                .find(new Judgement(name(program, atom), "a"))
                .map(node -> {
                    boolean definite = worlds.label(node).scenarios(8).contains(scenario);
                    boolean possible =
                            definite || worlds.undefined(node).scenarios(8).contains(scenario);
                    return definite ? "true" : possible ? "undefined" : "false";
                })
                .orElse("false");
    }

    private CaseFile caseOf(int program) {
        StringBuilder yaml = new StringBuilder("questions:\n");
        for (int question = 0; question < 3; question++) {
            yaml.append("  q-%d: {ask: \"Is it given?\", answers: {given: {facts: [{condition: %s ready}]}, open: }}\n"
                    .formatted(question, name(program, question)));
        }
        yaml.append("actors:\n");
        for (int each = 0; each < PROGRAMS; each++) {
            for (int atom = 0; atom < ATOMS; atom++) {
                yaml.append("  ").append(name(each, atom)).append(": {name: Someone, kind: person}\n");
            }
        }
        return Written.wholeCase(folder, yaml.toString());
    }

    private static String name(int program, int atom) {
        return "p" + program + "-" + atom;
    }

    /** True, false, or missing where undefined: Van Gelder's alternating fixpoint by plain sweeps. */
    private static Map<Integer, Boolean> model(List<Rule> rules, Set<Integer> stated) {
        Set<Integer> definite = Set.of();
        Set<Integer> possible;
        Set<Integer> before;
        do {
            before = definite;
            possible = closure(rules, stated, definite);
            definite = closure(rules, stated, possible);
        } while (!definite.equals(before));
        Map<Integer, Boolean> model = new HashMap<>();
        for (int atom = 0; atom < ATOMS; atom++) {
            if (definite.contains(atom)) {
                model.put(atom, true);
            } else if (!possible.contains(atom)) {
                model.put(atom, false);
            }
        }
        return model;
    }

    private static Set<Integer> closure(List<Rule> rules, Set<Integer> stated, Set<Integer> blocking) {
        Set<Integer> holds = new HashSet<>(stated);
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Rule rule : rules) {
                if (holds.containsAll(rule.present()) && Collections.disjoint(rule.absent(), blocking)) {
                    moved |= holds.add(rule.head());
                }
            }
        }
        return holds;
    }
}
