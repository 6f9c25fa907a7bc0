package org.demarche.worlds;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.demarche.inference.Accumulation;
import org.demarche.inference.Accumulation.Element;
import org.demarche.inference.DerivationGraph;
import org.demarche.inference.Fold;

/**
 * Where each outcome of an accumulation comes out, by dynamic programming over its elements: of every state that the elements
 * looked at so far can lead to, the set of scenarios in which they do. Where it is undefined whether an element holds, both
 * are followed; an outcome is definite where no other can come out.
 */
final class Accumulated {

    private final Map<Optional<Integer>, Label> labels = new HashMap<>();
    private final Label none;

    private Accumulated(Label none) {
        this.none = none;
    }

    static Accumulated of(Accumulation accumulation, DerivationGraph graph, Labels elements) {
        Map<Fold, Label> states = new LinkedHashMap<>();
        states.put(accumulation.start(), elements.frame().all());
        for (Element element : accumulation.elements()) {
            Map<Fold, Label> next = new LinkedHashMap<>();
            states.forEach((state, label) -> {
                add(next, state, label.minus(elements.definitely(element.node())));
                Label may = elements.possibly(element.node()).or(elements.definitely(element.node()));
                add(next, state.add(element.values()), label.and(may));
            });
            states = next;
        }
        Accumulated accumulated = new Accumulated(elements.frame().none());
        states.forEach(
                (state, label) -> accumulated.labels.merge(graph.outcome(accumulation, state), label, Label::or));
        return accumulated;
    }

    private static void add(Map<Fold, Label> states, Fold state, Label label) {
        if (!label.isEmpty()) {
            states.merge(state, label, Label::or);
        }
    }

    /** Where the outcome comes out, whatever undefined elements do. */
    Label definitely(int outcome) {
        Label definitely = possibly(outcome);
        for (Map.Entry<Optional<Integer>, Label> other : labels.entrySet()) {
            if (!other.getKey().equals(Optional.of(outcome))) {
                definitely = definitely.minus(other.getValue());
            }
        }
        return definitely;
    }

    /** Where the outcome can come out. */
    Label possibly(int outcome) {
        return labels.getOrDefault(Optional.of(outcome), none);
    }
}
