package org.demarche.hypotheses;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.demarche.inference.Choice;
import org.demarche.worlds.Label;
import org.demarche.worlds.Worlds;

/**
 * Where something counts, and among which scenarios.
 *
 * @param of the evaluation that its labels are of: what has been withheld for a prediction may have made another one necessary
 */
record Reach(Label counts, Label among, Worlds of) {

    /** In how much of them; none where there are none. */
    double share() {
        return among.isEmpty()
                ? 0
                : new BigDecimal(counts.count())
                        .divide(new BigDecimal(among.count()), MathContext.DECIMAL64)
                        .doubleValue();
    }

    boolean isEverywhere() {
        return !among.isEmpty() && among.minus(counts).isEmpty();
    }

    /** Whether it is the same whatever the answer to a question is; to see that is much faster than to count for each of them. */
    boolean ignores(String question, List<String> answers) {
        return ignores(counts, question, answers) && ignores(among, question, answers);
    }

    private static boolean ignores(Label label, String question, List<String> answers) {
        return answers.stream()
                .allMatch(
                        answer -> label.supposing(new Choice(question, answer)).equals(label));
    }

    /** The same among the scenarios with an answer. */
    Reach within(Choice answer) {
        Label where = of.label(answer);
        return new Reach(counts.and(where), among.and(where), of);
    }
}
