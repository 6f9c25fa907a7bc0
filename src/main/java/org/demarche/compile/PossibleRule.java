package org.demarche.compile;

import java.util.List;
import java.util.Optional;
import org.demarche.rules.Conclusion;
import org.demarche.rules.RuleCondition.Pattern;

/**
 * One monotone rule of the possibility form: only patterns, joined. It concludes what its rule card concludes, or records that
 * a local condition of it (what stands inside a {@code not} or an {@code exists}) is met.
 *
 * @param number its number in the rule base, by which a firing names it
 * @param rule the id of the rule card
 * @param branch which of the card's branches it comes from
 * @param conclusion the card's conclusion; empty for one that records
 * @param records what is recorded; empty for one that concludes
 * @param patterns one matched fact each, in order
 * @param given how many of the first matched facts only say for which values a local condition is recorded
 * @param requires the local conditions that must be met besides
 */
public record PossibleRule(
        int number,
        String rule,
        int branch,
        Optional<Conclusion> conclusion,
        Optional<LocalCondition> records,
        List<Pattern> patterns,
        int given,
        List<Requirement> requires) {

    public PossibleRule {
        patterns = List.copyOf(patterns);
        requires = List.copyOf(requires);
    }

    /** That a local condition is met, or, negated, that it is not, for the first matched facts. */
    public record Requirement(LocalCondition condition, boolean negated) {}
}
