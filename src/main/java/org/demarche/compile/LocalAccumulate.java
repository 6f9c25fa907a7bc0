package org.demarche.compile;

import java.util.List;
import java.util.Set;
import org.demarche.rules.RuleCondition.Accumulate;

/**
 * An {@code accumulate} of a rule.
 *
 * @param site its number in the rule base, by which its outcomes name it
 * @param index its number within the rule, as that of a {@link LocalCondition}
 * @param given how many of the steps before it say for what it is asked
 * @param bound the variables that every alternative of its source binds
 * @param kept the variables of its results that something else in the rule asks for: results that differ only in others lead
 *     to the same outcome
 */
public record LocalAccumulate(
        int site, int index, int given, Accumulate condition, Set<String> bound, List<String> kept) {
    public LocalAccumulate {
        bound = Set.copyOf(bound);
        kept = List.copyOf(kept);
    }
}
