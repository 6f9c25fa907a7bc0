package org.demarche.explain.whynot;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.explain.why.Explanation.Held;
import org.demarche.explain.why.Explanation.Support;
import org.demarche.explain.whynot.Obstacles.Met;
import org.demarche.explain.whynot.Obstacles.Unmet;
import org.demarche.inference.Inference;
import org.demarche.model.Fact;

/**
 * Why the one rather than the other: what the support of what holds and the nearest attempt at what does not have in common, and where
 * they part. Contrasts are what people mean by "why" (Lipton, "Contrastive explanation", 1990).
 *
 * @param one what holds
 * @param sentence the same as a sentence
 * @param other what was expected instead
 * @param otherSentence the same as a sentence
 * @param otherInference what is known of it, if anything
 * @param onlyOne where the one holds and the other does not
 * @param both where both hold
 * @param onlyOther where the other holds and the one does not
 * @param support the widest support of the one where the other does not hold; empty where it holds with the other only
 * @param supported where that support stands and the other does not hold
 * @param partings from the other downwards, how far its rules get there and what they lack; empty like the support
 */
public record Contrast(
        Inference one,
        String sentence,
        Fact other,
        String otherSentence,
        Optional<Inference> otherInference,
        Region onlyOne,
        Region both,
        Region onlyOther,
        Optional<Support> support,
        Region supported,
        List<Parting> partings) {

    public Contrast {
        partings = List.copyOf(partings);
    }

    /**
     * Some of the possible scenarios.
     *
     * @param conditions the minimal sets of answers that lead there
     */
    public record Region(BigInteger scenarios, List<Map<String, String>> conditions) {
        public Region {
            conditions = List.copyOf(conditions);
        }

        public boolean isEmpty() {
            return scenarios.signum() == 0;
        }
    }

    /**
     * A rule that could conclude the other, or what the other lacks.
     *
     * @param rule which rule
     * @param where the scenarios of which this is told; all in which only the one holds, or some of them
     * @param severalWays whether the rule can be met in other ways too
     * @param concludes what it would conclude, as a sentence
     * @param shared the conditions that are met and that the support of the one stands on too
     * @param met the conditions that are met besides
     * @param lacks the first condition that is not met
     * @param instead what the support of the one has in its place, where it has something of the kind
     * @param furtherUnmet how many more conditions are not met
     */
    public record Parting(
            String rule,
            String title,
            Region where,
            boolean severalWays,
            String concludes,
            List<Met> shared,
            List<Met> met,
            Unmet lacks,
            Optional<Held> instead,
            int furtherUnmet) {
        public Parting {
            shared = List.copyOf(shared);
            met = List.copyOf(met);
        }
    }
}
