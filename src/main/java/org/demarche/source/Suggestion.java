package org.demarche.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** "Maybe `aim`?": the known word that is nearest to a wrong one. */
public final class Suggestion {

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
                .min(Comparator.comparingInt((String candidate) -> edits(word, candidate.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static boolean near(String wrong, String candidate) {
        int longest = Math.max(wrong.length(), candidate.length());
        int allowed = longest < SHORT ? 0 : Math.max(1, longest / 3);
        return edits(wrong, candidate) <= allowed || LIKENESS.apply(wrong, candidate) >= ALIKE;
    }

    /**
     * How many letters have to be put in, left out, or exchanged, or change places with their neighbour: the distance of Damerau
     * (1964) as optimal string alignment. Two letters in the wrong order are one slip of the fingers, and two in Levenshtein's
     * distance, which is too many for a code of three letters.
     */
    static int edits(String one, String other) {
        int[][] edits = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : least(edits, one, other, i, j);
            }
        }
        return edits[one.length()][other.length()];
    }

    private static int least(int[][] edits, String one, String other, int i, int j) {
        int exchanged = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least = Math.min(edits[i - 1][j - 1] + exchanged, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
    }
}
