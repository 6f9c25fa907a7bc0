package org.demarche.cases;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.demarche.model.Likelihood;

/** Whether the likelihoods of a question's answers can be those of one distribution. */
final class LikelihoodSum {

    private static final double ROUNDING = 1e-9;

    private LikelihoodSum() {}

    /** What keeps them from adding up to 1, as a sentence; empty when nothing does. */
    static Optional<String> problem(List<Answer> answers) {
        List<Likelihood> stated =
                answers.stream().flatMap(answer -> answer.likelihood().stream()).toList();
        double low = sum(stated, Likelihood::low);
        double high = sum(stated, Likelihood::high);
        if (low > 1 + ROUNDING) {
            return Optional.of("The answers together are too likely: even their lower bounds add up to " + number(low)
                    + ", which is more than 1.");
        }
        if (!answers.isEmpty() && stated.size() == answers.size() && high < 1 - ROUNDING) {
            return Optional.of("The answers together are not likely enough: even their upper bounds add up to only "
                    + number(high) + ", and one of the answers must be true.");
        }
        return Optional.empty();
    }

    private static double sum(List<Likelihood> likelihoods, ToDoubleFunction<Likelihood> bound) {
        return likelihoods.stream().mapToDouble(bound).sum();
    }

    private static String number(double sum) {
        return String.format(Locale.ROOT, "%.4f", sum).replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
