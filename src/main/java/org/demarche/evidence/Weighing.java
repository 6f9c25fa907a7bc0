package org.demarche.evidence;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.demarche.model.Confidence;

/**
 * The confidence that pieces of evidence for one and the same thing deserve together. Of each origin only the strongest piece counts:
 *
 * <ul>
 *   <li>high: two or more independent origins with strong evidence, or one whose evidence is graded as confirmed by other sources;
 *   <li>moderate: one origin with strong evidence, or two or more independent ones with at least fair evidence;
 *   <li>low: anything else that was judged at all;
 *   <li>none: nothing was judged.
 * </ul>
 *
 * The levels are those of Intelligence Community Directive 203 (2015), which asks for the quality of sources and for corroboration but
 * gives no table; this one is ours.
 */
public final class Weighing {

    private static final String CONFIRMED = "1";
    private static final int SEVERAL = 2;

    private Weighing() {}

    /** The confidence that these deserve; empty when nobody has judged any of them. */
    public static Optional<Confidence> of(Collection<Voice> voices) {
        Map<String, Strength> best = new HashMap<>();
        voices.forEach(voice -> best.merge(voice.origin(), voice.strength(), Weighing::stronger));
        long strong = count(best, Strength.STRONG);
        boolean confirmed = voices.stream()
                .anyMatch(voice -> voice.strength() == Strength.STRONG
                        && voice.grade().credibility().equals(CONFIRMED));
        if (strong >= SEVERAL || confirmed) {
            return Optional.of(Confidence.HIGH);
        }
        if (strong > 0 || count(best, Strength.FAIR) >= SEVERAL) {
            return Optional.of(Confidence.MODERATE);
        }
        return count(best, Strength.WEAK) > 0 ? Optional.of(Confidence.LOW) : Optional.empty();
    }

    /** How many origins have evidence that is at least so strong. */
    private static long count(Map<String, Strength> best, Strength least) {
        return best.values().stream()
                .filter(strength -> strength.compareTo(least) >= 0)
                .count();
    }

    private static Strength stronger(Strength one, Strength other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
