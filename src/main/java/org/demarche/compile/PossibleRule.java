package org.demarche.compile;

import java.util.List;
import org.demarche.rules.Conclusion;

/**
 * One monotone rule of the possibility form: facts and outcomes of accumulates, joined.
 *
 * @param number its number in the rule base, by which a firing names it
 * @param card the key of the rule card: its id, or for a variant of it that and a number
 * @param rule the id of the rule card
 * @param branch which of the card's branches it comes from
 * @param purpose what a firing means
 * @param steps what is matched, in order
 * @param given how many of the first steps only say for which values something is recorded
 * @param requires the local conditions that must be met besides
 */
public record PossibleRule(
        int number,
        String card,
        String rule,
        int branch,
        Purpose purpose,
        List<Step> steps,
        int given,
        List<Requirement> requires) {

    public PossibleRule {
        steps = List.copyOf(steps);
        requires = List.copyOf(requires);
    }

    /** What a firing means. */
    public sealed interface Purpose {}

    /** The rule card's conclusion follows. */
    public record Conclude(Conclusion conclusion) implements Purpose {}

    /** What stands inside a {@code not} or an {@code exists} of the rule card is met. */
    public record Record(LocalCondition condition) implements Purpose {}

    /** There is something to accumulate. */
    public record Collect(LocalAccumulate accumulate) implements Purpose {}

    /** Somebody asks what an accumulate comes to; without it there would be no outcome where there is nothing to accumulate. */
    public record Ask(LocalAccumulate accumulate) implements Purpose {}

    /** That a local condition is met, or, negated, that it is not, for the first matched facts. */
    public record Requirement(LocalCondition condition, boolean negated) {}
}
