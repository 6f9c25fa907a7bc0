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
    private static final int MOST_VALUES = 12;

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
        if (low.length > MOST_VALUES) {
            return corners;
        }
        for (int taking = 0; taking < low.length; taking++) {
            for (int atHigh = 0; atHigh < 1 << low.length; atHigh++) {
                if ((atHigh >> taking & 1) == 0) {
                    add(corners, taking, atHigh);
                }
            }
        }
        return corners;
    }

    private void add(List<double[]> corners, int taking, int atHigh) {
        double[] corner = new double[low.length];
        double rest = 1;
        for (int value = 0; value < low.length; value++) {
            if (value != taking) {
                corner[value] = (atHigh >> value & 1) == 1 ? high[value] : low[value];
                rest -= corner[value];
            }
        }
        corner[taking] = rest;
        boolean inside = rest >= low[taking] - TINY && rest <= high[taking] + TINY;
        if (inside && corners.stream().noneMatch(each -> distance(each, corner) < TINY)) {
            corners.add(corner);
        }
    }

    static double distance(double[] one, double[] other) {
        double distance = 0;
        for (int i = 0; i < one.length; i++) {
            distance = Math.max(distance, Math.abs(one[i] - other[i]));
        }
        return distance;
    }
}
