package org.demarche.diagrams;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/**
 * How many assignments of a set have each value of each variable: all of them from one pass up (how many ways lead from a node
 * into the set) and one pass down (how many lead to it), after Darwiche, "A differential approach to inference in Bayesian
 * networks", JACM 50(3), 2003, with counts for probabilities.
 */
public final class Marginals {

    private final BigInteger total;
    private final BigInteger[][] counts;

    private Marginals(BigInteger total, BigInteger[][] counts) {
        this.total = total;
        this.counts = counts;
    }

    public static Marginals of(Diagrams diagrams, int set) {
        synchronized (diagrams) {
            BigInteger total = diagrams.count(set);
            BigInteger[][] counts = new BigInteger[diagrams.depth()][];
            // What passes a level without looking at its variable is spread evenly over its values.
            BigInteger[] looking = new BigInteger[diagrams.depth()];
            for (int level = 0; level < counts.length; level++) {
                int variable = diagrams.variable(level);
                counts[variable] = new BigInteger[diagrams.values(level)];
                java.util.Arrays.fill(counts[variable], BigInteger.ZERO);
                looking[level] = BigInteger.ZERO;
            }
            walk(diagrams, set, counts, looking);
            for (int level = 0; level < counts.length; level++) {
                BigInteger[] ofVariable = counts[diagrams.variable(level)];
                BigInteger each = total.subtract(looking[level]).divide(BigInteger.valueOf(ofVariable.length));
                for (int value = 0; value < ofVariable.length; value++) {
                    ofVariable[value] = ofVariable[value].add(each);
                }
            }
            return new Marginals(total, counts);
        }
    }

    private static void walk(Diagrams diagrams, int set, BigInteger[][] counts, BigInteger[] looking) {
        Map<Integer, BigInteger> reach = new HashMap<>();
        reach.put(set, diagrams.between(-1, diagrams.level(set)));
        for (int node : diagrams.reachable(set)) {
            int level = diagrams.level(node);
            BigInteger ways = reach.getOrDefault(node, BigInteger.ZERO);
            looking[level] = looking[level].add(ways.multiply(diagrams.below(node)));
            BigInteger[] ofVariable = counts[diagrams.variable(level)];
            for (int value = 0; value < ofVariable.length; value++) {
                int child = diagrams.child(node, value);
                BigInteger on = ways.multiply(diagrams.between(level, diagrams.level(child)));
                ofVariable[value] = ofVariable[value].add(on.multiply(diagrams.below(child)));
                if (child > Diagrams.ALL) {
                    reach.merge(child, on, BigInteger::add);
                }
            }
        }
    }

    /** How many assignments the set has. */
    public BigInteger total() {
        return total;
    }

    /** How many of them give the variable this value. */
    public BigInteger count(int variable, int value) {
        return counts[variable][value];
    }
}
