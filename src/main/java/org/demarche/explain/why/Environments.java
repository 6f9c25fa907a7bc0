package org.demarche.explain.why;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.demarche.inference.Choice;
import org.demarche.inference.Derivation;
import org.demarche.inference.DerivationGraph;
import org.demarche.worlds.Label;
import org.demarche.worlds.OutcomeWays;
import org.demarche.worlds.Worlds;

/**
 * The minimal supports of nodes: sets of statements, answers and absences from which a node follows, and of which none can be left
 * out. They are the environments of de Kleer ("An assumption-based TMS", Artificial Intelligence 28(2), 1986), with absences as
 * assumptions of their own, worked out from the leaves upwards; of each node the widest are kept when there are too many.
 */
public final class Environments {

    /** How many are kept for each node below the one that is asked for. */
    private static final int BREADTH = 32;

    /** How many are kept of what is asked for. */
    private static final int MOST = 200;

    /** How many ways to an outcome of an accumulate are looked at. */
    private static final int WAYS = 24;

    /** How many combinations and comparisons are gone through before fewer are kept of each node. */
    private static final int WORK = 10_000_000;

    /** How many are kept then. */
    private static final int NARROW = 3;

    private final Worlds worlds;
    private final DerivationGraph graph;
    private final Map<Leaf, Integer> leaves = new HashMap<>();
    private final Map<Integer, Meaning> meanings = new HashMap<>();
    private final List<Leaf> byNumber = new ArrayList<>();
    private final Map<Integer, List<Environment>> supports = new HashMap<>();
    private boolean complete = true;
    private boolean loops;
    private int work;

    /** @param worlds labels that know all that is asked for */
    public Environments(Worlds worlds) {
        this.worlds = worlds;
        this.graph = worlds.graph();
    }

    /** What a support rests on in the end. */
    sealed interface Leaf {}

    /** A statement that holds in every scenario. */
    record Fact(int node) implements Leaf {}

    /** An answer, with all that it states. */
    record Given(Choice choice) implements Leaf {}

    /** Something that is not there. */
    record Absent(Meaning meaning) implements Leaf {}

    /**
     * A minimal support.
     *
     * @param proof how the node follows
     * @param leaves what it rests on, as numbers
     * @param covers in which possible scenarios it stands
     */
    public record Environment(Proof proof, BitSet leaves, Label covers, BigInteger count) {

        boolean within(Environment other) {
            int leaf = leaves.nextSetBit(0);
            while (leaf >= 0 && other.leaves.get(leaf)) {
                leaf = leaves.nextSetBit(leaf + 1);
            }
            return leaf < 0;
        }
    }

    /** The widest first; the same whatever they were found in. */
    private static final Comparator<Environment> ORDER = Comparator.comparing(Environment::count)
            .reversed()
            .thenComparing(each -> each.leaves().cardinality())
            .thenComparing(Environment::leaves, Environments::compare);

    /** The supports of a node, the widest first. */
    public List<Environment> of(int node) {
        List<Integer> order = belowFirst(node);
        Map<Integer, List<Integer>> needs = new HashMap<>();
        order.forEach(each -> needs.put(each, needs(each)));
        BitSet moved = new BitSet();
        order.forEach(moved::set);
        // A loop of rules is gone through until nothing is added, or there is too much of it and all have one.
        for (int pass = 0; !moved.isEmpty() && pass <= order.size(); pass++) {
            boolean filled = false;
            BitSet before = (BitSet) moved.clone();
            moved.clear();
            for (int each : order) {
                if (pass == 0
                        || needs.getOrDefault(each, List.of()).stream()
                                .anyMatch(need -> before.get(need) || moved.get(need))) {
                    List<Environment> known = supports.getOrDefault(each, List.of());
                    List<Environment> after = minimal(found(each), each == node ? MOST : breadth());
                    if (!leavesOf(known).equals(leavesOf(after))) {
                        moved.set(each);
                        filled |= known.isEmpty();
                    }
                    supports.put(each, keep(known, after));
                }
            }
            if (!loops) {
                break;
            }
            if (work > WORK && !filled && !moved.isEmpty()) {
                complete = false;
                break;
            }
        }
        return supports.getOrDefault(node, List.of());
    }

    private int breadth() {
        return work > WORK ? NARROW : BREADTH;
    }

    /** Whether all supports were found; else there are more than those. */
    boolean complete() {
        return complete;
    }

    /** What a support rests on, sorted. */
    List<Leaf> leaves(Environment support) {
        return support.leaves().stream().mapToObj(byNumber::get).toList();
    }

    /** Those that were there stay as they are, so that a proof never grows by going round in a circle. */
    private static List<Environment> keep(List<Environment> before, List<Environment> after) {
        Map<BitSet, Environment> known = new HashMap<>();
        before.forEach(each -> known.put(each.leaves(), each));
        return after.stream()
                .map(each -> known.getOrDefault(each.leaves(), each))
                .toList();
    }

    private static List<BitSet> leavesOf(List<Environment> supports) {
        return supports.stream().map(Environment::leaves).toList();
    }

    private List<Environment> found(int node) {
        List<Environment> found = new ArrayList<>();
        if (graph.statedOutright(node)) {
            found.add(leaf(new Proof.Outright(node), new Fact(node), worlds.possible()));
        }
        graph.statedBy(node).stream().sorted().forEach(choice -> {
            Label covers = worlds.label(choice);
            if (!covers.isEmpty()) {
                found.add(leaf(new Proof.Answered(node, choice), new Given(choice), covers));
            }
        });
        for (Derivation derivation : graph.derivationsOf(node)) {
            found.addAll(joined(
                    start(derivation.absences()),
                    derivation.positive(),
                    proofs -> new Proof.Derived(node, derivation, proofs)));
        }
        if (graph.accumulationOf(node).isPresent() && !worlds.label(node).isEmpty()) {
            OutcomeWays ways = OutcomeWays.of(graph, node, WAYS);
            complete &= ways.others().signum() == 0;
            for (OutcomeWays.Way way : ways.listed()) {
                found.addAll(joined(
                        start(way.absent()), way.present(), proofs -> new Proof.Counted(node, proofs, way.absent())));
            }
        }
        return found;
    }

    private Environment leaf(Proof proof, Leaf leaf, Label covers) {
        BitSet leaves = new BitSet();
        leaves.set(number(leaf));
        return new Environment(proof, leaves, covers, covers.count());
    }

    /** Premises so far. */
    private record Partial(List<Proof> proofs, BitSet leaves, Label covers) {}

    private Partial start(List<Integer> absences) {
        Label covers = worlds.possible();
        BitSet leaves = new BitSet();
        for (int absence : absences) {
            covers = covers.minus(worlds.mayHold(absence));
            leaves.set(number(new Absent(meaning(absence))));
        }
        return new Partial(List.of(), leaves, covers);
    }

    /** All combinations of supports of premises that stand together somewhere. */
    private List<Environment> joined(Partial start, List<Integer> premises, Function<List<Proof>, Proof> proof) {
        List<Partial> partials = start.covers().isEmpty() ? List.of() : List.of(start);
        for (int premise : premises) {
            List<Environment> next = new ArrayList<>();
            Map<BitSet, Partial> byLeaves = new HashMap<>();
            for (Partial partial : partials) {
                for (Environment support : supports.getOrDefault(premise, List.of())) {
                    work++;
                    Label covers = partial.covers().and(support.covers());
                    BitSet leaves = (BitSet) partial.leaves().clone();
                    leaves.or(support.leaves());
                    if (!covers.isEmpty() && !byLeaves.containsKey(leaves)) {
                        List<Proof> proofs = new ArrayList<>(partial.proofs());
                        proofs.add(support.proof());
                        byLeaves.put(leaves, new Partial(proofs, leaves, covers));
                        next.add(new Environment(support.proof(), leaves, covers, covers.count()));
                    }
                }
            }
            partials = minimal(next, 2 * breadth()).stream()
                    .map(each -> Objects.requireNonNull(byLeaves.get(each.leaves())))
                    .toList();
        }
        return partials.stream()
                .map(each -> new Environment(
                        proof.apply(each.proofs()),
                        each.leaves(),
                        each.covers(),
                        each.covers().count()))
                .toList();
    }

    /** Without those that need more than another one does. */
    private List<Environment> minimal(List<Environment> all, int most) {
        List<Environment> sorted = all.stream()
                .sorted(Comparator.comparing((Environment each) -> each.leaves().cardinality())
                        .thenComparing(Environment::leaves, Environments::compare))
                .toList();
        List<Environment> minimal = new ArrayList<>();
        for (Environment support : sorted) {
            work += minimal.size();
            if (minimal.stream().noneMatch(each -> each.within(support))) {
                minimal.add(support);
            }
        }
        minimal.sort(ORDER);
        if (minimal.size() > most) {
            complete = false;
            return List.copyOf(minimal.subList(0, most));
        }
        return minimal;
    }

    private static int compare(BitSet one, BitSet other) {
        int first = one.nextSetBit(0);
        int second = other.nextSetBit(0);
        while (first == second && first >= 0) {
            first = one.nextSetBit(first + 1);
            second = other.nextSetBit(second + 1);
        }
        return Integer.compare(first, second);
    }

    /** What it is that is not there. */
    Meaning meaning(int node) {
        return meanings.computeIfAbsent(node, any -> Meaning.of(graph.nodes().get(node)));
    }

    private int number(Leaf leaf) {
        return leaves.computeIfAbsent(leaf, any -> {
            byNumber.add(leaf);
            return byNumber.size() - 1;
        });
    }

    /** The node and all that it needs to be there, each after what it needs as far as there are no loops. */
    private List<Integer> belowFirst(int node) {
        record Visit(int node, Deque<Integer> rest) {}
        List<Integer> order = new ArrayList<>();
        BitSet seen = new BitSet();
        BitSet onPath = new BitSet();
        Deque<Visit> path = new ArrayDeque<>();
        seen.set(node);
        onPath.set(node);
        path.push(new Visit(node, new ArrayDeque<>(needs(node))));
        while (!path.isEmpty()) {
            Visit visit = path.element();
            if (visit.rest().isEmpty()) {
                int done = path.pop().node();
                onPath.clear(done);
                order.add(done);
            } else {
                int next = visit.rest().pop();
                loops |= onPath.get(next);
                if (!seen.get(next)) {
                    seen.set(next);
                    onPath.set(next);
                    path.push(new Visit(next, new ArrayDeque<>(needs(next))));
                }
            }
        }
        return order;
    }

    private List<Integer> needs(int node) {
        List<Integer> needs = new ArrayList<>();
        graph.derivationsOf(node).forEach(derivation -> needs.addAll(derivation.positive()));
        needs.addAll(graph.elementsOf(node));
        return needs;
    }
}
