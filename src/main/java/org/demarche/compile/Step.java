package org.demarche.compile;

import org.demarche.rules.RuleCondition.Pattern;

/** What a possible rule joins: facts, and what accumulates come to. */
public sealed interface Step {

    /** A fact that meets the pattern. */
    record Match(Pattern pattern) implements Step {}

    /** An {@link Outcome} of the accumulate, for what the steps before it matched. */
    record Result(LocalAccumulate accumulate) implements Step {}
}
