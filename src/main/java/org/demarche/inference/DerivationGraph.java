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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.demarche.model.Fact;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.rules.RuleCondition.Pattern;

/**
 * Everything that could hold in any scenario and how it follows: nodes, and derivations between them. The same whatever order
 * rules fired in: nodes are sorted by key and derivations by head, rule and premises. Immutable.
 */
public final class DerivationGraph {

    /** No outcome belongs to two accumulations. */
    private static final Comparator<Accumulation> BY_OUTCOME =
            Comparator.comparing(each -> Collections.min(each.outcomes().values()));

    private final List<Node> nodes;
    private final Map<Node, Integer> numbers;
    private final List<Derivation> derivations;
    private final List<List<Derivation>> byHead;
    private final List<Accumulation> accumulations;
    private final Map<Integer, Accumulation> byOutcome;

    /** What depends on each node, be it on its absence. */
    private final Map<Integer, List<Integer>> users;

    private final BitSet outright;
    private final Map<Integer, Set<Choice>> byAnswers;
    private final Unforeseen unforeseen;

    /** A node with its key, which is long: made once, and not for every comparison. */
    private record Keyed(String key, Node node) implements Comparable<Keyed> {
        @Override
        public int compareTo(Keyed other) {
            return key.compareTo(other.key);
        }
    }

    /** What is done where an accumulate comes to something that it could not come to when the rules fired. */
    private enum Unforeseen {
        /** With the statements that the rules fired with, that cannot be. */
        IMPOSSIBLE,
        REFUSED,
        IGNORED
    }

    /** The same nodes and derivations with other statements. */
    private DerivationGraph(
            DerivationGraph base, BitSet outright, Map<Integer, Set<Choice>> byAnswers, Unforeseen unforeseen) {
        this.nodes = base.nodes;
        this.numbers = base.numbers;
        this.derivations = base.derivations;
        this.byHead = base.byHead;
        this.accumulations = base.accumulations;
        this.byOutcome = base.byOutcome;
        this.users = base.users;
        this.outright = (BitSet) outright.clone();
        this.byAnswers = new TreeMap<>(byAnswers);
        this.unforeseen = unforeseen;
    }

    private DerivationGraph(Builder builder) {
        nodes = sorted(builder.nodes);
        numbers = new HashMap<>();
        outright = new BitSet();
        byAnswers = new TreeMap<>();
        byOutcome = new HashMap<>();
        unforeseen = Unforeseen.IMPOSSIBLE;
        for (int i = 0; i < nodes.size(); i++) {
            numbers.put(nodes.get(i), i);
        }
        builder.outright.forEach(fact -> outright.set(number(fact)));
        builder.answers.forEach((fact, choices) -> byAnswers.put(number(fact), Set.copyOf(choices)));
        derivations = builder.firings.stream()
                .map(firing -> firing.derivation(this))
                .distinct()
                .sorted()
                .toList();
        byHead = new ArrayList<>(Collections.nCopies(nodes.size(), List.of()));
        for (Derivation derivation : derivations) {
            List<Derivation> all = new ArrayList<>(byHead.get(derivation.head()));
            all.add(derivation);
            byHead.set(derivation.head(), List.copyOf(all));
        }
        accumulations = builder.accumulated.stream()
                .map(accumulated -> accumulated.accumulation(this))
                .sorted(BY_OUTCOME)
                .toList();
        accumulations.forEach(each -> each.outcomes().values().forEach(outcome -> byOutcome.put(outcome, each)));
        users = users(derivations, accumulations);
    }

    private static List<Node> sorted(Collection<Node> nodes) {
        List<Keyed> keyed = new ArrayList<>(nodes.size());
        nodes.forEach(node -> keyed.add(new Keyed(node.key(), node)));
        Collections.sort(keyed);
        return keyed.stream().map(Keyed::node).toList();
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * The same with other statements. Everything that follows from fewer facts is in it already.
     *
     * @param outright the facts stated in every scenario, by node
     * @param byAnswers the answers that state each other fact
     */
    public DerivationGraph stating(BitSet outright, Map<Integer, Set<Choice>> byAnswers) {
        return new DerivationGraph(this, outright, byAnswers, Unforeseen.REFUSED);
    }

    /** The same without any statement of some facts. */
    public DerivationGraph withdrawing(BitSet facts) {
        BitSet left = (BitSet) outright.clone();
        left.andNot(facts);
        Map<Integer, Set<Choice>> answered = new TreeMap<>(byAnswers);
        facts.stream().forEach(answered::remove);
        return stating(left, answered);
    }

    /** The same not stating some facts in every scenario; what answers state stays. */
    public DerivationGraph withoutOutright(BitSet facts) {
        BitSet left = (BitSet) outright.clone();
        left.andNot(facts);
        return stating(left, byAnswers);
    }

    /** The same stating only what is needed to see what that alone does; what would follow from less in another way is ignored. */
    public DerivationGraph only(BitSet outright, Map<Integer, Set<Choice>> byAnswers) {
        return new DerivationGraph(this, outright, byAnswers, Unforeseen.IGNORED);
    }

    /**
     * The node that holds where exactly the elements of the fold hold; empty when that leads to nothing.
     *
     * @throws UnforeseenException when what it leads to has not been worked out
     */
    public Optional<Integer> outcome(Accumulation accumulation, Fold fold) {
        if (unforeseen == Unforeseen.IMPOSSIBLE) {
            return accumulation.outcome(fold);
        }
        if (unforeseen == Unforeseen.REFUSED && accumulation.unforeseen(fold)) {
            throw new UnforeseenException(accumulation.rule());
        }
        return accumulation.revised(fold);
    }

    /** The facts that another graph with the same nodes states otherwise. */
    public BitSet statedOtherwise(DerivationGraph other) {
        BitSet otherwise = outright();
        otherwise.xor(other.outright);
        Set<Integer> answered = new HashSet<>(byAnswers.keySet());
        answered.addAll(other.byAnswers.keySet());
        answered.stream()
                .filter(each -> !statedBy(each).equals(other.statedBy(each)))
                .forEach(otherwise::set);
        return otherwise;
    }

    /** The node that holds where exactly the elements of the fold hold, also where that was not thought possible. */
    public Optional<Integer> revised(Accumulation accumulation, Fold fold) {
        return accumulation.revised(fold);
    }

    /** Whether another graph has the same nodes, derivations, accumulations and statements. */
    public boolean sameAs(DerivationGraph other) {
        return nodes.equals(other.nodes)
                && derivations.equals(other.derivations)
                && accumulations.equals(other.accumulations)
                && outright.equals(other.outright)
                && byAnswers.equals(other.byAnswers);
    }

    /** Everything that depends on some of these nodes, be it on their absence, and they themselves. */
    public BitSet above(BitSet below) {
        BitSet above = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        below.stream().forEach(open::add);
        while (!open.isEmpty()) {
            int next = open.pop();
            if (!above.get(next)) {
                above.set(next);
                open.addAll(users.getOrDefault(next, List.of()));
            }
        }
        return above;
    }

    private static Map<Integer, List<Integer>> users(
            Collection<Derivation> derivations, Collection<Accumulation> accumulations) {
        Map<Integer, List<Integer>> users = new HashMap<>();
        for (Derivation derivation : derivations) {
            derivation
                    .positive()
                    .forEach(each -> users.computeIfAbsent(each, any -> new ArrayList<>())
                            .add(derivation.head()));
            derivation
                    .absences()
                    .forEach(each -> users.computeIfAbsent(each, any -> new ArrayList<>())
                            .add(derivation.head()));
        }
        for (Accumulation accumulation : accumulations) {
            accumulation
                    .elements()
                    .forEach(element -> users.computeIfAbsent(element.node(), any -> new ArrayList<>())
                            .addAll(accumulation.outcomes().values()));
        }
        return users;
    }

    /** The facts stated in every scenario, by node. */
    public BitSet outright() {
        return (BitSet) outright.clone();
    }

    /** The answers that state other facts, by node. */
    public Map<Integer, Set<Choice>> byAnswers() {
        return Collections.unmodifiableMap(byAnswers);
    }

    /** The nodes; a node's number is its position. */
    public List<Node> nodes() {
        return nodes;
    }

    public List<Derivation> derivations() {
        return derivations;
    }

    /** All accumulates of rules, for all facts for which they could come to something that meets their tests. */
    public List<Accumulation> accumulations() {
        return accumulations;
    }

    /** The accumulation that a node is an outcome of; empty for all other nodes. */
    public Optional<Accumulation> accumulationOf(int node) {
        return Optional.ofNullable(byOutcome.get(node));
    }

    /** What may be accumulated for an outcome; empty for all other nodes. */
    public List<Integer> elementsOf(int node) {
        return accumulationOf(node)
                .map(accumulation -> accumulation.elements().stream()
                        .map(Accumulation.Element::node)
                        .toList())
                .orElse(List.of());
    }

    /** The derivations that conclude a node; empty for what is only stated, and for the outcome of an accumulate. */
    public List<Derivation> derivationsOf(int node) {
        return byHead.get(node);
    }

    /** The number of a fact's node; empty when it could hold in no scenario. */
    public Optional<Integer> find(Fact fact) {
        return Optional.ofNullable(numbers.get(new Node.Known(fact)));
    }

    /** The number of an equal node; empty when there is none. */
    public Optional<Integer> find(Node node) {
        return Optional.ofNullable(numbers.get(node));
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

    /** The node and everything that it stands on: through derivations, positive or negative, and through accumulations. */
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
                open.addAll(elementsOf(next));
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
            List<Node> outcomes,
            List<Node> witnesses,
            List<Node> absences) {

        Derivation derivation(DerivationGraph graph) {
            return new Derivation(
                    rule,
                    branch,
                    patterns,
                    graph.number(head),
                    matched.stream().map(graph::number).toList(),
                    outcomes.stream().map(graph::number).toList(),
                    witnesses.stream().map(graph::number).toList(),
                    absences.stream().map(graph::number).toList());
        }
    }

    private record Accumulated(
            String rule,
            int index,
            Accumulate condition,
            Map<String, Value> before,
            List<String> kept,
            Map<Node.Element, List<Value>> elements,
            Map<List<Value>, Node.Outcome> outcomes) {

        Accumulation accumulation(DerivationGraph graph) {
            Map<List<Value>, Integer> numbered = new LinkedHashMap<>();
            outcomes.entrySet().stream()
                    .sorted(Comparator.comparing(each -> each.getKey().toString()))
                    .forEach(each -> numbered.put(each.getKey(), graph.number(each.getValue())));
            Map<SortedMap<String, Value>, Integer> byKept = new LinkedHashMap<>();
            outcomes.values().stream().sorted().forEach(each -> byKept.put(each.results(), graph.number(each)));
            return new Accumulation(
                    rule,
                    index,
                    condition,
                    before,
                    kept,
                    elements.entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(each -> new Accumulation.Element(graph.number(each.getKey()), each.getValue()))
                            .toList(),
                    numbered,
                    byKept);
        }
    }

    /** Collects statements and firings in any order. Not thread-safe. */
    public static final class Builder {

        /** In the order in which they came, which sorts faster where facts come sorted. */
        private final Set<Node> nodes = new LinkedHashSet<>();

        private final Set<Fact> outright = new HashSet<>();
        private final Map<Fact, Set<Choice>> answers = new HashMap<>();
        private final List<Firing> firings = new ArrayList<>();
        private final List<Accumulated> accumulated = new ArrayList<>();

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
                Collection<Node.Outcome> outcomes,
                Collection<? extends Node> witnesses,
                Collection<? extends Node> absences) {
            nodes.add(head);
            matched.forEach(fact -> nodes.add(new Node.Known(fact)));
            nodes.addAll(outcomes);
            nodes.addAll(witnesses);
            nodes.addAll(absences);
            firings.add(new Firing(
                    rule,
                    branch,
                    List.copyOf(patterns),
                    head,
                    List.copyOf(matched),
                    List.copyOf(outcomes),
                    List.copyOf(witnesses),
                    List.copyOf(absences)));
        }

        /**
         * An accumulate of a rule, for some facts matched before it, each once.
         *
         * @param before the values that its tests compare results with, by variable
         * @param kept the results that something behind it asks for
         * @param elements what there may be to accumulate, with what each function takes of it
         * @param outcomes what each result leads to that could come out and meets the tests
         */
        public void accumulate(
                String rule,
                int index,
                Accumulate condition,
                Map<String, Value> before,
                List<String> kept,
                Map<Node.Element, List<Value>> elements,
                Map<List<Value>, Node.Outcome> outcomes) {
            if (!outcomes.isEmpty()) {
                nodes.addAll(elements.keySet());
                nodes.addAll(outcomes.values());
                accumulated.add(new Accumulated(
                        rule,
                        index,
                        condition,
                        Map.copyOf(before),
                        List.copyOf(kept),
                        Map.copyOf(elements),
                        Map.copyOf(outcomes)));
            }
        }

        public DerivationGraph build() {
            return new DerivationGraph(this);
        }
    }
}
