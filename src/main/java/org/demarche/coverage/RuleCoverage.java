package org.demarche.coverage;

import java.util.List;
import org.demarche.source.SourceLocation;

/**
 * What expectations have seen of a rule.
 *
 * @param rule its id
 * @param concluded whether it concluded something in some scenario
 * @param conditions those of the rule and those inside them, in its order
 */
public record RuleCoverage(String rule, SourceLocation at, boolean concluded, List<ConditionCoverage> conditions) {
    public RuleCoverage {
        conditions = List.copyOf(conditions);
    }

    /** How many of its conditions are covered. */
    public int covered() {
        return (int) conditions.stream().filter(ConditionCoverage::covered).count();
    }
}
