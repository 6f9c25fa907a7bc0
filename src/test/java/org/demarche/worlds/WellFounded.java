package org.demarche.worlds;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.demarche.inference.Derivation;
import org.demarche.inference.DerivationGraph;

/**
 * The well-founded model of a graph in one scenario, by the alternating fixpoint (Van Gelder, "The alternating fixpoint of logic
 * programs with negation", JCSS 47(1), 1993): what holds definitely and what holds possibly bound each other from below and
 * above until neither moves. Each least fixpoint starts from nothing, so that what only supports itself does not hold.
 */
final class WellFounded {

    /** What holds, and what holds or is undefined. */
    record Model(BitSet definite, BitSet possible) {}

    private final int nodes;
    private final List<Derivation> derivations;
    private final List<List<Integer>> uses;

    WellFounded(DerivationGraph graph, Predicate<Derivation> counts) {
        nodes = graph.nodes().size();
        derivations = graph.derivations().stream().filter(counts).toList();
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
        BitSet definite = new BitSet();
        while (true) {
            BitSet possible = leastModel(stated, definite);
            BitSet next = leastModel(stated, possible);
            if (next.equals(definite)) {
                return new Model(definite, possible);
            }
            definite = next;
        }
    }

    /** What follows when exactly the nodes in {@code present} block the derivations that need their absence. */
    private BitSet leastModel(BitSet stated, BitSet present) {
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
        while (!open.isEmpty()) {
            for (int use : uses.get(open.pop())) {
                if (missing[use] > 0 && --missing[use] == 0) {
                    add(derivations.get(use).head(), holds, open);
                }
            }
        }
        return holds;
    }

    private static void add(int node, BitSet holds, Deque<Integer> open) {
        if (!holds.get(node)) {
            holds.set(node);
            open.push(node);
        }
    }
}
