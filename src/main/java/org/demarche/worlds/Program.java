package org.demarche.worlds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
            return IntStream.concat(Arrays.stream(positive), Arrays.stream(negative))
                    .toArray();
        }
    }

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
            List<Clause> clauses = graph.derivationsOf(node).stream()
                    .map(derivation -> clause(derivation, switches))
                    .toList();
            byHead.set(node, clauses);
            clauses.forEach(this::use);
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

    private static int[] ints(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).distinct().toArray();
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
    IntStream needs(int node) {
        return IntStream.concat(
                byHead.get(node).stream().flatMapToInt(clause -> Arrays.stream(clause.needs())), accumulated(node));
    }

    /** The nodes that may be accumulated for a node: which of them do not hold matters as well. */
    IntStream accumulated(int node) {
        return accumulationOf(node).stream()
                .flatMap(accumulation -> accumulation.elements().stream())
                .mapToInt(Accumulation.Element::node);
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
