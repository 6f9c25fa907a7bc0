package org.demarche.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.demarche.explain.matching.Known;
import org.demarche.explain.matching.Matching;
import org.demarche.explain.matching.Matching.Match;
import org.demarche.explain.matching.Scope;
import org.demarche.inference.LimitReachedException;
import org.demarche.rules.ConditionSites;
import org.demarche.rules.ConditionSites.Site;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.And;
import org.demarche.rules.RuleCondition.Or;
import org.demarche.worlds.Label;

/** Where rules are met, and where they would be met but for one condition. */
final class NearMatches {

    private static final int MOST = 5_000_000;

    private final Known known;
    private final Matching matching;
    private final Label possible;
    private int tried;

    NearMatches(Known known, Label possible) {
        this.known = known;
        this.matching = new Matching(known);
        this.possible = possible;
    }

    /** Whether a condition is met somewhere where those before it are. */
    boolean met(List<RuleCondition> conditions, Site site) {
        List<RuleCondition> upToIt = new ArrayList<>(conditions.subList(0, site.top()));
        RuleCondition around = conditions.get(site.top());
        for (int step : site.path().subList(1, site.path().size())) {
            if (around instanceof And and) {
                upToIt.addAll(and.conditions().subList(0, step));
            }
            around = inside(around, step);
        }
        upToIt.add(site.condition());
        return any(upToIt, Scope.EMPTY, possible, (scope, label) -> true);
    }

    private static RuleCondition inside(RuleCondition condition, int step) {
        if (condition instanceof And and) {
            return and.conditions().get(step);
        }
        if (condition instanceof Or or) {
            return or.conditions().get(step);
        }
        if (condition instanceof RuleCondition.Not not) {
            return not.inner();
        }
        return condition instanceof RuleCondition.Exists exists
                ? exists.inner()
                : ((RuleCondition.Accumulate) condition).source();
    }

    /** Whether somewhere all other conditions are met and this one makes the difference. */
    boolean decisive(List<RuleCondition> conditions, Site site) {
        List<RuleCondition> others = new ArrayList<>(conditions);
        RuleCondition whole = others.remove(site.top());
        List<RuleCondition> without = site.isTop() ? List.of() : ConditionSites.without(List.of(whole), inWhole(site));
        return any(others, Scope.EMPTY, possible, (scope, label) -> {
            Map<Scope, Where> as = where(List.of(whole), scope);
            Map<Scope, Where> otherwise = where(without, scope);
            if (site.isTop()) {
                // Without it nothing takes the values that it gives to variables: it makes a difference where it is not
                // met at all.
                return !label.minus(mayHold(as)).isEmpty();
            }
            return differ(as, otherwise, label) || differ(otherwise, as, label);
        });
    }

    /** Whether with some values something is met definitely where the other may not be. */
    private boolean differ(Map<Scope, Where> one, Map<Scope, Where> other, Label label) {
        Where nowhere = new Where(known.nowhere(), known.nowhere());
        return one.entrySet().stream()
                .anyMatch(each -> !label.and(each.getValue().holds())
                        .minus(other.getOrDefault(each.getKey(), nowhere).mayHold())
                        .isEmpty());
    }

    private Label mayHold(Map<Scope, Where> all) {
        return all.values().stream().map(Where::mayHold).reduce(known.nowhere(), Label::or);
    }

    private static List<Integer> inWhole(Site site) {
        List<Integer> path = new ArrayList<>(site.path());
        path.set(0, 0);
        return path;
    }

    private record Where(Label holds, Label mayHold) {}

    /** Where the condition, if there is one, is met for which values of its variables. */
    private Map<Scope, Where> where(List<RuleCondition> conditions, Scope scope) {
        if (conditions.isEmpty()) {
            return Map.of(scope, new Where(possible, possible));
        }
        Map<Scope, Where> where = new HashMap<>();
        for (Match match : matching.of(conditions.get(0), scope)) {
            where.merge(
                    match.scope(),
                    new Where(match.holds(), match.mayHold()),
                    (one, other) -> new Where(
                            one.holds().or(other.holds()), one.mayHold().or(other.mayHold())));
        }
        return where;
    }

    /** Whether the conditions are met in some way, definitely, that something is true of. */
    private boolean any(List<RuleCondition> conditions, Scope scope, Label label, BiPredicate<Scope, Label> wanted) {
        if (label.isEmpty()) {
            return false;
        }
        if (conditions.isEmpty()) {
            return wanted.test(scope, label);
        }
        if (++tried > MOST) {
            throw new LimitReachedException(
                    "There are too many ways in which conditions are nearly met to count which of"
                            + " them were decisive: test fewer cases at once, or leave out `--coverage`.");
        }
        List<RuleCondition> rest = conditions.subList(1, conditions.size());
        return matching.of(conditions.get(0), scope).stream()
                .anyMatch(match -> any(rest, match.scope(), label.and(match.holds()), wanted));
    }
}
