package org.demarche.coverage;

import java.util.Comparator;
import java.util.List;

/** What expectations have seen of the rules that their cases use; those of which least was seen come first. */
public record Coverage(List<RuleCoverage> rules) {

    public Coverage {
        rules = rules.stream()
                .sorted(Comparator.comparing(RuleCoverage::concluded)
                        .thenComparing(rule -> (double) rule.covered()
                                / Math.max(1, rule.conditions().size()))
                        .thenComparing(RuleCoverage::rule))
                .toList();
    }

    /** How many rules concluded something. */
    public int concluded() {
        return (int) rules.stream().filter(RuleCoverage::concluded).count();
    }

    public int conditions() {
        return rules.stream().mapToInt(rule -> rule.conditions().size()).sum();
    }

    /** How many conditions were met and decisive. */
    public int covered() {
        return rules.stream().mapToInt(RuleCoverage::covered).sum();
    }

    /** The percentage of the rules that concluded something; 100 of none. */
    public double rulePercent() {
        return percent(concluded(), rules.size());
    }

    /** The percentage of the conditions that were met and decisive; 100 of none. */
    public double conditionPercent() {
        return percent(covered(), conditions());
    }

    private static double percent(int some, int all) {
        return all == 0 ? 100 : 100.0 * some / all;
    }
}
