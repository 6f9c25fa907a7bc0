package org.demarche.diagrams;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The least probability of a set, given another that contains it, when variables are independent and of each only bounds are
 * known (credal sets: Cozman, "Credal networks", Artificial Intelligence 120, 2000). A set's greatest probability is one minus the least
 * probability of the rest.
 *
 * <p>Letting every node of the diagram choose its own distribution gives a bound from outside, in one pass for each step of
 * Dinkelbach's iteration ("On nonlinear fractional programming", Management Science 13(7), 1967). Where all nodes of each
 * variable choose alike it is exact. Else coordinate descent gives a bound from inside, and the corners of a variable's
 * distributions are tried one by one: the probability is linear in each variable's distribution, so that the least one lies at corners.
 */
public final class ProbabilityBounds {

    private static final double TINY = 1e-13;
    private static final int STEPS = 64;

    private final Quotient quotient;
    private final Simplex[] free;
    private final @Nullable Simplex[] fixed;
    private long work;
    private double inside = Double.POSITIVE_INFINITY;
    private double outside = Double.POSITIVE_INFINITY;

    private ProbabilityBounds(Quotient quotient, Simplex[] free, long work) {
        this.quotient = quotient;
        this.free = free;
        this.fixed = new Simplex[free.length];
        this.work = work;
    }

    /**
     * Where the least probability lies.
     *
     * @param low it is no less than this
     * @param high it is no more than this; there is a distribution that has it
     */
    public record Bracket(double low, double high) {

        /** Whether it is known exactly, up to rounding. */
        public boolean exact() {
            return high - low <= 10 * TINY;
        }
    }

    /**
     * The least probability of a set given another.
     *
     * @param set a subset of {@code given}
     * @param given what is known to hold; its least probability must be above 0
     * @param distributions those that each variable may have, by variable
     * @param work how many nodes may be visited before a bracket must do
     */
    public static Bracket least(Diagrams diagrams, int set, int given, Simplex[] distributions, long work) {
        Quotient quotient = Quotient.of(diagrams, set, given);
        Simplex[] byLevel = new Simplex[diagrams.depth()];
        for (int level = 0; level < byLevel.length; level++) {
            byLevel[level] = distributions[diagrams.variable(level)];
        }
        ProbabilityBounds bounds = new ProbabilityBounds(quotient, byLevel, work);
        bounds.search();
        double high = clamp(bounds.inside);
        return new Bracket(Math.min(high, clamp(Math.min(bounds.outside, bounds.inside))), high);
    }

    private static double clamp(double probability) {
        return Math.min(1, Math.max(0, probability));
    }

    private void search() {
        Quotient.Pass pass = relaxed();
        if (pass.ratio() >= inside - TINY) {
            return;
        }
        descend(pass.leading());
        if (pass.ratio() >= inside - TINY) {
            return;
        }
        int level = pass.widestDisagreement();
        List<double[]> corners = level < 0 ? List.of() : simplex(level).corners();
        if (corners.isEmpty() || work <= 0) {
            outside = Math.min(outside, pass.ratio());
            return;
        }
        for (double[] corner : corners) {
            fixed[level] = new Simplex(corner, corner);
            search();
        }
        fixed[level] = null;
    }

    private Simplex simplex(int level) {
        Simplex one = fixed[level];
        return one == null ? free[level] : one;
    }

    private Simplex[] simplexes() {
        Simplex[] all = new Simplex[free.length];
        Arrays.setAll(all, this::simplex);
        return all;
    }

    /** The best that nodes which choose for themselves can do. */
    private Quotient.Pass relaxed() {
        Simplex[] simplexes = simplexes();
        Quotient.Pass pass = pass(simplexes, 0);
        for (int step = 0; step < STEPS; step++) {
            Quotient.Pass next = pass(simplexes, pass.ratio());
            if (next.ratio() >= pass.ratio() - TINY * TINY) {
                return next.ratio() < pass.ratio() ? next : pass;
            }
            pass = next;
        }
        return pass;
    }

    private Quotient.Pass pass(Simplex[] simplexes, double ratio) {
        work -= quotient.size();
        return quotient.pass(simplexes, ratio);
    }

    /** From one distribution for each variable, changes one at a time for the better as long as that is possible. */
    private void descend(double[][] start) {
        double[][] point = start;
        for (int step = 0; step < STEPS * point.length; step++) {
            double ratio = quotient.ratio(point);
            inside = Math.min(inside, ratio);
            double[][] next = better(point, ratio);
            work -= (long) quotient.size() * 2;
            if (next == null || work <= 0) {
                return;
            }
            point = next;
        }
    }

    private double @Nullable [][] better(double[][] point, double ratio) {
        double[][] costs = quotient.costs(point, ratio);
        int best = -1;
        double most = TINY;
        for (int level = 0; level < point.length; level++) {
            double[] cheapest = simplex(level).cheapest(costs[level]);
            double gain = expected(costs[level], point[level]) - expected(costs[level], cheapest);
            if (gain > most) {
                most = gain;
                best = level;
            }
        }
        if (best < 0) {
            return null;
        }
        double[][] next = point.clone();
        next[best] = simplex(best).cheapest(costs[best]);
        return next;
    }

    private static double expected(double[] costs, double[] point) {
        double expected = 0;
        for (int i = 0; i < costs.length; i++) {
            expected += costs[i] * point[i];
        }
        return expected;
    }
}
