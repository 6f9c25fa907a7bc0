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

    /** The corners of each level's distributions, listed when first needed. */
    private final @Nullable List<double[]>[] corners;

    private long work;
    private double inside = Double.POSITIVE_INFINITY;
    private double outside = Double.POSITIVE_INFINITY;

    @SuppressWarnings({"unchecked", "rawtypes"})
    private ProbabilityBounds(Quotient quotient, Simplex[] free, long work) {
        this.quotient = quotient;
        this.free = free;
        this.fixed = new Simplex[free.length];
        this.corners = new List[free.length];
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
        Relaxed relaxed = relaxed();
        if (relaxed.ratio() >= inside - TINY) {
            return;
        }
        descend(relaxed.pass().leading());
        if (relaxed.ratio() >= inside - TINY) {
            return;
        }
        int level = work <= 0 ? -1 : relaxed.pass().widestDisagreement(this::undecided);
        if (level < 0) {
            outside = Math.min(outside, relaxed.ratio());
            return;
        }
        for (double[] corner : corners(level)) {
            fixed[level] = new Simplex(corner, corner);
            search();
        }
        fixed[level] = null;
    }

    /** Whether a level's variable has several corners that can be tried. */
    private boolean undecided(int level) {
        return fixed[level] == null && corners(level).size() > 1;
    }

    private List<double[]> corners(int level) {
        List<double[]> listed = corners[level];
        if (listed == null) {
            listed = free[level].corners();
            corners[level] = listed;
        }
        return listed;
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

    /** A bound from outside and what nodes choose there. */
    private record Relaxed(double ratio, Quotient.Pass pass) {}

    /**
     * The best that nodes which choose for themselves can do. The steps come from above: there each finds choices under which the
     * given set is not out of the question, as choices that differ from node to node can make it even where no distribution does.
     */
    private Relaxed relaxed() {
        Simplex[] simplexes = simplexes();
        double ratio = 1;
        Quotient.Pass pass = pass(simplexes, ratio);
        for (int step = 0; step < STEPS && pass.ratio() < ratio; step++) {
            ratio = pass.ratio();
            pass = pass(simplexes, ratio);
        }
        return new Relaxed(ratio, pass);
    }

    private Quotient.Pass pass(Simplex[] simplexes, double ratio) {
        work -= quotient.size();
        return quotient.pass(simplexes, ratio);
    }

    /** From one distribution for each variable, changes one at a time for the better as long as that is possible. */
    private void descend(double[][] start) {
        double[][] point = start;
        double ratio = quotient.ratio(point);
        for (int step = 0; step < STEPS * point.length; step++) {
            inside = Math.min(inside, ratio);
            work -= (long) quotient.size() * 2;
            double[][] next = work <= 0 ? null : better(point, ratio);
            if (next == null) {
                return;
            }
            double nextRatio = quotient.ratio(next);
            if (nextRatio >= ratio) {
                return;
            }
            point = next;
            ratio = nextRatio;
        }
    }

    private double @Nullable [][] better(double[][] point, double ratio) {
        double[][] costs = quotient.costs(point, ratio);
        int best = -1;
        double most = 0;
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
