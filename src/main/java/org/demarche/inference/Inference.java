package org.demarche.inference;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.Builder;
import org.demarche.model.Confidence;
import org.demarche.model.Fact;

/**
 * What rules concluded, over all possible scenarios.
 *
 * @param scenarios in how many possible scenarios it holds, every tendency holding
 * @param undecided in how many more it is undecided, because the rules contradict themselves there
 * @param conditions all minimal sets of answers, by question, under which it holds; one empty set when robust
 * @param tendencies the rules with a likelihood whose failing could change it, sorted
 * @param rules the rules that conclude it directly somewhere, sorted
 * @param likelihood how likely it is, as far as that is known
 * @param claims the claims that the rules in its supports cite, sorted
 * @param pivots the questions it turns on, the most influential first
 * @param otherConditions how many further minimal conditions there are; -1 when they have not been worked out
 * @param method how it was worked out
 * @param estimate how far counts can be trusted where they are not exact
 */
@Builder
public record Inference(
        Fact fact,
        Status status,
        BigInteger scenarios,
        BigInteger undecided,
        List<Map<String, String>> conditions,
        List<String> tendencies,
        LikelihoodBounds likelihood,
        Optional<Confidence> confidence,
        List<RuleShare> rules,
        List<String> claims,
        List<Pivot> pivots,
        BigInteger otherConditions,
        Method method,
        Optional<Estimate> estimate) {

    public Inference {
        conditions = List.copyOf(conditions);
        tendencies = List.copyOf(tendencies);
        rules = List.copyOf(rules);
        claims = List.copyOf(claims);
        pivots = List.copyOf(pivots);
    }

    /** The id under which people speak of it, {@code PRK.lean-on.CHN}. */
    public String id() {
        return fact.id();
    }

    /** The id. */
    @Override
    public String toString() {
        return id();
    }

    /**
     * A rule that concludes the inference directly.
     *
     * @param scenarios in how many possible scenarios it does
     */
    public record RuleShare(String rule, BigInteger scenarios) {}

    /**
     * A question that the inference turns on.
     *
     * @param influence the largest minus the smallest share of the scenarios with an answer in which it holds, 0 to 1
     * @param gain by how many bits the answer is expected to lessen the doubt whether it holds, 0 to 1
     */
    public record Pivot(String question, double influence, double gain) {}
}
