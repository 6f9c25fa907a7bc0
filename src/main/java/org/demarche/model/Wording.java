package org.demarche.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.demarche.model.LikelihoodScale.Phrase;

/**
 * Finds where likelihoods lie on a scale.
 *
 * <p>Places are numbered from below: a phrase has an odd number, what lies between two an even one, be it a gap or only their common bound;
 * 0 is below the first phrase and the last number above the last.
 */
record Wording(List<Phrase> steps) {

    /** What is left of computing with fractions of two is no part of a likelihood. */
    private static final double TINY = 1e-9;

    Wording(LikelihoodScale scale) {
        this(scale.steps());
    }

    Optional<String> of(Likelihood likelihood) {
        double low = likelihood.low();
        double high = likelihood.high();
        boolean open = low < first().low() || low <= 0;
        boolean full = high > last().high() || high >= 1;
        if (open && full || open && (high < first().low() || high <= 0) || full && (low > last().high() || low >= 1)) {
            return Optional.empty();
        }
        int from = above(low);
        int to = below(high);
        if (from == to) {
            return Optional.of(word(from));
        }
        if (open) {
            return Optional.of("at most " + written(upwards(to)));
        }
        if (full) {
            return Optional.of("at least " + written(downwards(from)));
        }
        // What is no wider than a bound lies in no interval, but on it.
        return Optional.of(
                high - low < TINY ? word(at(low)) : written(downwards(from)) + " to " + written(upwards(to)));
    }

    private Likelihood first() {
        return steps.get(0).interval();
    }

    private Likelihood last() {
        return steps.get(steps.size() - 1).interval();
    }

    /** Where what is a little more likely lies. */
    private int above(double low) {
        int step = firstStep(phrase -> low < phrase.interval().high() - TINY);
        return low < steps.get(step).interval().low() - TINY ? 2 * step : 2 * step + 1;
    }

    /** Where what is a little less likely lies. */
    private int below(double high) {
        if (high > last().high() + TINY) {
            return 2 * steps.size();
        }
        int step = firstStep(phrase -> high <= phrase.interval().high() + TINY);
        return step > 0 && high <= steps.get(step).interval().low() + TINY ? 2 * step : 2 * step + 1;
    }

    /** Where a single probability lies; on a bound that two phrases share, with the likelier one. */
    private int at(double probability) {
        int above = above(probability);
        int below = below(probability);
        return above % 2 == 1 || !closes(below) ? above : below;
    }

    private boolean closes(int place) {
        return place % 2 == 1 && steps.get(place / 2).closed();
    }

    private interface Test {
        boolean test(Phrase phrase);
    }

    /** The first phrase of which something is so, else the last. */
    private int firstStep(Test test) {
        return IntStream.range(0, steps.size())
                .filter(i -> test.test(steps.get(i)))
                .findFirst()
                .orElse(steps.size() - 1);
    }

    /** Out of a gap to the phrase below it, so that no more is said than is known. */
    private static int downwards(int place) {
        return place % 2 == 1 ? place : place - 1;
    }

    private static int upwards(int place) {
        return place % 2 == 1 ? place : place + 1;
    }

    private String written(int phrase) {
        return steps.get(phrase / 2).written();
    }

    private String word(int place) {
        return place % 2 == 1 ? written(place) : "between " + written(place - 1) + " and " + written(place + 1);
    }
}
