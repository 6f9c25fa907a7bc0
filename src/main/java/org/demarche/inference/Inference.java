package org.demarche.inference;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.Builder;
import org.demarche.model.Confidence;
import org.demarche.model.Fact;
import org.demarche.model.Likelihood;

/**
 * What rules concluded, over all possible scenarios.
 *
 * @param scenarios in how many possible scenarios it holds, every tendency holding
 * @param conditions all minimal sets of answers, by question, under which it holds; one empty set when robust
 * @param tendencies the rules with a likelihood whose failing could change it, sorted
 * @param rules the rules that conclude it directly somewhere, sorted
 * @param claims the claims that the rules in its supports cite, sorted
 * @param pivots the questions it turns on, the most influential first
 */
@Builder
public record Inference(
        Fact fact,
        Status status,
        BigInteger scenarios,
        List<Map<String, String>> conditions,
        List<String> tendencies,
        Optional<Likelihood> likelihood,
        Optional<Confidence> confidence,
        List<RuleShare> rules,
        List<String> claims,
        List<Pivot> pivots) {

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
     */
    public record Pivot(String question, double influence) {}
}
