package org.demarche.worlds;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * A share of some scenarios, exact: two equal influences must not differ in their last bit, or their order would be an accident.
 *
 * @param of not zero
 */
record Share(BigInteger part, BigInteger of) implements Comparable<Share> {

    /** Bits of whole numbers that a double holds exactly. */
    private static final int EXACT = 53;

    @Override
    public int compareTo(Share other) {
        return part.multiply(other.of).compareTo(other.part.multiply(of));
    }

    /** The difference, rounded once. */
    double minus(Share other) {
        BigInteger difference = part.multiply(other.of).subtract(other.part.multiply(of));
        return quotient(difference, of.multiply(other.of));
    }

    /** The share as a number from 0 to 1, rounded once. */
    double value() {
        return quotient(part, of);
    }

    private static double quotient(BigInteger part, BigInteger of) {
        if (part.bitLength() <= EXACT && of.bitLength() <= EXACT) {
            // Both are exact as they are, and the quotient is rounded once.
            return (double) part.longValue() / of.longValue();
        }
        return new BigDecimal(part)
                .divide(new BigDecimal(of), MathContext.DECIMAL64)
                .doubleValue();
    }
}
