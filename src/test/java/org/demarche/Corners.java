package org.demarche;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Probabilities from tables of all assignments, one corner of each variable's distributions after the other. A quotient of sums that
 * are linear in each distribution is least and greatest at corners, so that trying all of them together misses nothing.
 *
 * @param of the corners of each variable's distributions
 */
public record Corners(List<List<double[]>> of) {

    /** Bounds are whole hundredths, so that corners are found without rounding. */
    private static final int WHOLE = 100;

    /**
     * What was found.
     *
     * @param least the least probability of the one set, given the third
     * @param greatest the greatest probability of the other, given the third
     * @param given the least probability of the third
     */
    public record Found(double least, double greatest, double given) {}

    /**
     * The corners of the distributions between bounds in hundredths: all values but one at a bound, and that one taking what is left.
     */
    public static List<double[]> between(int[] low, int[] high) {
        Set<List<Integer>> corners = new LinkedHashSet<>();
        for (int taking = 0; taking < low.length; taking++) {
            for (int atHigh = 0; atHigh < 1 << low.length; atHigh++) {
                int[] corner = new int[low.length];
                for (int value = 0; value < low.length; value++) {
                    corner[value] = value == taking ? 0 : (atHigh >> value & 1) == 1 ? high[value] : low[value];
                }
                corner[taking] = WHOLE - Arrays.stream(corner).sum();
                if (corner[taking] >= low[taking] && corner[taking] <= high[taking]) {
                    corners.add(Arrays.stream(corner).boxed().toList());
                }
            }
        }
        return corners.stream()
                .map(corner -> corner.stream()
                        .mapToDouble(each -> each / (double) WHOLE)
                        .toArray())
                .toList();
    }

    /** How many combinations of corners there are. */
    public double combinations() {
        return of.stream().mapToDouble(List::size).reduce(1, (one, other) -> one * other);
    }

    /**
     * The bounds over all combinations of corners. In a table the last variable's values are next to each other.
     *
     * @param one how much of each assignment belongs to the one set: 1 or 0
     * @param other the same for the other set
     * @param given the same for what is known to hold
     */
    public Found bounds(double[] one, double[] other, double[] given) {
        double[] best = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
        tryAll(0, new double[][] {one, other, given}, best);
        return new Found(best[0], best[1], best[2]);
    }

    private void tryAll(int variable, double[][] tables, double[] best) {
        if (variable == of.size()) {
            double given = tables[2][0];
            best[2] = Math.min(best[2], given);
            if (given > 0) {
                best[0] = Math.min(best[0], tables[0][0] / given);
                best[1] = Math.max(best[1], tables[1][0] / given);
            }
            return;
        }
        for (double[] corner : of.get(variable)) {
            double[][] summed =
                    Arrays.stream(tables).map(table -> summed(table, corner)).toArray(double[][]::new);
            tryAll(variable + 1, summed, best);
        }
    }

    private static double[] summed(double[] table, double[] corner) {
        double[] summed = new double[table.length / corner.length];
        for (int value = 0; value < corner.length; value++) {
            for (int at = 0; corner[value] != 0 && at < summed.length; at++) {
                summed[at] += corner[value] * table[value * summed.length + at];
            }
        }
        return summed;
    }

    /** The positions of an assignment's values, from its place in a table. */
    public static List<Integer> assignment(int place, List<Integer> sizes) {
        List<Integer> values = new ArrayList<>();
        int rest = place;
        for (int i = sizes.size() - 1; i >= 0; i--) {
            values.add(0, rest % sizes.get(i));
            rest /= sizes.get(i);
        }
        return values;
    }
}
