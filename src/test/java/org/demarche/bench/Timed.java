package org.demarche.bench;

import java.util.Arrays;
import java.util.concurrent.Callable;

/** Times work that is done again and again. */
final class Timed {

    private Timed() {}

    /** The median of its times in milliseconds, after as many times that do not count. */
    static double median(int times, Callable<?> work) throws Exception {
        double[] each = new double[times];
        for (int i = -times; i < times; i++) {
            long start = System.nanoTime();
            Object result = work.call();
            if (i >= 0) {
                each[i] = (System.nanoTime() - start) / 1e6;
            }
            if (result == null) {
                throw new IllegalStateException("nothing was done");
            }
        }
        return median(each);
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
