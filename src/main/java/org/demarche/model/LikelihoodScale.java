package org.demarche.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A scale of phrases that say how likely something is, and the probabilities they stand for. The same word may stand on several scales for
 * different probabilities: {@code unlikely} is 20 to 45 percent by ICD 203 and 25 to 35 by the PHIA yardstick.
 */
public enum LikelihoodScale {

    /** Intelligence Community Directive 203, Analytic Standards (2015), both rows of synonyms; the first is written. */
    ICD_203(
            "icd-203",
            "ICD 203",
            "Intelligence Community Directive 203",
            phrase(0.01, 0.05, "almost no chance", "remote"),
            phrase(0.05, 0.20, "very unlikely", "highly improbable"),
            phrase(0.20, 0.45, "unlikely", "improbable"),
            phrase(0.45, 0.55, "roughly even chance", "roughly even odds"),
            phrase(0.55, 0.80, "likely", "probable"),
            phrase(0.80, 0.95, "very likely", "highly probable"),
            phrase(0.95, 0.99, "almost certain", "nearly certain")),

    /**
     * Sherman Kent, "Words of Estimative Probability", Studies in Intelligence 8(4), 1964. He gives a middle and "give or take about"; of his
     * synonyms none is taken over.
     */
    KENT(
            "kent",
            "Kent's scale",
            "Sherman Kent, Words of Estimative Probability, 1964",
            phrase(0.02, 0.12, "almost certainly not"),
            phrase(0.20, 0.40, "probably not"),
            phrase(0.40, 0.60, "chances about even"),
            phrase(0.63, 0.87, "probable"),
            phrase(0.87, 0.99, "almost certain")),

    /**
     * The probability yardstick of the Professional Head of Intelligence Assessment of the United Kingdom, as in UK Government, Explaining
     * Uncertainty in UK Intelligence Assessment (2025). Its gaps are meant: they keep the phrases apart. The realistic possibility ends below
     * 50 percent.
     */
    PHIA(
            "phia",
            "the PHIA yardstick",
            "the probability yardstick of the UK Professional Head of Intelligence Assessment",
            phrase(0, 0.05, "remote chance"),
            phrase(0.10, 0.20, "highly unlikely"),
            phrase(0.25, 0.35, "unlikely"),
            new Phrase(List.of("realistic possibility"), new Likelihood(0.40, 0.50), false),
            phrase(0.55, 0.75, "likely", "probable"),
            phrase(0.80, 0.90, "highly likely"),
            phrase(0.95, 1, "almost certain"));

    /**
     * A step of a scale.
     *
     * @param words what says it; the first is written
     * @param closed whether the upper bound alone is still in it
     */
    record Phrase(List<String> words, Likelihood interval, boolean closed) {

        String written() {
            return words.get(0);
        }
    }

    private final String id;
    private final String title;
    private final String source;
    private final List<Phrase> phrases;

    LikelihoodScale(String id, String title, String source, Phrase... phrases) {
        this.id = id;
        this.title = title;
        this.source = source;
        this.phrases = List.of(phrases);
    }

    private static Phrase phrase(double low, double high, String... words) {
        return new Phrase(List.of(words), new Likelihood(low, high), true);
    }

    /** The scale with this id, {@code icd-203}, {@code kent} or {@code phia}. */
    public static Optional<LikelihoodScale> of(String id) {
        return Arrays.stream(values()).filter(scale -> scale.id.equals(id)).findFirst();
    }

    /** The ids of all scales. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(LikelihoodScale::id).toList();
    }

    /** The scales that have a phrase. */
    public static List<LikelihoodScale> with(String phrase) {
        return Arrays.stream(values())
                .filter(scale -> Likelihood.ofWords(phrase, scale).isPresent())
                .toList();
    }

    /** How files and the command line name it. */
    public String id() {
        return id;
    }

    /** What it is called inside a sentence: {@code Kent's scale}. */
    public String title() {
        return title;
    }

    /** Whose it is, for readers who have not met it. */
    public String source() {
        return source;
    }

    /** From the least likely on. */
    List<Phrase> steps() {
        return phrases;
    }

    Stream<String> words() {
        return phrases.stream().flatMap(phrase -> phrase.words().stream());
    }
}
