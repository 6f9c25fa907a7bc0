package org.demarche.inference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.demarche.model.Fact;
import org.demarche.rules.RuleCondition.Pattern;

/**
 * Everything that could hold in any scenario and how it follows: nodes, and derivations between them. The same whatever order
 * rules fired in: nodes are sorted by key and derivations by head, rule and premises. Immutable.
 */
public final class DerivationGraph {

    private static final Comparator<Derivation> ORDER = Comparator.comparing(Derivation::head)
            .thenComparing(Derivation::rule)
            .thenComparing(Derivation::branch)
            .thenComparing(derivation -> derivation.matched().toString())
            .thenComparing(derivation -> derivation.witnesses().toString())
            .thenComparing(derivation -> derivation.absences().toString());

    private final List<Node> nodes;
    private final Map<Node, Integer> numbers = new HashMap<>();
    private final List<Derivation> derivations;
    private final List<List<Derivation>> byHead;
    private final BitSet outright = new BitSet();
    private final Map<Integer, Set<Choice>> byAnswers = new TreeMap<>();

    private DerivationGraph(Builder builder) {
        nodes = builder.nodes.stream().sorted().toList();
        for (int i = 0; i < nodes.size(); i++) {
            numbers.put(nodes.get(i), i);
        }
        builder.outright.forEach(fact -> outright.set(number(fact)));
        builder.answers.forEach((fact, choices) -> byAnswers.put(number(fact), Set.copyOf(choices)));
        derivations = builder.firings.stream()
                .map(firing -> firing.derivation(this))
                .distinct()
                .sorted(ORDER)
                .toList();
        byHead = new ArrayList<>(Collections.nCopies(nodes.size(), List.of()));
        for (Derivation derivation : derivations) {
            List<Derivation> all = new ArrayList<>(byHead.get(derivation.head()));
            all.add(derivation);
            byHead.set(derivation.head(), List.copyOf(all));
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The nodes; a node's number is its position. */
    public List<Node> nodes() {
        return nodes;
    }

    public List<Derivation> derivations() {
        return derivations;
    }

    /** The derivations that conclude a node; empty for what is only stated. */
    public List<Derivation> derivationsOf(int node) {
        return byHead.get(node);
    }

    /** The number of a fact's node; empty when it could hold in no scenario. */
    public Optional<Integer> find(Fact fact) {
        return Optional.ofNullable(numbers.get(new Node.Known(fact)));
    }

    /** The fact of a node; empty for a condition inside a rule. */
    public Optional<Fact> fact(int node) {
        return nodes.get(node) instanceof Node.Known known ? Optional.of(known.fact()) : Optional.empty();
    }

    /** Whether the case states the fact in every scenario. */
    public boolean statedOutright(int node) {
        return outright.get(node);
    }

    /** The answers that state the fact in their scenarios. */
    public Set<Choice> statedBy(int node) {
        return byAnswers.getOrDefault(node, Set.of());
    }

    /** The node and everything that its derivations stand on, positive or negative, directly or not. */
    public BitSet cone(int node) {
        BitSet cone = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(node));
        while (!open.isEmpty()) {
            int next = open.pop();
            if (!cone.get(next)) {
                cone.set(next);
                for (Derivation derivation : derivationsOf(next)) {
                    open.addAll(derivation.positive());
                    open.addAll(derivation.absences());
                }
            }
        }
        return cone;
    }

    private int number(Fact fact) {
        return number(new Node.Known(fact));
    }

    private int number(Node node) {
        return Objects.requireNonNull(numbers.get(node));
    }

    private record Firing(
            String rule,
            int branch,
            List<Pattern> patterns,
            Node head,
            List<Fact> matched,
            List<Node> witnesses,
            List<Node> absences) {

        Derivation derivation(DerivationGraph graph) {
            return new Derivation(
                    rule,
                    branch,
                    patterns,
                    graph.number(head),
                    matched.stream().map(graph::number).toList(),
                    witnesses.stream().map(graph::number).toList(),
                    absences.stream().map(graph::number).toList());
        }
    }

    /** Collects statements and firings in any order. Not thread-safe. */
    public static final class Builder {

        private final Set<Node> nodes = new HashSet<>();
        private final Set<Fact> outright = new HashSet<>();
        private final Map<Fact, Set<Choice>> answers = new HashMap<>();
        private final List<Firing> firings = new ArrayList<>();

        private Builder() {}

        /** The case states the fact in every scenario. */
        public void state(Fact fact) {
            nodes.add(new Node.Known(fact));
            outright.add(fact);
        }

        /** An answer states the fact in its scenarios. */
        public void state(Fact fact, Choice choice) {
            nodes.add(new Node.Known(fact));
            answers.computeIfAbsent(fact, any -> new TreeSet<>()).add(choice);
        }

        public void derive(
                String rule,
                int branch,
                List<Pattern> patterns,
                Node head,
                List<Fact> matched,
                Collection<? extends Node> witnesses,
                Collection<? extends Node> absences) {
            nodes.add(head);
            matched.forEach(fact -> nodes.add(new Node.Known(fact)));
            nodes.addAll(witnesses);
            nodes.addAll(absences);
            firings.add(new Firing(
                    rule,
                    branch,
                    List.copyOf(patterns),
                    head,
                    List.copyOf(matched),
                    List.copyOf(witnesses),
                    List.copyOf(absences)));
        }

        public DerivationGraph build() {
            return new DerivationGraph(this);
        }
    }
}
