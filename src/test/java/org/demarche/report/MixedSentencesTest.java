package org.demarche.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.demarche.model.Confidence;
import org.demarche.model.Likelihood;
import org.demarche.model.LikelihoodScale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No sentence contains both a likelihood and a confidence. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MixedSentencesTest {

    private static final Page PAGE = new Page(60, false, false);

    static List<Path> printed() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources"))) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("printed")
    void no_text_that_is_printed_mixes_them(Path file) throws IOException {
        assertThat(MixedSentences.in(Files.readString(file))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It is unlikely, with high confidence.",
                "We judge with moderate confidence that it is a\nrealistic possibility that Varna will stop ships.",
                "  likelihood: probably not (20% to 40%), confidence: low",
                "├─ Varna stops shipping, which is roughly even\n│    odds with low confidence"
            })
    void a_sentence_that_mixes_them_is_found(String text) {
        assertThat(MixedSentences.in(text)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It is unlikely. We have high confidence in this.",
                "  likelihood: probably not (20% to 40%)\n  confidence: low\n  a longer line ends the paragraph before it, as always",
                "Confidence in institutions is likely to fall."
            })
    void sentences_and_lines_of_their_own_are_not(String text) {
        assertThat(MixedSentences.in(text)).isEmpty();
    }

    @Test
    void lines_give_away_neither_words_of_likelihood_nor_of_confidence() {
        for (Class<?> line : List.of(LikelihoodLine.class, ConfidenceLine.class)) {
            assertThat(Arrays.stream(line.getDeclaredMethods())
                            .filter(method -> !method.isSynthetic())
                            .filter(method -> CharSequence.class.isAssignableFrom(method.getReturnType()))
                            .map(Method::getName))
                    .isEmpty();
        }
        LikelihoodLine likely = LikelihoodLine.brief(new Likelihood(0.55, 0.80), LikelihoodScale.ICD_203, "");
        assertThat("it is " + likely + ", " + new ConfidenceLine(Confidence.HIGH))
                .doesNotContain("likely", "high");
    }

    @Test
    void a_confidence_is_a_line_of_its_own() {
        Paper paper = new Paper(PAGE);
        LikelihoodLine.numbered(new Likelihood(0.2, 0.4), LikelihoodScale.KENT, "20% to 40%")
                .after("likelihood: ")
                .set(paper, 2);
        new ConfidenceLine(Confidence.MODERATE).set(paper, "  ", "    ");
        assertThat(paper.print()).isEqualTo("  likelihood: probably not (20% to 40%)\n  confidence: moderate\n");
    }
}
