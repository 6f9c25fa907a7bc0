package org.demarche.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** "Maybe `aim`?": the known word that is nearest to a wrong one. */
public final class Suggestion {

    private static final LevenshteinDistance EDITS = LevenshteinDistance.getDefaultInstance();
    private static final JaroWinklerSimilarity LIKENESS = new JaroWinklerSimilarity();
    private static final double ALIKE = 0.9;

    /** Words of one or two letters are near to everything and so to nothing. */
    private static final int SHORT = 3;

    private Suggestion() {}

    /**
     * The hint for a wrong word.
     *
     * @return {@code Maybe `x`?}, or {@code ""} when nothing known is near
     */
    public static String hint(String wrong, Collection<String> known) {
        return nearest(wrong, known).map(near -> "Maybe `" + near + "`?").orElse("");
    }

    /** The nearest of the known words, if any is near: about one slip in three letters, or the same beginning. */
    public static Optional<String> nearest(String wrong, Collection<String> known) {
        String word = wrong.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(candidate -> near(word, candidate.toLowerCase(Locale.ROOT)))
                .min(Comparator.comparingInt(
                                (String candidate) -> EDITS.apply(word, candidate.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static boolean near(String wrong, String candidate) {
        int longest = Math.max(wrong.length(), candidate.length());
        int allowed = longest < SHORT ? 0 : Math.max(1, longest / 3);
        return EDITS.apply(wrong, candidate) <= allowed || LIKENESS.apply(wrong, candidate) >= ALIKE;
    }
}
