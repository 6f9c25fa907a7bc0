package org.demarche.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.demarche.compile.LocalAccumulate;
import org.demarche.inference.DerivationGraph;
import org.demarche.inference.Fold;
import org.demarche.inference.LimitReachedException;
import org.demarche.inference.Node;
import org.demarche.inference.ResultTests;
import org.demarche.inference.Value;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCondition.Result;
import org.demarche.rules.RuleCondition.Test;

/**
 * One accumulate of a rule, for what was matched before it: what there may be to accumulate, and everything that it could come
 * to, whichever of that holds. It only ever grows, so that the order in which rules fire cannot matter.
 */
final class Accumulating {

    private static final int MOST = 10_000;

    private final String rule;
    private final LocalAccumulate accumulate;
    private final Matched before;
    private final Map<Node.Element, List<Value>> elements = new HashMap<>();

    /** What came since the last advance, and whether it holds in every scenario. */
    private final Map<Node.Element, Boolean> fresh = new HashMap<>();

    private final Set<Fold> reached = new HashSet<>();
    private final Map<List<Value>, Node.Outcome> outcomes = new HashMap<>();

    Accumulating(String rule, LocalAccumulate accumulate, Matched before) {
        this.rule = rule;
        this.accumulate = accumulate;
        this.before = before;
    }

    LocalAccumulate accumulate() {
        return accumulate;
    }

    /**
     * There is something to accumulate.
     *
     * @param certain whether it holds in every scenario
     */
    Node.Element add(Matched matched, boolean certain) {
        TreeMap<String, String> bound = new TreeMap<>();
        accumulate.bound().forEach(name -> matched.value(name).ifPresent(value -> bound.put(name, value.toString())));
        Node.Element element = new Node.Element(
                rule, accumulate.index(), before.patterns(), before.facts(), before.outcomes(), matched.facts(), bound);
        boolean isNew = elements.put(element, values(matched)) == null;
        if (isNew || fresh.containsKey(element)) {
            fresh.merge(element, certain, Boolean::logicalOr);
        }
        return element;
    }

    /**
     * Everything that it can come to with what there is now. To be called when all that follows without it has been added: what
     * holds in every scenario is then known, and nothing is thought possible that would do without it.
     *
     * @return what it could not come to before
     */
    Set<Node.Outcome> advance() {
        if (fresh.isEmpty() && !reached.isEmpty()) {
            return Set.of();
        }
        Set<Fold> open = new HashSet<>(reached);
        if (reached.isEmpty()) {
            Fold start = Fold.start(accumulate.condition().functions());
            for (Node.Element element : fresh(true)) {
                start = start.add(valuesOf(element));
            }
            open.add(start);
        }
        for (Node.Element element : fresh(false)) {
            List<Fold> more =
                    open.stream().map(fold -> fold.add(valuesOf(element))).toList();
            open.addAll(more);
            requireFew(open);
        }
        fresh.clear();
        Set<Node.Outcome> before = new HashSet<>(outcomes.values());
        open.stream().filter(reached::add).forEach(this::come);
        Set<Node.Outcome> now = new HashSet<>(outcomes.values());
        now.removeAll(before);
        return now;
    }

    void addTo(DerivationGraph.Builder graph) {
        Map<String, Value> given = new TreeMap<>();
        for (Test test : accumulate.condition().tests()) {
            Stream.of(test.left(), test.right())
                    .flatMap(Accumulating::variable)
                    .forEach(name -> before.value(name).ifPresent(value -> given.put(name, value)));
        }
        graph.accumulate(
                rule, accumulate.index(), accumulate.condition(), given, accumulate.kept(), elements, outcomes);
    }

    private List<Node.Element> fresh(boolean certain) {
        List<Node.Element> found = new ArrayList<>();
        fresh.forEach((element, holds) -> {
            if (holds == certain) {
                found.add(element);
            }
        });
        return found;
    }

    private void come(Fold fold) {
        fold.result().ifPresent(result -> {
            Map<String, Value> named = new TreeMap<>();
            List<Result> results = accumulate.condition().results();
            for (int i = 0; i < results.size(); i++) {
                named.put(results.get(i).variable(), result.get(i));
            }
            ResultTests tests = new ResultTests(name -> Optional.ofNullable(named.get(name))
                    .or(() -> before.value(name))
                    .orElseThrow());
            if (tests.met(accumulate.condition().tests())) {
                TreeMap<String, Value> kept = new TreeMap<>(named);
                kept.keySet().retainAll(accumulate.kept());
                outcomes.put(result, outcome(kept));
            }
        });
    }

    private Node.Outcome outcome(TreeMap<String, Value> kept) {
        return new Node.Outcome(
                rule,
                accumulate.index(),
                before.patterns(),
                before.facts(),
                before.outcomes(),
                accumulate.condition(),
                kept);
    }

    /** What each function takes of a match, whose variables hide none of those bound before. */
    private List<Value> values(Matched matched) {
        return accumulate.condition().results().stream()
                .map(result -> matched.value(result.argument())
                        .or(() -> before.value(result.argument()))
                        .orElse(Value.ABSENT))
                .toList();
    }

    private List<Value> valuesOf(Node.Element element) {
        return Objects.requireNonNull(elements.get(element));
    }

    private void requireFew(Set<Fold> reached) {
        if (reached.size() > MOST) {
            throw new LimitReachedException("An `accumulate` of rule `" + rule + "` could come to more than " + MOST
                    + " different results, depending on which of " + elements.size()
                    + " matches hold: match fewer facts, or use fewer functions, above all `collectList` and"
                    + " `collectSet`, which differ with every match.");
        }
    }

    private static Stream<String> variable(Operand operand) {
        if (operand instanceof Operand.Variable variable) {
            return Stream.of(variable.name());
        }
        return operand instanceof Operand.Size size ? Stream.of(size.variable()) : Stream.of();
    }
}
