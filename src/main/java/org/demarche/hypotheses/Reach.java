package org.demarche.hypotheses;

import java.math.BigDecimal;
import java.math.MathContext;
import org.demarche.worlds.Label;

/** Where something counts, and among which scenarios. */
record Reach(Label counts, Label among) {

    /** In how much of them; none where there are none. */
    double share() {
        return among.isEmpty()
                ? 0
                : new BigDecimal(counts.count())
                        .divide(new BigDecimal(among.count()), MathContext.DECIMAL64)
                        .doubleValue();
    }

    boolean isEverywhere() {
        return !among.isEmpty() && among.minus(counts).isEmpty();
    }

    /** The same among fewer scenarios. */
    Reach within(Label where) {
        return new Reach(counts.and(where), among.and(where));
    }
}
