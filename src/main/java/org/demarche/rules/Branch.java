package org.demarche.rules;

import java.util.ArrayList;
import java.util.List;
import org.demarche.rules.RuleCondition.And;
import org.demarche.rules.RuleCondition.Or;
import org.demarche.rules.RuleCondition.Pattern;

/**
 * One way to meet a list of conditions: patterns, {@code not}s, {@code exists} and {@code accumulate}s only, in order. The
 * branches of a list are its disjunctive normal form; what stands inside a {@code not}, {@code exists} or {@code accumulate} is
 * left as it is.
 */
public record Branch(List<RuleCondition> conditions) {

    private static final long LARGE = 1L << 32;

    public Branch {
        conditions = List.copyOf(conditions);
    }

    /** All branches of the conditions together, in the order of their {@code or}s. */
    public static List<Branch> of(List<RuleCondition> conditions) {
        List<List<RuleCondition>> branches = List.of(List.of());
        for (RuleCondition condition : conditions) {
            branches = product(branches, alternatives(condition));
        }
        return branches.stream().map(Branch::new).toList();
    }

    /** How many branches conditions have, without making them; large numbers are only known to be large. */
    public static long count(List<RuleCondition> conditions) {
        long count = 1;
        for (RuleCondition condition : conditions) {
            count = Math.min(LARGE, count * count(condition));
        }
        return count;
    }

    private static long count(RuleCondition condition) {
        if (condition instanceof Or or) {
            return or.conditions().stream().mapToLong(Branch::count).sum();
        }
        return condition instanceof And and ? count(and.conditions()) : 1;
    }

    /** The patterns in order: one matched fact each. */
    public List<Pattern> patterns() {
        return conditions.stream()
                .filter(Pattern.class::isInstance)
                .map(Pattern.class::cast)
                .toList();
    }

    private static List<List<RuleCondition>> alternatives(RuleCondition condition) {
        if (condition instanceof Or or) {
            return or.conditions().stream()
                    .flatMap(each -> alternatives(each).stream())
                    .toList();
        }
        if (condition instanceof And and) {
            return of(and.conditions()).stream().map(Branch::conditions).toList();
        }
        return List.of(List.of(condition));
    }

    private static List<List<RuleCondition>> product(
            List<List<RuleCondition>> firsts, List<List<RuleCondition>> seconds) {
        List<List<RuleCondition>> product = new ArrayList<>();
        for (List<RuleCondition> first : firsts) {
            for (List<RuleCondition> second : seconds) {
                List<RuleCondition> joined = new ArrayList<>(first);
                joined.addAll(second);
                product.add(joined);
            }
        }
        return product;
    }
}
