package org.demarche.oracle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demarche.Assessment;
import org.demarche.model.Fact;
import org.demarche.worlds.Label;
import org.demarche.worlds.Worlds;

/** What the engine found, scenario by scenario: its labels turned around. */
final class Engine {

    private Engine() {}

    /** What holds in each possible scenario. */
    static Map<Map<String, String>, Truths> truths(Assessment assessment) {
        Worlds worlds = assessment.worlds();
        Map<Map<String, String>, Set<Fact>> definite = new HashMap<>();
        Map<Map<String, String>, Set<Fact>> undefined = new HashMap<>();
        for (int node = 0; node < worlds.graph().nodes().size(); node++) {
            if (worlds.graph().fact(node).isPresent()) {
                Fact fact = worlds.graph().fact(node).get();
                scenarios(worlds.label(node)).forEach(each -> add(definite, each, fact));
                scenarios(worlds.undefined(node)).forEach(each -> add(undefined, each, fact));
            }
        }
        Map<Map<String, String>, Truths> truths = new LinkedHashMap<>();
        for (Map<String, String> each : scenarios(worlds.possible())) {
            truths.put(each, new Truths(definite.getOrDefault(each, Set.of()), undefined.getOrDefault(each, Set.of())));
        }
        return truths;
    }

    /** The label of each fact and where it is undefined, and the possible scenarios under the key {@code possible}. */
    static Map<String, Set<Map<String, String>>> labels(Assessment assessment) {
        Worlds worlds = assessment.worlds();
        Map<String, Set<Map<String, String>>> labels = new HashMap<>();
        labels.put("possible", Set.copyOf(scenarios(worlds.possible())));
        for (int node = 0; node < worlds.graph().nodes().size(); node++) {
            int number = node;
            worlds.graph().fact(node).ifPresent(fact -> {
                labels.put(fact.type().key() + " " + fact.values(), Set.copyOf(scenarios(worlds.label(number))));
                labels.put("undefined " + fact, Set.copyOf(scenarios(worlds.undefined(number))));
            });
        }
        return labels;
    }

    private static List<Map<String, String>> scenarios(Label label) {
        return label.scenarios(label.count().intValueExact());
    }

    private static void add(Map<Map<String, String>, Set<Fact>> facts, Map<String, String> scenario, Fact fact) {
        facts.computeIfAbsent(scenario, any -> new HashSet<>()).add(fact);
    }
}
