package org.demarche.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demarche.model.Fact;
import org.demarche.model.FactType;
import org.demarche.rules.Conclusion;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.And;
import org.demarche.rules.RuleCondition.Exists;
import org.demarche.rules.RuleCondition.Not;
import org.demarche.rules.RuleCondition.Or;
import org.demarche.rules.RuleCondition.Pattern;

/**
 * Writes rules out for the facts of one scenario, by the meaning of their conditions alone: it knows neither Drools nor the
 * possibility form. A condition has solutions: values for its variables, and what has to be present and absent for them. What
 * stands inside a {@code not} becomes an atom with rules of its own; an {@code exists} is a join whose variables are forgotten.
 */
final class Grounder {

    /** One way to meet conditions. */
    private record Solution(Map<String, String> values, List<Atom> present, List<Atom> absent) {

        Solution with(Map<String, String> bound, Atom atom) {
            return new Solution(bound, GroundRule.plus(present, atom), absent);
        }

        Solution without(Atom atom) {
            return new Solution(values, present, GroundRule.plus(absent, atom));
        }

        Solution forgetting(Map<String, String> before) {
            return new Solution(before, present, absent);
        }
    }

    private final Map<String, List<Fact>> facts = new HashMap<>();
    private final Set<GroundRule> rules = new HashSet<>();

    private Grounder(Collection<Fact> couldHold) {
        couldHold.forEach(fact -> facts.computeIfAbsent(fact.type().typeName(), any -> new ArrayList<>())
                .add(fact));
    }

    /** The rules for everything that could follow from the facts if no absence ever failed. */
    static Set<GroundRule> ground(Collection<RuleCard> cards, Collection<Fact> stated) {
        Set<Fact> couldHold = new HashSet<>(stated);
        while (true) {
            Grounder grounder = new Grounder(couldHold);
            cards.forEach(grounder::add);
            boolean grown = false;
            for (GroundRule rule : grounder.rules) {
                grown |= rule.head() instanceof Atom.Holds holds && couldHold.add(holds.fact());
            }
            if (!grown) {
                return grounder.rules;
            }
        }
    }

    private void add(RuleCard card) {
        for (Solution each : solutions(new And(card.conditions(), card.at()), Map.of())) {
            Atom head = new Atom.Holds(concluded(card.conclusion(), each.values()));
            rules.add(new GroundRule(head, each.present(), each.absent()));
        }
    }

    private static Fact concluded(Conclusion conclusion, Map<String, String> values) {
        FactType type = conclusion.type();
        return type.create(conclusion.arguments().stream()
                .map(argument -> Match.value(argument, values))
                .toList());
    }

    private List<Solution> solutions(RuleCondition condition, Map<String, String> values) {
        return extend(new Solution(values, List.of(), List.of()), condition);
    }

    /** All ways to meet a condition besides what is met already. A later {@code Accumulate} is one more case here. */
    private List<Solution> extend(Solution before, RuleCondition condition) {
        if (condition instanceof Pattern pattern) {
            return matches(before, pattern);
        } else if (condition instanceof Not not) {
            return List.of(before.without(met(not.inner(), before.values())));
        } else if (condition instanceof Exists exists) {
            return extend(before, exists.inner()).stream()
                    .map(each -> each.forgetting(before.values()))
                    .toList();
        } else if (condition instanceof Or or) {
            return or.conditions().stream()
                    .flatMap(each -> extend(before, each).stream())
                    .toList();
        } else if (condition instanceof And and) {
            return all(before, and.conditions());
        }
        throw new IllegalArgumentException("The oracle does not know " + condition);
    }

    private List<Solution> all(Solution before, List<RuleCondition> conditions) {
        List<Solution> solutions = List.of(before);
        for (RuleCondition condition : conditions) {
            solutions = solutions.stream()
                    .flatMap(each -> extend(each, condition).stream())
                    .toList();
        }
        return solutions;
    }

    private List<Solution> matches(Solution before, Pattern pattern) {
        return facts.getOrDefault(pattern.type(), List.of()).stream()
                .flatMap(
                        fact -> Match.of(pattern, fact, before.values())
                                .map(values -> before.with(values, new Atom.Holds(fact)))
                                .stream())
                .toList();
    }

    private Atom met(RuleCondition inner, Map<String, String> values) {
        Atom met = new Atom.Met(inner, values);
        for (Solution each : solutions(inner, values)) {
            rules.add(new GroundRule(met, each.present(), each.absent()));
        }
        return met;
    }
}
