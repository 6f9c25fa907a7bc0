package org.demarche.bench.measure;

import java.util.function.DoubleFunction;

/** What is promised of a number, and whether it was kept. */
public final class Target {

    private Target() {}

    public static String atMost(double most, double was, DoubleFunction<String> unit) {
        return "≤ " + unit.apply(most) + ": " + kept(was <= most);
    }

    public static String atLeast(double least, double was, DoubleFunction<String> unit) {
        return "≥ " + unit.apply(least) + ": " + kept(was >= least);
    }

    private static String kept(boolean kept) {
        return kept ? "met" : "**missed**";
    }
}
