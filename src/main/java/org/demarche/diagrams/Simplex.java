package org.demarche.diagrams;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The distributions of one variable whose probabilities lie between given bounds and sum up to 1.
 *
 * @param low the lower bound of each value's probability
 * @param high the upper bound of each value's probability
 */
public record Simplex(double[] low, double[] high) {

    private static final double TINY = 1e-12;
    private static final int MOST_CORNERS = 1 << 10;

    /** Any distribution. */
    public static Simplex any(int values) {
        double[] high = new double[values];
        Arrays.fill(high, 1);
        return new Simplex(new double[values], high);
    }

    /** The one distribution in which the value is certain. */
    public static Simplex certain(int values, int value) {
        double[] point = new double[values];
        point[value] = 1;
        return new Simplex(point, point);
    }

    /** The least probability that a value can have, seeing that the others must fill up what it leaves. */
    public double least(int value) {
        double others = 0;
        for (int i = 0; i < high.length; i++) {
            others += i == value ? 0 : high[i];
        }
        return Math.max(low[value], 1 - others);
    }

    /** The greatest probability that a value can have, seeing what the others take at least. */
    public double most(int value) {
        double others = 0;
        for (int i = 0; i < low.length; i++) {
            others += i == value ? 0 : low[i];
        }
        return Math.min(high[value], 1 - others);
    }

    /** The distribution under which the expectation of some costs is least: filled up from the cheapest value on. */
    double[] cheapest(double[] costs) {
        int[] order = cheapestFirst(costs);
        double[] point = low.clone();
        double rest = 1;
        for (double each : low) {
            rest -= each;
        }
        for (int value : order) {
            double more = Math.max(0, Math.min(rest, high[value] - low[value]));
            point[value] += more;
            rest -= more;
        }
        return point;
    }

    private static int[] cheapestFirst(double[] costs) {
        int[] order = new int[costs.length];
        for (int i = 0; i < costs.length; i++) {
            int at = i;
            while (at > 0 && costs[order[at - 1]] > costs[i]) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = i;
        }
        return order;
    }

    /** Its corners: all values but one at a bound, and that one taking what is left. Empty when they are too many to list. */
    List<double[]> corners() {
        List<double[]> corners = new ArrayList<>();
        for (int taking = 0; taking < low.length && corners.size() <= MOST_CORNERS; taking++) {
            extend(corners, new double[low.length], taking, 0, 1);
        }
        return corners.size() <= MOST_CORNERS ? corners : List.of();
    }

    /** Puts the values from one on at their bounds, as far as the others can still make up the rest. */
    private void extend(List<double[]> corners, double[] corner, int taking, int value, double rest) {
        if (corners.size() > MOST_CORNERS || !fits(taking, value, rest)) {
            return;
        }
        if (value == low.length) {
            double[] found = corner.clone();
            found[taking] = rest;
            if (corners.stream().noneMatch(each -> distance(each, found) < TINY)) {
                corners.add(found);
            }
        } else if (value == taking) {
            extend(corners, corner, taking, value + 1, rest);
        } else {
            corner[value] = low[value];
            extend(corners, corner, taking, value + 1, rest - low[value]);
            if (high[value] > low[value]) {
                corner[value] = high[value];
                extend(corners, corner, taking, value + 1, rest - high[value]);
            }
        }
    }

    private boolean fits(int taking, int value, double rest) {
        double least = low[taking];
        double most = high[taking];
        for (int i = value; i < low.length; i++) {
            least += i == taking ? 0 : low[i];
            most += i == taking ? 0 : high[i];
        }
        return rest >= least - TINY && rest <= most + TINY;
    }

    static double distance(double[] one, double[] other) {
        double distance = 0;
        for (int i = 0; i < one.length; i++) {
            distance = Math.max(distance, Math.abs(one[i] - other[i]));
        }
        return distance;
    }
}
