package org.demarche.explain.why;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.explain.why.Environments.Environment;
import org.demarche.inference.Accumulation;
import org.demarche.inference.Choice;
import org.demarche.inference.DerivationGraph;
import org.demarche.inference.Fold;
import org.demarche.worlds.Worlds;

/**
 * Checks a support before anybody reads it, by evaluating it. On its statements, with every statement from which something that it
 * needs absent could follow, its conclusion holds wherever the support is said to stand; and without any one of its statements what
 * it goes through does not lead there, or no longer whatever else there is to accumulate.
 */
final class Verification {

    private static final int NOTHING = -1;

    private final Worlds worlds;
    private final DerivationGraph graph;
    private final Environment support;
    private final BitSet facts = new BitSet();
    private final Map<Integer, Set<Choice>> answered = new TreeMap<>();

    /** What the absences could follow from. */
    private final BitSet against = new BitSet();

    /** All that the support goes through, by node: different ways to the same node may be used at different places. */
    private final Map<Integer, List<Proof>> ways = new HashMap<>();

    /** What has been found of nodes without going round in a circle. */
    private final Map<Integer, Boolean> decided = new HashMap<>();

    /** How often a circle was met. */
    private int circles;

    private Verification(Worlds worlds, Environment support) {
        this.worlds = worlds;
        this.graph = worlds.graph();
        this.support = support;
        collect(support.proof());
    }

    /** Whether the support is one: it is enough, and no statement in it can be left out. */
    static boolean passes(Worlds worlds, Environment support) {
        Verification verification = new Verification(worlds, support);
        return verification.isEnough() && verification.needsAll();
    }

    private void collect(Proof proof) {
        List<Proof> same = ways.computeIfAbsent(proof.node(), any -> new ArrayList<>());
        if (same.stream().anyMatch(each -> each == proof)) {
            return;
        }
        same.add(proof);
        if (proof instanceof Proof.Outright) {
            facts.set(proof.node());
        } else if (proof instanceof Proof.Answered given) {
            answered.computeIfAbsent(given.node(), any -> new HashSet<>()).add(given.choice());
        } else if (proof instanceof Proof.Derived derived) {
            derived.premises().forEach(this::collect);
            derived.derivation().absences().forEach(absence -> against.or(graph.cone(absence)));
        } else if (proof instanceof Proof.Counted counted) {
            counted.present().forEach(this::collect);
            counted.absent().forEach(absence -> against.or(graph.cone(absence)));
        }
    }

    private boolean isEnough() {
        BitSet stated = graph.outright();
        stated.and(against);
        stated.or(facts);
        Map<Integer, Set<Choice>> answers = new TreeMap<>(answered);
        graph.byAnswers().forEach((node, choices) -> {
            if (against.get(node)) {
                answers.put(node, choices);
            }
        });
        return support.covers()
                .minus(worlds.holds(support.proof().node(), graph.only(stated, answers)))
                .isEmpty();
    }

    private boolean needsAll() {
        BitSet all = (BitSet) facts.clone();
        answered.keySet().forEach(all::set);
        return holds(NOTHING) && all.stream().noneMatch(this::holds);
    }

    private boolean holds(int without) {
        decided.clear();
        return holds(support.proof().node(), without, new BitSet());
    }

    /** Whether a node follows by the ways of the support; wherever it stands, all its statements and absences hold. */
    private boolean holds(int node, int without, BitSet open) {
        if (open.get(node)) {
            circles++;
            return false;
        }
        Boolean before = decided.get(node);
        if (before != null) {
            return before;
        }
        int circlesBefore = circles;
        open.set(node);
        boolean holds = ways.getOrDefault(node, List.of()).stream().anyMatch(way -> holds(way, without, open));
        open.clear(node);
        // What was found within a circle is true only there.
        if (circles == circlesBefore) {
            decided.put(node, holds);
        }
        return holds;
    }

    private boolean holds(Proof way, int without, BitSet open) {
        if (way instanceof Proof.Derived derived) {
            return derived.premises().stream().allMatch(each -> holds(each.node(), without, open));
        }
        if (way instanceof Proof.Counted counted) {
            return comesOut(counted, without, open);
        }
        return way.node() != without;
    }

    /** Whether an accumulate comes to its outcome whatever those of its elements do that the support says nothing about. */
    private boolean comesOut(Proof.Counted counted, int without, BitSet open) {
        Accumulation accumulation = graph.accumulationOf(counted.node()).orElseThrow();
        Set<Integer> present = counted.present().stream().map(Proof::node).collect(Collectors.toSet());
        Set<Fold> states = Set.of(accumulation.start());
        for (Accumulation.Element element : accumulation.elements()) {
            boolean free =
                    !present.contains(element.node()) && !counted.absent().contains(element.node());
            boolean there = present.contains(element.node()) && holds(element.node(), without, open);
            states = states.stream()
                    .flatMap(state -> free
                            ? Stream.of(state, state.add(element.values()))
                            : Stream.of(there ? state.add(element.values()) : state))
                    .collect(Collectors.toSet());
        }
        return states.stream()
                .allMatch(state -> graph.revised(accumulation, state).equals(Optional.of(counted.node())));
    }
}
