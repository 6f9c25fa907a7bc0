package org.demarche.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.demarche.Assessment;
import org.demarche.inference.Choice;
import org.demarche.inference.Derivation;
import org.demarche.inference.DerivationGraph;
import org.demarche.inference.Inference;
import org.demarche.model.Impossible;
import org.demarche.model.Settled;

/** Says why no scenario is possible. */
public final class NoScenario {

    private NoScenario() {}

    /** Why none is left of what an assessment finds possible, once these answers are given. */
    public static List<String> sentences(Assessment base, List<Choice> given) {
        List<String> sentences = new ArrayList<>();
        if (base.scenarios().signum() == 0) {
            sentences.add("No scenario is possible, whatever the answers.");
        } else {
            String answers = given.size() == 1 ? "that answer" : "these answers together";
            sentences.add("No scenario is possible with " + answers + ".");
            given.forEach(choice -> sentences.addAll(otherwise(choice, base.answered())));
        }
        String deciding = deciding(base);
        if (!deciding.isEmpty()) {
            sentences.add("Scenarios are ruled out by " + deciding + ".");
        }
        return sentences;
    }

    private static List<String> otherwise(Choice choice, Map<String, String> answered) {
        String answer = answered.getOrDefault(choice.question(), choice.answer());
        return answer.equals(choice.answer())
                ? List.of()
                : List.of("Every possible scenario answers " + choice.question() + " with " + answer + ".");
    }

    /** What rules conclude about which scenarios are possible, and by which rules. */
    private static String deciding(Assessment base) {
        return base.inferences().stream()
                .filter(each -> each.fact() instanceof Settled || each.fact() instanceof Impossible)
                .map(each ->
                        each.id() + " (" + Words.and(rules(each, base.worlds().graph())) + ")")
                .collect(Collectors.joining(", "));
    }

    /** Relative to no scenario at all an inference has no rules: the graph knows them. */
    private static List<String> rules(Inference inference, DerivationGraph graph) {
        return graph.derivationsOf(graph.find(inference.fact()).orElseThrow()).stream()
                .map(Derivation::rule)
                .distinct()
                .toList();
    }
}
