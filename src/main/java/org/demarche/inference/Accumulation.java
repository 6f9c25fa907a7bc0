package org.demarche.inference;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.rules.AccumulateFunction;

/**
 * One {@code accumulate} of a rule, for the facts matched before it: what there may be to accumulate, and what follows from it.
 * Which elements hold is another thing in every scenario. Numbers are those of the nodes of its graph.
 *
 * @param index the condition's number within the rule
 * @param functions what is made of the elements
 * @param elements everything that may be accumulated, by node
 * @param outcomes the node for each result that meets the tests of the rule; several results share a node where nothing
 *     behind the accumulate asks which of them it was
 */
public record Accumulation(
        String rule,
        int index,
        List<AccumulateFunction> functions,
        List<Element> elements,
        Map<List<Value>, Integer> outcomes) {

    public Accumulation {
        functions = List.copyOf(functions);
        elements = List.copyOf(elements);
        outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
    }

    /**
     * Something that is accumulated where its node holds.
     *
     * @param values what each function takes of it
     */
    public record Element(int node, List<Value> values) {
        public Element {
            values = List.copyOf(values);
        }
    }

    /** Before any element. */
    public Fold start() {
        return Fold.start(functions);
    }

    /** The node that holds where exactly the elements of the fold hold; empty when it has no result, or none that meets the tests. */
    public Optional<Integer> outcome(Fold fold) {
        return fold.result().flatMap(result -> Optional.ofNullable(outcomes.get(result)));
    }
}
