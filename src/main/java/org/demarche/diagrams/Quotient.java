package org.demarche.diagrams;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** A set and one that contains it as one diagram with three ends: in both, in the larger only, in neither. */
final class Quotient {

    private static final int NEITHER = 0;
    private static final int LARGER = 1;
    private static final int BOTH = 2;

    private final Diagrams diagrams;
    private final int[] level;
    private final int[][] children;
    private final int root;

    private Quotient(Diagrams diagrams, int[] level, int[][] children, int root) {
        this.diagrams = diagrams;
        this.level = level;
        this.children = children;
        this.root = root;
    }

    private record Pair(int set, int larger, int level) {}

    static Quotient of(Diagrams diagrams, int set, int larger) {
        synchronized (diagrams) {
            return new Builder(diagrams).build(set, larger);
        }
    }

    /** How many nodes it has. */
    int size() {
        return level.length;
    }

    /** What comes of each node, with a distribution chosen for each: the probabilities of both sets. */
    final class Pass {
        private final double[] both = new double[level.length];
        private final double[] larger = new double[level.length];
        private final double[][] chosen = new double[level.length][];
        private final double[] spread = new double[level.length];

        /** 1, the most it can be, where the larger set is out of the question. */
        double ratio() {
            return larger[root] > 0 ? both[root] / larger[root] : 1;
        }

        /** How likely each node is to be passed, under what was chosen. */
        private double[] reach() {
            double[] reach = new double[level.length];
            reach[root] = 1;
            for (int node = root; node > BOTH; node--) {
                for (int value = 0; value < chosen[node].length; value++) {
                    reach[children[node][value]] += reach[node] * chosen[node][value];
                }
            }
            return reach;
        }

        /** One distribution for each level: what the node that matters most there has chosen. */
        double[][] leading() {
            double[][] leading = new double[diagrams.depth()][];
            double[] most = new double[diagrams.depth()];
            double[] reach = reach();
            for (int node = BOTH + 1; node < level.length; node++) {
                double weight = reach[node] * spread[node];
                if (leading[level[node]] == null || weight > most[level[node]]) {
                    leading[level[node]] = chosen[node];
                    most[level[node]] = weight;
                }
            }
            for (int i = 0; i < leading.length; i++) {
                if (leading[i] == null) {
                    // A variable that nothing looks at: any distribution will do.
                    leading[i] = new double[diagrams.values(i)];
                    leading[i][0] = 1;
                }
            }
            return leading;
        }

        /**
         * Of the levels that are asked for and that nodes look at, the one whose nodes disagree most with the one that leads there;
         * one of those that agree where none disagrees, and -1 where there is none.
         */
        int widestDisagreement(IntPredicate wanted) {
            double[][] leading = leading();
            double[] reach = reach();
            double[] disagreement = new double[diagrams.depth()];
            Arrays.fill(disagreement, -1);
            for (int node = BOTH + 1; node < level.length; node++) {
                int at = level[node];
                disagreement[at] = Math.max(disagreement[at], 0)
                        + reach[node] * spread[node] * Simplex.distance(chosen[node], leading[at]);
            }
            int widest = -1;
            for (int at = 0; at < disagreement.length; at++) {
                if (disagreement[at] > (widest < 0 ? -1 : disagreement[widest]) && wanted.test(at)) {
                    widest = at;
                }
            }
            return widest;
        }
    }

    /** Lets every node choose the distribution under which {@code both - ratio * larger} is least. */
    Pass pass(Simplex[] simplexes, double ratio) {
        Pass pass = new Pass();
        pass.both[BOTH] = 1;
        pass.larger[BOTH] = 1;
        pass.larger[LARGER] = 1;
        for (int node = BOTH + 1; node < level.length; node++) {
            int[] of = children[node];
            double[] costs = new double[of.length];
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int value = 0; value < of.length; value++) {
                costs[value] = pass.both[of[value]] - ratio * pass.larger[of[value]];
                least = Math.min(least, costs[value]);
                most = Math.max(most, costs[value]);
            }
            pass.spread[node] = most - least;
            double[] point = simplexes[level[node]].cheapest(costs);
            pass.chosen[node] = point;
            for (int value = 0; value < of.length; value++) {
                pass.both[node] += point[value] * pass.both[of[value]];
                pass.larger[node] += point[value] * pass.larger[of[value]];
            }
        }
        return pass;
    }

    /** The ratio under one distribution for each level. */
    double ratio(double[][] point) {
        Pass pass = pass(points(point), 0);
        return pass.ratio();
    }

    /**
     * What each value of each level's variable contributes to {@code both - ratio * larger}, the other levels as they are: it is
     * linear in each level's distribution.
     */
    double[][] costs(double[][] point, double ratio) {
        Pass pass = pass(points(point), 0);
        double[] reach = pass.reach();
        double[][] costs = new double[diagrams.depth()][];
        double total = pass.both[root] - ratio * pass.larger[root];
        double[] looking = new double[costs.length];
        for (int i = 0; i < costs.length; i++) {
            costs[i] = new double[diagrams.values(i)];
        }
        for (int node = BOTH + 1; node < level.length; node++) {
            looking[level[node]] += reach[node] * (pass.both[node] - ratio * pass.larger[node]);
            for (int value = 0; value < children[node].length; value++) {
                int child = children[node][value];
                costs[level[node]][value] += reach[node] * (pass.both[child] - ratio * pass.larger[child]);
            }
        }
        for (int i = 0; i < costs.length; i++) {
            for (int value = 0; value < costs[i].length; value++) {
                costs[i][value] += total - looking[i];
            }
        }
        return costs;
    }

    private static Simplex[] points(double[][] point) {
        Simplex[] points = new Simplex[point.length];
        for (int i = 0; i < point.length; i++) {
            points[i] = new Simplex(point[i], point[i]);
        }
        return points;
    }

    /** Finds the pairs of nodes that can be reached together and numbers them from the ends up. */
    private static final class Builder {
        private final Diagrams diagrams;
        private final Map<Pair, Integer> numbers = new HashMap<>();
        private final List<Pair> found = new ArrayList<>();

        Builder(Diagrams diagrams) {
            this.diagrams = diagrams;
        }

        Quotient build(int set, int larger) {
            Pair start = pair(set, larger);
            Deque<Pair> open = new ArrayDeque<>();
            visit(start, open);
            while (!open.isEmpty()) {
                Pair next = open.pop();
                for (int value = 0; value < diagrams.values(next.level()); value++) {
                    visit(child(next, value), open);
                }
            }
            // Stable: pairs of one level keep the order in which they were found, which depends on nothing but the
            // diagram.
            found.sort(Comparator.comparing(Pair::level).reversed());
            for (int i = 0; i < found.size(); i++) {
                numbers.put(found.get(i), BOTH + 1 + i);
            }
            int[] level = new int[BOTH + 1 + found.size()];
            int[][] children = new int[level.length][];
            for (Pair pair : found) {
                int number = number(pair);
                level[number] = pair.level();
                children[number] = new int[diagrams.values(pair.level())];
                for (int value = 0; value < children[number].length; value++) {
                    children[number][value] = number(child(pair, value));
                }
            }
            return new Quotient(diagrams, level, children, number(start));
        }

        private void visit(Pair pair, Deque<Pair> open) {
            if (pair.level() < diagrams.depth() && !numbers.containsKey(pair)) {
                numbers.put(pair, -1);
                found.add(pair);
                open.push(pair);
            }
        }

        private int number(Pair pair) {
            if (pair.level() < diagrams.depth()) {
                return numbers.getOrDefault(pair, NEITHER);
            }
            return pair.larger() == Diagrams.NONE ? NEITHER : pair.set() == Diagrams.NONE ? LARGER : BOTH;
        }

        private Pair pair(int set, int larger) {
            int at = Math.min(diagrams.level(set), diagrams.level(larger));
            return new Pair(set, larger, at);
        }

        private Pair child(Pair of, int value) {
            return pair(child(of.set(), of.level(), value), child(of.larger(), of.level(), value));
        }

        private int child(int node, int at, int value) {
            return diagrams.level(node) == at ? diagrams.child(node, value) : node;
        }
    }
}
