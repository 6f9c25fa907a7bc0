package org.demarche.hypotheses;

import java.util.Locale;
import java.util.Optional;
import org.demarche.model.Confidence;

/** How much an item of evidence counts, by its credibility or its relevance: 1/√2, 1 or √2, as PARC's ACH program has it. */
public enum Weight {
    LOW(1 / Math.sqrt(2)),
    MEDIUM(1),
    HIGH(Math.sqrt(2));

    private final double factor;

    Weight(double factor) {
        this.factor = factor;
    }

    public double factor() {
        return factor;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * That of evidence that deserves so much confidence. What nobody has judged weighs no more than what was judged to be poor; where
     * nothing at all is judged, everything weighs the same.
     *
     * @param judged whether anything is
     */
    static Weight of(Optional<Confidence> confidence, boolean judged) {
        return confidence
                .map(level -> switch (level) {
                    case LOW -> LOW;
                    case MODERATE -> MEDIUM;
                    case HIGH -> HIGH;
                })
                .orElse(judged ? LOW : MEDIUM);
    }
}
