package org.demarche.model;

import java.util.List;
import java.util.Optional;
import org.demarche.model.LikelihoodScale.Phrase;

/**
 * A probability known to lie between two bounds.
 *
 * <p>It is worded by a {@link LikelihoodScale}; where none is named, by ICD 203: {@code likelihood.phrase(LikelihoodScale.KENT)}.
 *
 * @param low the lower bound, 0 to 1
 * @param high the upper bound, low to 1
 */
public record Likelihood(double low, double high) {

    public Likelihood {
        if (!(0 <= low && low <= high && high <= 1)) {
            throw new IllegalArgumentException("A likelihood lies between 0 and 1, the lower bound first; this one is ["
                    + low + ", " + high + "].");
        }
    }

    /** {@link #ofWords(String, LikelihoodScale)} by ICD 203. */
    public static Optional<Likelihood> ofWords(String words) {
        return ofWords(words, LikelihoodScale.ICD_203);
    }

    /** The interval of a phrase of a scale, also of a synonym that is never written; empty for any other phrase. */
    public static Optional<Likelihood> ofWords(String words, LikelihoodScale scale) {
        return scale.steps().stream()
                .filter(phrase -> phrase.words().contains(words))
                .map(Phrase::interval)
                .findFirst();
    }

    /** {@link #phrases(LikelihoodScale)} of ICD 203, both rows. */
    public static List<String> phrases() {
        return phrases(LikelihoodScale.ICD_203);
    }

    /** The phrases of a scale with all synonyms, from the least likely on. */
    public static List<String> phrases(LikelihoodScale scale) {
        return scale.words().toList();
    }

    /** {@link #words(LikelihoodScale)} by ICD 203, first row. */
    public Optional<String> words() {
        return words(LikelihoodScale.ICD_203);
    }

    /** The phrase of a scale whose interval this is exactly; empty for any other interval. */
    public Optional<String> words(LikelihoodScale scale) {
        return scale.steps().stream()
                .filter(phrase -> phrase.interval().equals(this))
                .map(Phrase::written)
                .findFirst();
    }

    /** {@link #phrase(LikelihoodScale)} by ICD 203. */
    public Optional<String> phrase() {
        return phrase(LikelihoodScale.ICD_203);
    }

    /**
     * The phrase of a scale that says where it lies. Empty for what needs no word: what is certain, impossible, or not known at all, and
     * what lies beyond the first or the last phrase.
     *
     * <ul>
     *   <li>Within one interval: its phrase, {@code unlikely}. From one to another: {@code unlikely to likely}. From 0, or from below the
     *       first phrase, into another: {@code at most likely}; up to 1, or above the last: {@code at least likely}.
     *   <li>A bound that two intervals share counts to the one inside; a single probability on it to the likelier phrase.
     *   <li>What lies in a gap between two phrases is given neither: {@code between unlikely and realistic possibility}. Where only one
     *       bound lies in a gap, the phrase on its outer side is named, so that no more is said than is known: 22 to 30 percent are
     *       {@code highly unlikely to unlikely} by the PHIA yardstick. A bound where an interval and a gap meet counts likewise to what
     *       is inside; a single probability there has the phrase, but for 50 percent by PHIA, where the phrase ends below.
     * </ul>
     */
    public Optional<String> phrase(LikelihoodScale scale) {
        return new Wording(scale).of(this);
    }
}
