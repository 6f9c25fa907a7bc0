package org.demarche.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.rules.RuleCondition.And;
import org.demarche.rules.RuleCondition.Exists;
import org.demarche.rules.RuleCondition.Not;
import org.demarche.rules.RuleCondition.Or;
import org.demarche.rules.RuleCondition.Pattern;

/**
 * The places of conditions in a rule, also of those inside others, and rules with something else in such a place. What stands alone
 * inside a {@code not}, an {@code exists} or an {@code accumulate} has no place of its own: without it the whole would be gone.
 */
public final class ConditionSites {

    private ConditionSites() {}

    /**
     * A condition and where it stands.
     *
     * @param path its position among the rule's conditions, then within each condition around it
     */
    public record Site(List<Integer> path, RuleCondition condition) {
        public Site {
            path = List.copyOf(path);
        }

        /** The number of the rule's condition that it is, or is inside of. */
        public int top() {
            return path.get(0);
        }

        /** Whether it is one of the rule's conditions itself. */
        public boolean isTop() {
            return path.size() == 1;
        }
    }

    /** All places, in the order of the rule. */
    public static List<Site> of(List<RuleCondition> conditions) {
        List<Site> sites = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            add(conditions.get(i), List.of(i), true, sites);
        }
        return sites;
    }

    /** @param apart whether the condition can be gone while what is around it stays */
    private static void add(RuleCondition condition, List<Integer> path, boolean apart, List<Site> sites) {
        if (condition instanceof And and) {
            addAll(and.conditions(), path, sites);
            return;
        }
        if (apart) {
            sites.add(new Site(path, condition));
        }
        if (condition instanceof Or or) {
            addAll(or.conditions(), path, sites);
        } else {
            inner(condition).ifPresent(inner -> add(inner, then(path, 0), false, sites));
        }
    }

    private static void addAll(List<RuleCondition> conditions, List<Integer> path, List<Site> sites) {
        for (int i = 0; i < conditions.size(); i++) {
            add(conditions.get(i), then(path, i), true, sites);
        }
    }

    private static List<Integer> then(List<Integer> path, int next) {
        List<Integer> longer = new ArrayList<>(path);
        longer.add(next);
        return longer;
    }

    private static Optional<RuleCondition> inner(RuleCondition condition) {
        if (condition instanceof Not not) {
            return Optional.of(not.inner());
        }
        if (condition instanceof Exists exists) {
            return Optional.of(exists.inner());
        }
        return condition instanceof Accumulate accumulate ? Optional.of(accumulate.source()) : Optional.empty();
    }

    /** The patterns and accumulates of a rule, wherever they stand. */
    public static List<Site> elements(List<RuleCondition> conditions) {
        List<Site> sites = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            addElements(conditions.get(i), List.of(i), sites);
        }
        return sites;
    }

    private static void addElements(RuleCondition condition, List<Integer> path, List<Site> sites) {
        if (condition instanceof Pattern || condition instanceof Accumulate) {
            sites.add(new Site(path, condition));
        }
        List<RuleCondition> inside = condition instanceof And and
                ? and.conditions()
                : condition instanceof Or or
                        ? or.conditions()
                        : inner(condition).stream().toList();
        for (int i = 0; i < inside.size(); i++) {
            addElements(inside.get(i), then(path, i), sites);
        }
    }

    /** The conditions without the one in a place. */
    public static List<RuleCondition> without(List<RuleCondition> conditions, List<Integer> path) {
        return with(conditions, path, Optional.empty());
    }

    /** The conditions with another one in a place. */
    public static List<RuleCondition> with(List<RuleCondition> conditions, List<Integer> path, RuleCondition other) {
        return with(conditions, path, Optional.of(other));
    }

    private static List<RuleCondition> with(
            List<RuleCondition> conditions, List<Integer> path, Optional<RuleCondition> other) {
        List<RuleCondition> changed = new ArrayList<>(conditions);
        int position = path.get(0);
        Optional<RuleCondition> there =
                path.size() == 1 ? other : inside(conditions.get(position), path.subList(1, path.size()), other);
        changed.remove(position);
        there.ifPresent(condition -> changed.add(position, condition));
        return changed;
    }

    private static Optional<RuleCondition> inside(
            RuleCondition condition, List<Integer> path, Optional<RuleCondition> other) {
        if (condition instanceof And and) {
            List<RuleCondition> parts = with(and.conditions(), path, other);
            return parts.size() == 1 ? Optional.of(parts.get(0)) : Optional.of(new And(parts, and.at()));
        }
        if (condition instanceof Or or) {
            List<RuleCondition> parts = with(or.conditions(), path, other);
            return parts.size() == 1 ? Optional.of(parts.get(0)) : Optional.of(new Or(parts, or.at()));
        }
        Optional<RuleCondition> inner = inner(condition)
                .flatMap(each -> path.size() == 1 ? other : inside(each, path.subList(1, path.size()), other));
        if (condition instanceof Not not) {
            return inner.map(each -> new Not(each, not.at()));
        }
        if (condition instanceof Exists exists) {
            return inner.map(each -> new Exists(each, exists.at()));
        }
        return condition instanceof Accumulate accumulate
                ? inner.map(each -> new Accumulate(each, accumulate.results(), accumulate.tests(), accumulate.at()))
                : inner;
    }
}
