package org.demarche.worlds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.demarche.inference.Accumulation;
import org.demarche.inference.Choice;
import org.demarche.inference.Derivation;
import org.demarche.inference.DerivationGraph;

/** The part of a derivation graph that is to be evaluated, with its components in the order in which they depend on each other. */
final class Program {

    /** A derivation as numbers, with a number of its own. */
    record Clause(int number, String rule, int head, int[] positive, int[] negative, Optional<Choice> on) {

        /** All nodes that it depends on, be it on their absence. */
        int[] needs() {
            int[] needs = Arrays.copyOf(positive, positive.length + negative.length);
            System.arraycopy(negative, 0, needs, positive.length, negative.length);
            return needs;
        }
    }

    private static final int[] NOTHING = {};

    private final DerivationGraph graph;
    private final BitSet nodes;
    private final List<List<Clause>> byHead;
    private final List<List<Clause>> byPositive;
    private final List<Component> components;
    private final int[] componentOf;
    private int clauses;

    private Program(DerivationGraph graph, BitSet nodes, Switches switches) {
        this.graph = graph;
        this.nodes = nodes;
        this.byHead = new ArrayList<>(Collections.nCopies(graph.nodes().size(), List.of()));
        this.byPositive = new ArrayList<>(Collections.nCopies(graph.nodes().size(), List.of()));
        nodes.stream().forEach(node -> {
            List<Derivation> derivations = graph.derivationsOf(node);
            if (!derivations.isEmpty()) {
                List<Clause> clauses = new ArrayList<>(derivations.size());
                derivations.forEach(derivation -> clauses.add(clause(derivation, switches)));
                byHead.set(node, List.copyOf(clauses));
                clauses.forEach(this::use);
            }
        });
        Components found = new Components(this, graph.nodes().size());
        this.components = found.inOrder();
        this.componentOf = found.componentOf();
    }

    private Program(Program base, DerivationGraph graph) {
        this.graph = graph;
        this.nodes = base.nodes;
        this.byHead = base.byHead;
        this.byPositive = base.byPositive;
        this.components = base.components;
        this.componentOf = base.componentOf;
    }

    /** The same for a graph with the same derivations and other statements. */
    Program of(DerivationGraph stating) {
        return new Program(this, stating);
    }

    /** The given nodes, which must contain all they depend on. */
    static Program of(DerivationGraph graph, BitSet nodes, Switches switches) {
        return new Program(graph, nodes, switches);
    }

    private Clause clause(Derivation derivation, Switches switches) {
        return new Clause(
                clauses++,
                derivation.rule(),
                derivation.head(),
                ints(derivation.positive()),
                ints(derivation.absences()),
                switches.on(derivation));
    }

    /** Each once. */
    private static int[] ints(List<Integer> numbers) {
        int[] ints = new int[numbers.size()];
        int found = 0;
        for (int number : numbers) {
            if (!contains(ints, found, number)) {
                ints[found++] = number;
            }
        }
        return found == ints.length ? ints : Arrays.copyOf(ints, found);
    }

    /** They are few: the premises of a rule. */
    private static boolean contains(int[] ints, int end, int wanted) {
        for (int i = 0; i < end; i++) {
            if (ints[i] == wanted) {
                return true;
            }
        }
        return false;
    }

    private void use(Clause clause) {
        for (int premise : clause.positive()) {
            if (byPositive.get(premise).isEmpty()) {
                byPositive.set(premise, new ArrayList<>());
            }
            byPositive.get(premise).add(clause);
        }
    }

    DerivationGraph graph() {
        return graph;
    }

    BitSet nodes() {
        return nodes;
    }

    /** The clauses that conclude a node. */
    List<Clause> clausesOf(int node) {
        return byHead.get(node);
    }

    /** The clauses that need a node. */
    List<Clause> clausesWith(int node) {
        return byPositive.get(node);
    }

    /** The accumulation that a node is an outcome of. */
    Optional<Accumulation> accumulationOf(int node) {
        return graph.accumulationOf(node);
    }

    /** All nodes that a node depends on, through clauses or because they may be accumulated. */
    int[] needs(int node) {
        int[] accumulated = accumulated(node);
        int size = accumulated.length;
        for (Clause clause : byHead.get(node)) {
            size += clause.positive().length + clause.negative().length;
        }
        int[] needs = new int[size];
        int at = 0;
        for (Clause clause : byHead.get(node)) {
            at = append(clause.positive(), needs, at);
            at = append(clause.negative(), needs, at);
        }
        append(accumulated, needs, at);
        return needs;
    }

    private static int append(int[] some, int[] all, int at) {
        System.arraycopy(some, 0, all, at, some.length);
        return at + some.length;
    }

    /** The nodes that may be accumulated for a node: which of them do not hold matters as well. */
    int[] accumulated(int node) {
        return accumulationOf(node)
                .map(accumulation -> accumulation.elements().stream()
                        .mapToInt(Accumulation.Element::node)
                        .toArray())
                .orElse(NOTHING);
    }

    /** What must be evaluated first comes first. */
    List<Component> components() {
        return components;
    }

    /** Whether two nodes depend on each other. */
    boolean together(int node, int other) {
        return componentOf[node] == componentOf[other];
    }
}
