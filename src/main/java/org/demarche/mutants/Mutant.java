package org.demarche.mutants;

import java.util.Optional;
import org.demarche.rules.RuleCard;
import org.demarche.source.SourceLocation;

/**
 * A rule with one thing changed.
 *
 * @param number its number among all mutants
 * @param rule the id of the rule
 * @param text what was changed, as it stands in the rule; {@code ""} for a whole rule
 * @param into what stands there now; {@code ""} where something was dropped
 * @param at where it stands
 * @param card the changed rule; empty when it was dropped
 */
public record Mutant(
        int number,
        String rule,
        Operator operator,
        String text,
        String into,
        SourceLocation at,
        Optional<RuleCard> card) {

    /** What was done, as a clause: {@code without `Relation( … )`}. */
    public String what() {
        return switch (operator) {
            case DROP_RULE -> "without the rule";
            case DROP_CONDITION -> "without `" + text + "`";
            case NEGATE_CONDITION, MOVE_BOUND, SWAP_TERM -> "with `" + into + "` for `" + text + "`";
        };
    }
}
