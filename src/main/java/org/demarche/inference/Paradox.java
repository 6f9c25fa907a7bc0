package org.demarche.inference;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.demarche.model.Fact;

/**
 * Rules that contradict themselves: each conclusion of a loop of them hangs, in the end, on its own absence.
 *
 * @param scenarios in how many possible scenarios they do
 * @param conditions all minimal sets of answers, by question, under which they do
 * @param loop the rules, each with what it concludes and the next conclusion, on which that hangs; the last leads back to the first
 */
public record Paradox(BigInteger scenarios, List<Map<String, String>> conditions, List<Step> loop) {

    public Paradox {
        conditions = List.copyOf(conditions);
        loop = List.copyOf(loop);
    }

    /**
     * One rule of a loop.
     *
     * @param concluded what it concludes
     * @param by what that hangs on
     * @param unless whether it hangs on the absence of that
     */
    public record Step(String rule, Fact concluded, Fact by, boolean unless) {}
}
