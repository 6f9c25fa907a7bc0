package org.demarche.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.model.LikelihoodScale.ICD_203;
import static org.demarche.model.LikelihoodScale.KENT;
import static org.demarche.model.LikelihoodScale.PHIA;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which words stand for which probabilities. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LikelihoodScaleTest {

    private static final double LITTLE = 1e-6;

    @ParameterizedTest
    @EnumSource
    void every_phrase_is_the_phrase_of_its_own_interval(LikelihoodScale scale) {
        for (LikelihoodScale.Phrase step : scale.steps()) {
            for (String words : step.words()) {
                Likelihood read = Likelihood.ofWords(words, scale).orElseThrow();
                assertThat(read.words(scale)).as(words).contains(step.written());
                assertThat(read.phrase(scale)).as(words).contains(step.written());
            }
        }
        assertThat(Likelihood.phrases(scale)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void certain_impossible_and_unknown_are_never_worded(LikelihoodScale scale) {
        for (Likelihood extreme : List.of(new Likelihood(0, 0), new Likelihood(1, 1), new Likelihood(0, 1))) {
            assertThat(extreme.phrase(scale)).isEmpty();
            assertThat(extreme.words(scale)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_little_inside_of_both_ends_is_a_phrase_and_a_little_outside_is_another_or_none(LikelihoodScale scale) {
        for (LikelihoodScale.Phrase step : scale.steps()) {
            double low = step.interval().low();
            double high = step.interval().high();
            for (double inside : new double[] {low + LITTLE, (low + high) / 2, high - LITTLE}) {
                assertThat(said(inside, scale)).contains(step.written());
            }
            for (double outside : new double[] {low - LITTLE, high + LITTLE}) {
                if (outside > 0 && outside < 1) {
                    assertThat(said(outside, scale)).isNotEqualTo(Optional.of(step.written()));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_lies_in_a_gap_has_the_phrases_on_both_sides(LikelihoodScale scale) {
        for (int i = 1; i < scale.steps().size(); i++) {
            LikelihoodScale.Phrase below = scale.steps().get(i - 1);
            LikelihoodScale.Phrase above = scale.steps().get(i);
            double from = below.interval().high();
            double to = above.interval().low();
            if (from < to) {
                String between = "between " + below.written() + " and " + above.written();
                assertThat(new Likelihood(from, to).phrase(scale)).contains(between);
                assertThat(said(from + LITTLE, scale)).contains(between);
                assertThat(said((from + to) / 2, scale)).contains(between);
                assertThat(said(to - LITTLE, scale)).contains(between);
                assertThat(said(from, scale)).contains(below.closed() ? below.written() : between);
                assertThat(said(to, scale)).contains(above.written());
            } else {
                assertThat(said(to, scale)).contains(above.written());
            }
        }
    }

    @Test
    void only_the_realistic_possibility_leaves_its_upper_end_to_the_gap() {
        assertThat(said(0.40, PHIA)).contains("realistic possibility");
        assertThat(said(0.4999, PHIA)).contains("realistic possibility");
        assertThat(said(0.50, PHIA)).contains("between realistic possibility and likely");
        assertThat(new Likelihood(0.45, 0.50).phrase(PHIA)).contains("realistic possibility");
    }

    @ParameterizedTest
    @CsvSource({
        "0.20, 0.45, unlikely",
        "0.20, 0.80, unlikely to likely",
        "0.45, 0.45, roughly even chance",
        "0.80, 0.80, very likely",
        "0.99, 0.99, almost certain",
        "0.01, 0.01, almost no chance",
        "0.00, 0.01, at most almost no chance",
        "0.00, 0.45, at most unlikely",
        "0.55, 1.00, at least likely",
        "0.99, 1.00, at least almost certain",
        "0.005, 0.2, at most very unlikely",
        "0.30, 0.64, unlikely to likely"
    })
    void by_icd_203(double low, double high, String phrase) {
        assertThat(new Likelihood(low, high).phrase()).contains(phrase);
        assertThat(new Likelihood(low, high).phrase(ICD_203)).contains(phrase);
    }

    @ParameterizedTest
    @CsvSource({
        "0.40, 0.40, chances about even",
        "0.87, 0.87, almost certain",
        "0.12, 0.12, almost certainly not",
        "0.60, 0.60, chances about even",
        "0.60, 0.63, between chances about even and probable",
        "0.61, 0.62, between chances about even and probable",
        "0.61, 0.80, chances about even to probable",
        "0.30, 0.61, probably not to probable",
        "0.13, 0.62, almost certainly not to probable",
        "0.55, 0.80, chances about even to probable",
        "0.00, 0.15, at most probably not",
        "0.15, 1.00, at least almost certainly not",
        "0.00, 0.12, at most almost certainly not",
        "0.87, 1.00, at least almost certain"
    })
    void by_kent(double low, double high, String phrase) {
        assertThat(new Likelihood(low, high).phrase(KENT)).contains(phrase);
    }

    @ParameterizedTest
    @CsvSource({
        "0.00, 0.05, remote chance",
        "0.00, 0.03, remote chance",
        "0.00, 0.07, at most highly unlikely",
        "0.00, 0.15, at most highly unlikely",
        "0.05, 0.05, remote chance",
        "0.05, 0.10, between remote chance and highly unlikely",
        "0.05, 0.15, remote chance to highly unlikely",
        "0.22, 0.30, highly unlikely to unlikely",
        "0.36, 0.39, between unlikely and realistic possibility",
        "0.30, 0.45, unlikely to realistic possibility",
        "0.50, 0.52, between realistic possibility and likely",
        "0.92, 1.00, at least highly likely",
        "0.97, 1.00, almost certain",
        "0.995, 0.999, almost certain"
    })
    void by_phia(double low, double high, String phrase) {
        assertThat(new Likelihood(low, high).phrase(PHIA)).contains(phrase);
    }

    @Test
    void what_lies_beyond_the_first_or_the_last_phrase_is_not_worded() {
        assertThat(new Likelihood(0.001, 0.009).phrase(ICD_203)).isEmpty();
        assertThat(new Likelihood(0.001, 0.019).phrase(KENT)).isEmpty();
        assertThat(new Likelihood(0.995, 0.999).phrase(KENT)).isEmpty();
    }

    @Test
    void the_same_word_stands_on_several_scales() {
        assertThat(LikelihoodScale.with("probable")).containsExactly(ICD_203, KENT, PHIA);
        assertThat(LikelihoodScale.with("probably not")).containsExactly(KENT);
        assertThat(LikelihoodScale.with("perhaps")).isEmpty();
        assertThat(Likelihood.ofWords("unlikely", PHIA)).contains(new Likelihood(0.25, 0.35));
        assertThat(Likelihood.ofWords("unlikely", KENT)).isEmpty();
    }

    private static Optional<String> said(double probability, LikelihoodScale scale) {
        return new Likelihood(probability, probability).phrase(scale);
    }
}
