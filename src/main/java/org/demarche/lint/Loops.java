package org.demarche.lint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.model.FactType;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.rules.RuleCondition.Comparison;
import org.demarche.rules.RuleCondition.Constraint;
import org.demarche.rules.RuleCondition.Not;
import org.demarche.rules.RuleCondition.Pattern;
import org.demarche.rules.RuleWords;
import org.demarche.source.Problem;

/** Rules that need something absent to which what they conclude can lead: where that happens, rules contradict themselves. */
final class Loops implements Lint {

    @Override
    public List<Problem> find(Examined examined) {
        List<RuleCard> rules = List.copyOf(examined.rules());
        Map<String, List<String>> next = new HashMap<>();
        Map<String, Map<String, Pattern>> blocks = new LinkedHashMap<>();
        for (RuleCard card : rules) {
            List<Pattern> negated = negated(card.conditions());
            for (RuleCard other : rules) {
                if (RuleWords.patterns(card.conditions()).stream().anyMatch(each -> mayMatch(other, each))) {
                    next.computeIfAbsent(other.id(), any -> new ArrayList<>()).add(card.id());
                }
                negated.stream()
                        .filter(each -> mayMatch(other, each))
                        .findFirst()
                        .ifPresent(each -> blocks.computeIfAbsent(card.id(), any -> new LinkedHashMap<>())
                                .put(other.id(), each));
            }
        }
        List<Problem> problems = new ArrayList<>();
        for (RuleCard card : rules) {
            shortest(card.id(), blocks.getOrDefault(card.id(), Map.of()), next)
                    .ifPresent(way -> problems.add(problem(card, way)));
        }
        return problems;
    }

    private static Problem problem(RuleCard card, List<String> way) {
        if (way.size() == 1) {
            return Check.SELF_DEFEATING_RULE
                    .at(card.at(), "Rule `" + card.id() + "` needs absent what it may itself conclude.")
                    .withHint(
                            "Where it would do so, it contradicts itself. Write down of whom it is not so, or conclude"
                                    + " something else.");
        }
        List<String> others = way.subList(1, way.size()).stream()
                .map(each -> "`" + each + "`")
                .toList();
        return Check.LOOP_THROUGH_NEGATION
                .at(
                        card.at(),
                        "Rule `" + card.id() + "` needs absent what may follow from its own conclusion, by way of "
                                + String.join(" and then ", others) + ".")
                .withHint("Where that happens, nothing decides which of them holds. Write down what does.");
    }

    /** From a rule along what uses its conclusion to one that concludes what it needs absent; the rule itself comes first. */
    private static Optional<List<String>> shortest(
            String rule, Map<String, Pattern> blockers, Map<String, List<String>> next) {
        Map<String, String> before = new HashMap<>();
        Deque<String> queue = new ArrayDeque<>(List.of(rule));
        before.put(rule, "");
        while (!queue.isEmpty()) {
            String current = queue.remove();
            if (blockers.containsKey(current)) {
                List<String> way = new ArrayList<>();
                for (String each = current; !each.isEmpty(); each = before.getOrDefault(each, "")) {
                    way.add(0, each);
                }
                return Optional.of(way);
            }
            for (String following : next.getOrDefault(current, List.of())) {
                if (before.putIfAbsent(following, current) == null) {
                    queue.add(following);
                }
            }
        }
        return Optional.empty();
    }

    private static List<Pattern> negated(List<RuleCondition> conditions) {
        List<Pattern> negated = new ArrayList<>();
        for (RuleCondition condition : conditions) {
            if (condition instanceof Not || condition instanceof Accumulate) {
                negated.addAll(RuleWords.patterns(List.of(condition)));
            } else if (condition instanceof RuleCondition.And and) {
                negated.addAll(negated(and.conditions()));
            } else if (condition instanceof RuleCondition.Or or) {
                negated.addAll(negated(or.conditions()));
            } else if (condition instanceof RuleCondition.Exists exists) {
                negated.addAll(negated(List.of(exists.inner())));
            }
        }
        return negated;
    }

    /** Whether what a rule concludes may match a pattern, judged by the texts on both sides. */
    private static boolean mayMatch(RuleCard card, Pattern pattern) {
        FactType type = card.conclusion().type();
        return pattern.type().equals(type.typeName())
                && pattern.constraints().stream()
                        .filter(Constraint::plain)
                        .flatMap(each -> each.comparisons().stream())
                        .allMatch(each -> mayMatch(card, type, each));
    }

    private static boolean mayMatch(RuleCard card, FactType type, Comparison comparison) {
        int field = type.indexOf(comparison.field());
        return field < 0
                || !comparison.operator().equals("==")
                || !(comparison.operand() instanceof Operand.Text)
                || !(card.conclusion().arguments().get(field) instanceof Operand.Text)
                || comparison.operand().equals(card.conclusion().arguments().get(field));
    }
}
