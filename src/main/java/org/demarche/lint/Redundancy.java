package org.demarche.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.demarche.lint.Covering.Prepared;
import org.demarche.rules.RuleCard;
import org.demarche.source.Problem;

/** Rules of which one says no more than another, or the opposite. */
final class Redundancy implements Lint {

    private static final BiPredicate<List<String>, List<String>> THE_SAME = List::equals;

    /** How one rule stands to another. */
    private enum Relation {
        NONE,
        /** It adds nothing to the other, which is more general or strict where it is not. */
        SUBSUMED,
        /** The two say the same. */
        DUPLICATE
    }

    @Override
    public List<Problem> find(Examined examined) {
        List<Prepared> rules = examined.rules().stream().map(Prepared::of).toList();
        Map<Prepared, List<Prepared>> coverers = new LinkedHashMap<>();
        for (Prepared rule : rules) {
            List<Prepared> covering = rules.stream()
                    .filter(other -> other != rule && Covering.covers(other, rule, THE_SAME))
                    .toList();
            coverers.put(rule, covering);
        }
        Map<Prepared, List<Prepared>> better = new LinkedHashMap<>();
        coverers.forEach((rule, others) -> {
            List<Prepared> found = others.stream()
                    .filter(other -> goesBefore(rule, other, coverers))
                    .toList();
            if (!found.isEmpty()) {
                better.put(rule, found);
            }
        });
        List<Problem> problems = new ArrayList<>();
        better.forEach((rule, others) -> problems.add(redundant(rule, others, coverers, better.keySet())));
        List<Prepared> left =
                rules.stream().filter(rule -> !better.containsKey(rule)).toList();
        problems.addAll(opposites(left, new Opposites(examined.vocabulary())));
        return problems;
    }

    private static Relation relation(Prepared rule, Prepared other, Map<Prepared, List<Prepared>> coverers) {
        boolean both = coverers.getOrDefault(other, List.of()).contains(rule);
        if (both && rule.card().tendency() == other.card().tendency()) {
            return Relation.DUPLICATE;
        }
        // A tendency may fail: whatever else concludes the same adds to it.
        return other.card().tendency() ? Relation.NONE : Relation.SUBSUMED;
    }

    /** Whether the other one, which covers the rule, makes it superfluous; of those that say the same the first in order stays. */
    private static boolean goesBefore(Prepared rule, Prepared other, Map<Prepared, List<Prepared>> coverers) {
        return switch (relation(rule, other, coverers)) {
            case NONE -> false;
            case SUBSUMED -> true;
            case DUPLICATE -> other.card().id().compareTo(rule.card().id()) < 0;
        };
    }

    /** Told beside one that stays, so that a rule is told once and not with everything that repeats it. */
    private static Problem redundant(
            Prepared rule, List<Prepared> others, Map<Prepared, List<Prepared>> coverers, Set<Prepared> leaving) {
        Prepared other = others.stream()
                .filter(each -> !leaving.contains(each))
                .findFirst()
                .orElse(others.get(0));
        return relation(rule, other, coverers) == Relation.DUPLICATE
                ? duplicate(other.card(), rule.card())
                : subsumed(other.card(), rule.card());
    }

    private static List<Problem> opposites(List<Prepared> rules, Opposites opposites) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            for (int j = i + 1; j < rules.size(); j++) {
                Prepared one = rules.get(i);
                Prepared other = rules.get(j);
                BiPredicate<List<String>, List<String>> opposed = (ours, theirs) ->
                        opposites.exclude(one.card().conclusion().type(), ours, theirs);
                if (Covering.covers(one, other, opposed) && Covering.covers(other, one, opposed)) {
                    problems.add(opposite(one.card(), other.card()));
                }
            }
        }
        return problems;
    }

    private static Problem duplicate(RuleCard one, RuleCard other) {
        boolean tendency = other.tendency();
        return Check.DUPLICATE_RULE
                .at(
                        other.at(),
                        "Rule `" + other.id() + "` asks for the same as `" + one.id() + "` and concludes the same"
                                + (tendency ? ", and as tendencies they add up to more than either says." : "."))
                .withHint(
                        tendency
                                ? "Keep one of them, or say in their conditions in which they differ."
                                : "Keep one of them, with the sources of both.");
    }

    private static Problem subsumed(RuleCard general, RuleCard special) {
        return Check.SUBSUMED_RULE
                .at(
                        special.at(),
                        "Rule `" + special.id() + "` adds nothing: wherever it concludes something, `" + general.id()
                                + "` does too" + (special.tendency() ? ", and not only most times." : "."))
                .withHint("Leave one of them out, or write down in which they differ.");
    }

    private static Problem opposite(RuleCard one, RuleCard other) {
        return Check.OPPOSITE_CONCLUSIONS
                .at(
                        other.at(),
                        "Rules `" + one.id() + "` and `" + other.id()
                                + "` ask for the same, and what they conclude excludes each other.")
                .withHint("Write down the condition on which they differ.");
    }
}
