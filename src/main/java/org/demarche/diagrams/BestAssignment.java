package org.demarche.diagrams;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The assignment of a set that costs least, where each value of each variable has its cost and costs add up. */
public final class BestAssignment {

    private BestAssignment() {}

    /**
     * An assignment.
     *
     * @param values the value of each variable, by variable
     */
    public record Found(int[] values, double cost) {}

    /**
     * The cheapest assignment; among equally cheap ones, the one with the earliest values on the upper levels.
     *
     * @param costs the cost of each value by variable, finite, 0 or more
     * @return empty for the empty set
     */
    public static Optional<Found> in(Diagrams diagrams, int set, double[][] costs) {
        if (set == Diagrams.NONE) {
            return Optional.empty();
        }
        synchronized (diagrams) {
            Map<Integer, Double> cheapest = new HashMap<>();
            cheapest.put(Diagrams.NONE, Double.POSITIVE_INFINITY);
            cheapest.put(Diagrams.ALL, 0.0);
            int[] nodes = diagrams.reachable(set);
            for (int i = nodes.length - 1; i >= 0; i--) {
                int node = nodes[i];
                cheapest.put(node, through(diagrams, node, best(diagrams, node, costs, cheapest), costs, cheapest));
            }
            return Optional.of(follow(diagrams, set, costs, cheapest));
        }
    }

    private static Found follow(Diagrams diagrams, int set, double[][] costs, Map<Integer, Double> cheapest) {
        int[] values = new int[diagrams.depth()];
        double cost = 0;
        int node = set;
        for (int level = 0; level < diagrams.depth(); level++) {
            int variable = diagrams.variable(level);
            boolean looks = diagrams.level(node) == level;
            values[variable] = looks ? best(diagrams, node, costs, cheapest) : least(costs[variable]);
            cost += costs[variable][values[variable]];
            node = looks ? diagrams.child(node, values[variable]) : node;
        }
        return new Found(values, cost);
    }

    private static int best(Diagrams diagrams, int node, double[][] costs, Map<Integer, Double> cheapest) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int value = 0; value < diagrams.values(diagrams.level(node)); value++) {
            double cost = through(diagrams, node, value, costs, cheapest);
            if (cost < least) {
                best = value;
                least = cost;
            }
        }
        return best;
    }

    private static double through(
            Diagrams diagrams, int node, int value, double[][] costs, Map<Integer, Double> cheapest) {
        int level = diagrams.level(node);
        int child = diagrams.child(node, value);
        double cost = costs[diagrams.variable(level)][value] + cheapest.getOrDefault(child, Double.POSITIVE_INFINITY);
        for (int skipped = level + 1; skipped < diagrams.level(child); skipped++) {
            double[] ofVariable = costs[diagrams.variable(skipped)];
            cost += ofVariable[least(ofVariable)];
        }
        return cost;
    }

    private static int least(double[] costs) {
        int least = 0;
        for (int value = 1; value < costs.length; value++) {
            if (costs[value] < costs[least]) {
                least = value;
            }
        }
        return least;
    }
}
