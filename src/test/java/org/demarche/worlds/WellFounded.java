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
import java.util.stream.Collectors;
import org.demarche.inference.Accumulation;
import org.demarche.inference.Derivation;
import org.demarche.inference.DerivationGraph;
import org.demarche.inference.Fold;

/**
 * The well-founded model of a graph in one scenario, by the alternating fixpoint (Van Gelder, "The alternating fixpoint of logic
 * programs with negation", JCSS 47(1), 1993): what holds definitely and what holds possibly bound each other from below and
 * above until neither moves. Each least fixpoint starts from nothing, so that what only supports itself does not hold. What
 * accumulates come to is settled between the fixpoints, as absences are.
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
        BitSet everything = new BitSet();
        everything.set(0, nodes);
        // What follows without any absence and any accumulate: from less, an accumulate would have every subset to go
        // through.
        BitSet definite = leastModel(stated, everything, new BitSet());
        BitSet possible = leastModel(
                stated, definite, outcomes(new Model(definite, everything)).possible());
        while (true) {
            BitSet nextDefinite = leastModel(
                    stated, possible, outcomes(new Model(definite, possible)).definite());
            BitSet nextPossible = leastModel(
                    stated,
                    nextDefinite,
                    outcomes(new Model(nextDefinite, possible)).possible());
            if (nextDefinite.equals(definite) && nextPossible.equals(possible)) {
                return new Model(definite, possible);
            }
            definite = nextDefinite;
            possible = nextPossible;
        }
    }

    /**
     * What accumulates come to. Like an absence, it is not derived but taken from what is already known: possible is what some
     * set between what holds definitely and what holds possibly comes to, and definite what all of them do.
     */
    private Model outcomes(Model known) {
        Model outcomes = new Model(new BitSet(), new BitSet());
        for (Accumulation accumulation : accumulations) {
            Set<Optional<Integer>> found = folds(accumulation, known).stream()
                    .map(accumulation::outcome)
                    .collect(Collectors.toSet());
            found.forEach(each -> each.ifPresent(outcomes.possible()::set));
            if (found.size() == 1) {
                found.forEach(each -> each.ifPresent(outcomes.definite()::set));
            }
        }
        return outcomes;
    }

    private static Set<Fold> folds(Accumulation accumulation, Model known) {
        Set<Fold> folds = new HashSet<>(Set.of(accumulation.start()));
        for (Accumulation.Element element : accumulation.elements()) {
            if (known.possible().get(element.node())) {
                Set<Fold> with = folds.stream()
                        .map(fold -> fold.add(element.values()))
                        .collect(Collectors.toCollection(HashSet::new));
                if (!known.definite().get(element.node())) {
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
     * @param outcomes the outcomes of accumulates that hold
     */
    private BitSet leastModel(BitSet stated, BitSet present, BitSet outcomes) {
        BitSet holds = new BitSet(nodes);
        int[] missing = new int[derivations.size()];
        Deque<Integer> open = new ArrayDeque<>();
        stated.stream().forEach(node -> add(node, holds, open));
        outcomes.stream().forEach(node -> add(node, holds, open));
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
