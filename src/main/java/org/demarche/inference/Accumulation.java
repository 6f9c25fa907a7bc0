package org.demarche.inference;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.rules.RuleCondition.Result;

/**
 * One {@code accumulate} of a rule, for the facts matched before it: what there may be to accumulate, and what follows from it.
 * Which elements hold is another thing in every scenario. Numbers are those of the nodes of its graph.
 *
 * @param index the condition's number within the rule
 * @param before the values that its tests compare results with, by variable
 * @param kept the results that something behind it asks for: those that differ only in others share a node
 * @param elements everything that may be accumulated, by node
 * @param outcomes the node for each result that could come out and meets the tests of the rule
 * @param byKept the same nodes by the results that are asked for
 */
public record Accumulation(
        String rule,
        int index,
        Accumulate condition,
        Map<String, Value> before,
        List<String> kept,
        List<Element> elements,
        Map<List<Value>, Integer> outcomes,
        Map<SortedMap<String, Value>, Integer> byKept) {

    public Accumulation {
        before = Collections.unmodifiableMap(new TreeMap<>(before));
        kept = List.copyOf(kept);
        elements = List.copyOf(elements);
        outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
        byKept = Collections.unmodifiableMap(new LinkedHashMap<>(byKept));
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
        return Fold.start(condition.functions());
    }

    /** The node that holds where exactly the elements of the fold hold; empty when it has no result, or none that meets the tests. */
    public Optional<Integer> outcome(Fold fold) {
        return fold.result().flatMap(result -> Optional.ofNullable(outcomes.get(result)));
    }

    /**
     * The same for a fold that may not have been thought possible when the graph was made, because what held in every scenario then
     * no longer does; empty also when it would lead to a node that the graph does not have.
     */
    Optional<Integer> revised(Fold fold) {
        Optional<Integer> known = outcome(fold);
        return known.isPresent()
                ? known
                : fold.result()
                        .filter(this::meets)
                        .flatMap(result -> Optional.ofNullable(byKept.get(named(result, kept))));
    }

    /** Whether the fold meets the tests of the rule and would lead to a node that the graph does not have. */
    boolean unforeseen(Fold fold) {
        return outcome(fold).isEmpty()
                && fold.result()
                        .filter(this::meets)
                        .filter(result -> !byKept.containsKey(named(result, kept)))
                        .isPresent();
    }

    private boolean meets(List<Value> result) {
        Map<String, Value> named =
                named(result, condition.results().stream().map(Result::variable).toList());
        return new ResultTests(name -> Optional.ofNullable(named.get(name))
                        .or(() -> Optional.ofNullable(before.get(name)))
                        .orElseThrow())
                .met(condition.tests());
    }

    private SortedMap<String, Value> named(List<Value> result, List<String> wanted) {
        SortedMap<String, Value> named = new TreeMap<>();
        for (int i = 0; i < result.size(); i++) {
            if (wanted.contains(condition.results().get(i).variable())) {
                named.put(condition.results().get(i).variable(), result.get(i));
            }
        }
        return named;
    }
}
