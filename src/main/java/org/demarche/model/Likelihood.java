package org.demarche.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A probability known to lie between two bounds.
 *
 * <p>Words and intervals are those of Intelligence Community Directive 203, Analytic Standards (2015), both rows of synonyms.
 *
 * @param low the lower bound, 0 to 1
 * @param high the upper bound, low to 1
 */
public record Likelihood(double low, double high) {

    private static final double TINY = 1e-9;

    /** Below and above these there are no words. */
    private static final double LEAST = 0.01;

    private static final double MOST = 0.99;

    private enum Word {
        ALMOST_NO_CHANCE("almost no chance", "remote", 0.01, 0.05),
        VERY_UNLIKELY("very unlikely", "highly improbable", 0.05, 0.20),
        UNLIKELY("unlikely", "improbable", 0.20, 0.45),
        EVEN("roughly even chance", "roughly even odds", 0.45, 0.55),
        LIKELY("likely", "probable", 0.55, 0.80),
        VERY_LIKELY("very likely", "highly probable", 0.80, 0.95),
        ALMOST_CERTAIN("almost certain", "nearly certain", 0.95, 0.99);

        private final String first;
        private final String second;
        private final Likelihood interval;

        Word(String first, String second, double low, double high) {
            this.first = first;
            this.second = second;
            this.interval = new Likelihood(low, high);
        }
    }

    public Likelihood {
        if (!(0 <= low && low <= high && high <= 1)) {
            throw new IllegalArgumentException("A likelihood lies between 0 and 1, the lower bound first; this one is ["
                    + low + ", " + high + "].");
        }
    }

    /** The interval of a phrase of ICD 203, from either row of synonyms; empty for any other phrase. */
    public static Optional<Likelihood> ofWords(String words) {
        return Arrays.stream(Word.values())
                .filter(word -> word.first.equals(words) || word.second.equals(words))
                .map(word -> word.interval)
                .findFirst();
    }

    /** The phrases of ICD 203, both rows, from the least likely on. */
    public static List<String> phrases() {
        return Arrays.stream(Word.values())
                .flatMap(word -> List.of(word.first, word.second).stream())
                .toList();
    }

    /** The phrase of ICD 203 (first row) whose interval this is exactly; empty for any other interval. */
    public Optional<String> words() {
        return Arrays.stream(Word.values())
                .filter(word -> word.interval.equals(this))
                .map(word -> word.first)
                .findFirst();
    }

    /**
     * The phrase that says where it lies: of one interval, {@code unlikely}; from one to another, {@code unlikely to likely}; open to
     * one side, {@code at least likely}. A bound that two intervals share counts to the one inside. Empty for what needs no
     * word: what is certain, impossible, or not known at all.
     */
    public Optional<String> phrase() {
        boolean open = low < LEAST;
        boolean full = high > MOST;
        if (open && full || open && high < LEAST || full && low > MOST) {
            return Optional.empty();
        }
        String lowest = Arrays.stream(Word.values())
                .filter(word -> low < word.interval.high - TINY)
                .findFirst()
                .orElse(Word.ALMOST_CERTAIN)
                .first;
        String highest = Arrays.stream(Word.values())
                .filter(word -> high <= word.interval.high + TINY)
                .findFirst()
                .orElse(Word.ALMOST_CERTAIN)
                .first;
        if (open) {
            return Optional.of("at most " + highest);
        }
        if (full) {
            return Optional.of("at least " + lowest);
        }
        return Optional.of(lowest.equals(highest) || high - low < TINY ? lowest : lowest + " to " + highest);
    }
}
