package org.demarche.worlds;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.demarche.inference.Accumulation;
import org.demarche.inference.Derivation;
import org.demarche.inference.DerivationGraph;
import org.demarche.inference.Fold;

/**
 * The well-founded model of a graph in one scenario, by the alternating fixpoint (Van Gelder, "The alternating fixpoint of logic
 * programs with negation", JCSS 47(1), 1993): what holds definitely and what holds possibly bound each other from below and
 * above until neither moves. Each least fixpoint starts from nothing, so that what only supports itself does not hold. Accumulates
 * are evaluated between the two bounds (Pelov, Denecker, Bruynooghe, "Well-founded and stable semantics of logic programs with
 * aggregates", TPLP 7(3), 2007), and within each fixpoint: what is only counted because it was counted does not hold either.
 */
final class WellFounded {

    /** What holds, and what holds or is undefined. */
    record Model(BitSet definite, BitSet possible) {}

    private final int nodes;
    private final List<Derivation> derivations;
    private final List<Accumulation> accumulations;
    private final List<List<Integer>> uses;

    WellFounded(DerivationGraph graph, Predicate<Derivation> counts) {
        nodes = graph.nodes().size();
        derivations = graph.derivations().stream().filter(counts).toList();
        accumulations = graph.accumulations();
        uses = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            uses.add(new ArrayList<>());
        }
        for (int i = 0; i < derivations.size(); i++) {
            for (int premise : derivations.get(i).positive()) {
                uses.get(premise).add(i);
            }
        }
    }

    Model model(BitSet stated) {
        // What follows without any absence and any accumulate: from less, an accumulate would have every subset to go
        // through.
        BitSet definite = leastModel(stated, all(), holding -> new BitSet());
        while (true) {
            BitSet lower = definite;
            BitSet possible = leastModel(
                    stated, lower, holding -> outcomes(lower, holding).possible());
            BitSet next = leastModel(
                    stated, possible, holding -> outcomes(holding, possible).definite());
            if (next.equals(definite)) {
                return new Model(definite, possible);
            }
            definite = next;
        }
    }

    /**
     * What accumulates come to: possible is what some set between what holds definitely and what holds possibly comes to, and
     * definite what all of them do.
     */
    private Model outcomes(BitSet definite, BitSet possible) {
        Model outcomes = new Model(new BitSet(), new BitSet());
        for (Accumulation accumulation : accumulations) {
            Set<Optional<Integer>> found = folds(accumulation, definite, possible).stream()
                    .map(accumulation::outcome)
                    .collect(Collectors.toSet());
            found.forEach(each -> each.ifPresent(outcomes.possible()::set));
            if (found.size() == 1) {
                found.forEach(each -> each.ifPresent(outcomes.definite()::set));
            }
        }
        return outcomes;
    }

    private static Set<Fold> folds(Accumulation accumulation, BitSet definite, BitSet possible) {
        Set<Fold> folds = Set.of(accumulation.start());
        for (Accumulation.Element element : accumulation.elements()) {
            boolean certain = definite.get(element.node());
            if (certain || possible.get(element.node())) {
                Set<Fold> with = folds.stream()
                        .map(fold -> fold.add(element.values()))
                        .collect(Collectors.toCollection(HashSet::new));
                if (!certain) {
                    with.addAll(folds);
                }
                folds = with;
            }
        }
        return folds;
    }

    /**
     * What follows from the statements.
     *
     * @param present the nodes that block the derivations that need their absence
     * @param outcomes the outcomes that accumulates have when these nodes hold; more of them, the more hold
     */
    private BitSet leastModel(BitSet stated, BitSet present, UnaryOperator<BitSet> outcomes) {
        BitSet holds = new BitSet(nodes);
        int[] missing = new int[derivations.size()];
        Deque<Integer> open = new ArrayDeque<>();
        stated.stream().forEach(node -> add(node, holds, open));
        for (int i = 0; i < derivations.size(); i++) {
            Derivation derivation = derivations.get(i);
            boolean blocked = derivation.absences().stream().anyMatch(present::get);
            missing[i] = blocked ? -1 : derivation.positive().size();
            if (missing[i] == 0) {
                add(derivation.head(), holds, open);
            }
        }
        do {
            while (!open.isEmpty()) {
                for (int use : uses.get(open.pop())) {
                    if (missing[use] > 0 && --missing[use] == 0) {
                        add(derivations.get(use).head(), holds, open);
                    }
                }
            }
            outcomes.apply(holds).stream().forEach(node -> add(node, holds, open));
        } while (!open.isEmpty());
        return holds;
    }

    private BitSet all() {
        BitSet all = new BitSet(nodes);
        all.set(0, nodes);
        return all;
    }

    private static void add(int node, BitSet holds, Deque<Integer> open) {
        if (!holds.get(node)) {
            holds.set(node);
            open.push(node);
        }
    }
}
