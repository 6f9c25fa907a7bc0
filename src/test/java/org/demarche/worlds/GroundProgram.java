package org.demarche.worlds;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A program without variables and its well-founded model in one scenario, worked out as the definition has it and as slowly: every
 * subset of elements between the two bounds is folded anew, and rules are swept until nothing moves.
 */
final class GroundProgram {

    /** One thing to accumulate: there where all of these hold and none of those does. Equal keys are one thing. */
    record Element(String key, Set<String> present, Set<String> absent, String value, int number) {}

    /** That what is there of these meets a test, or, negated, that it does not. */
    record Aggregate(List<Element> elements, Predicate<List<Element>> test, boolean negated) {}

    record Rule(String head, Set<String> present, Set<String> absent, List<Aggregate> aggregates) {}

    private final List<Rule> rules;
    private final Set<String> stated;
    private Set<String> lower = Set.of();
    private Set<String> upper;

    GroundProgram(List<Rule> rules, Set<String> stated) {
        this.rules = rules;
        this.stated = stated;
        this.upper = new HashSet<>(stated);
        rules.forEach(rule -> upper.add(rule.head()));
        Set<String> lowerBefore;
        Set<String> upperBefore;
        do {
            lowerBefore = lower;
            upperBefore = upper;
            upper = closure(true);
            lower = closure(false);
        } while (!lower.equals(lowerBefore) || !upper.equals(upperBefore));
    }

    String truth(String atom) {
        return lower.contains(atom) ? "true" : upper.contains(atom) ? "undefined" : "false";
    }

    private Set<String> closure(boolean possible) {
        Set<String> holds = new HashSet<>(stated);
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Rule rule : rules) {
                if (!holds.contains(rule.head()) && fires(rule, holds, possible)) {
                    moved |= holds.add(rule.head());
                }
            }
        }
        return holds;
    }

    private boolean fires(Rule rule, Set<String> holds, boolean possible) {
        Set<String> blocking = possible ? lower : upper;
        return holds.containsAll(rule.present())
                && rule.absent().stream().noneMatch(blocking::contains)
                && rule.aggregates().stream().allMatch(each -> met(each, holds, possible));
    }

    private boolean met(Aggregate aggregate, Set<String> holds, boolean possible) {
        if (aggregate.negated()) {
            return possible ? !everyMeets(aggregate, lower, upper) : !someMeets(aggregate, lower, upper);
        }
        return possible ? someMeets(aggregate, lower, holds) : everyMeets(aggregate, holds, upper);
    }

    private boolean someMeets(Aggregate aggregate, Set<String> least, Set<String> most) {
        return subsets(aggregate, least, most).stream().anyMatch(aggregate.test());
    }

    private boolean everyMeets(Aggregate aggregate, Set<String> least, Set<String> most) {
        return subsets(aggregate, least, most).stream().allMatch(aggregate.test());
    }

    private List<List<Element>> subsets(Aggregate aggregate, Set<String> least, Set<String> most) {
        Map<String, Element> certain = there(aggregate, least, upper);
        Map<String, Element> open = there(aggregate, most, lower);
        certain.keySet().forEach(open::remove);
        List<List<Element>> subsets = new ArrayList<>(List.of(List.copyOf(certain.values())));
        for (Element element : open.values()) {
            for (List<Element> subset : List.copyOf(subsets)) {
                List<Element> with = new ArrayList<>(subset);
                with.add(element);
                subsets.add(with);
            }
        }
        return subsets;
    }

    private static Map<String, Element> there(Aggregate aggregate, Set<String> holds, Set<String> blocking) {
        Map<String, Element> there = new LinkedHashMap<>();
        aggregate.elements().stream()
                .filter(each -> holds.containsAll(each.present())
                        && each.absent().stream().noneMatch(blocking::contains))
                .forEach(each -> there.put(each.key(), each));
        return there;
    }
}
