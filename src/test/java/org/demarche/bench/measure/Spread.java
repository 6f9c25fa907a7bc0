package org.demarche.bench.measure;

import java.util.Arrays;
import java.util.function.DoubleFunction;

/**
 * What came of measuring the same again and again.
 *
 * @param median of all values
 * @param low a quarter of them is below
 * @param high a quarter of them is above
 * @param times how many there are
 */
public record Spread(double median, double low, double high, int times) {

    public static Spread of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int last = sorted.length - 1;
        return new Spread(sorted[sorted.length / 2], sorted[last / 4], sorted[last - last / 4], sorted.length);
    }

    /** The median with the quarters around it. */
    public String text(DoubleFunction<String> unit) {
        return times == 1 || unit.apply(low).equals(unit.apply(high))
                ? unit.apply(median)
                : unit.apply(median) + " (" + unit.apply(low) + " – " + unit.apply(high) + ")";
    }
}
