package org.demarche.compile;

import org.demarche.rules.RuleCondition;

/**
 * What stands inside a {@code not} or {@code exists} of a rule.
 *
 * @param index its number within the rule
 * @param given how many of the steps before it say for which values of the variables it is asked
 */
public record LocalCondition(int index, int given, RuleCondition condition) {}
