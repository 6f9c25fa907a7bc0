package org.demarche.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Numbers as they are printed. Java's own formats do the same, but what they load takes longer than a whole report. */
final class Numbers {

    private static final int GROUP = 3;

    private Numbers() {}

    /** With so many decimals, halves rounded up: {@code 0.50}. */
    static String fixed(double number, int decimals) {
        return new BigDecimal(Double.toString(number))
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** In groups of three digits: {@code 4,096}. */
    static String grouped(BigInteger number) {
        StringBuilder digits = new StringBuilder(number.abs().toString());
        for (int at = digits.length() - GROUP; at > 0; at -= GROUP) {
            digits.insert(at, ',');
        }
        return (number.signum() < 0 ? "-" : "") + digits;
    }
}
