package org.demarche.explain.matching;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.model.Fact;
import org.demarche.model.FactType;
import org.demarche.rules.AccumulateFunction;
import org.demarche.rules.Expression;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.rules.RuleCondition.Comparison;
import org.demarche.rules.RuleCondition.Constraint;
import org.demarche.rules.RuleCondition.Pattern;
import org.demarche.rules.RuleCondition.Result;
import org.demarche.rules.RuleWords;

/**
 * Whether rules count a fact, or may count what follows from it. With one more or one less of what is counted something may come out that
 * could not when the rules fired: then only the rules themselves can tell.
 */
public final class Counting {

    /** What grows with what is counted. */
    private static final Set<AccumulateFunction> GROWING =
            Set.of(AccumulateFunction.COUNT, AccumulateFunction.COLLECT_SET, AccumulateFunction.COLLECT_LIST);

    /** Tests that are met all the better by more. */
    public static final Set<String> HELPED = Set.of(">", ">=", "contains");

    private final List<Pattern> counted;
    private final boolean ofConclusions;

    public Counting(Collection<RuleCard> cards) {
        this.counted = cards.stream()
                .flatMap(card -> RuleWords.accumulates(card.conditions()).filter(each -> !grows(each, card)))
                .flatMap(accumulate -> RuleWords.patterns(List.of(accumulate.source())).stream())
                .toList();
        this.ofConclusions = counted.stream()
                .anyMatch(pattern -> pattern.kind().filter(FactType::concluded).isPresent());
    }

    /** Only of the rules from which a fact may follow, and of those that decide which scenarios are possible. */
    public static Counting towards(Fact fact, Collection<RuleCard> cards) {
        List<RuleCard> leading = new ArrayList<>();
        Deque<Pattern> asked = new ArrayDeque<>();
        for (RuleCard card : cards) {
            FactType type = card.conclusion().type();
            boolean deciding = type == FactType.SETTLED || type == FactType.IMPOSSIBLE;
            if (deciding || Wanted.of(fact).concludedBy(card).isPresent()) {
                leading.add(card);
                asked.addAll(RuleWords.patterns(card.conditions()));
            }
        }
        while (!asked.isEmpty()) {
            Pattern pattern = asked.remove();
            if (pattern.kind().filter(FactType::concluded).isPresent()) {
                Wanted wanted = Wanted.of(pattern, Scope.EMPTY);
                for (RuleCard card : cards) {
                    if (!leading.contains(card) && wanted.concludedBy(card).isPresent()) {
                        leading.add(card);
                        asked.addAll(RuleWords.patterns(card.conditions()));
                    }
                }
            }
        }
        return new Counting(leading);
    }

    /** A pattern of what is accumulated that asks for a value where one is taken: without it nothing is taken. */
    public static Pattern valued(Accumulate accumulate, Pattern pattern) {
        Set<String> taken = accumulate.results().stream().map(Result::argument).collect(Collectors.toSet());
        List<Constraint> constraints = new ArrayList<>(pattern.constraints());
        pattern.bindings().stream()
                .filter(binding -> taken.contains(binding.variable()))
                .map(binding -> new Comparison(binding.field(), "!=", new Operand.Text(""), binding.at(), binding.at()))
                .map(some -> new Constraint(
                        some.field(), List.of(), List.of(some), true, new Expression.Compare(some), some.at()))
                .forEach(constraints::add);
        return new Pattern(pattern.type(), pattern.kind(), pattern.label(), constraints, pattern.at());
    }

    /** Whether the tests are met all the better by more of what is counted. */
    public static boolean helpedByMore(Accumulate accumulate) {
        return GROWING.containsAll(accumulate.functions())
                && accumulate.tests().stream().allMatch(test -> HELPED.contains(test.operator()));
    }

    /** Whether more of what is counted only helps, and the rule uses no more of the result than its tests. */
    private static boolean grows(Accumulate accumulate, RuleCard card) {
        Set<String> results =
                accumulate.results().stream().map(Result::variable).collect(Collectors.toSet());
        Stream<Operand> compared = RuleWords.accumulates(card.conditions())
                .filter(other -> !other.equals(accumulate))
                .flatMap(other -> other.tests().stream())
                .flatMap(test -> Stream.of(test.left(), test.right()))
                .map(operand -> operand instanceof Operand.Size size ? new Operand.Variable(size.variable()) : operand);
        Stream<Operand> used = Stream.concat(
                Stream.concat(card.conclusion().arguments().stream(), compared),
                RuleWords.patterns(card.conditions()).stream()
                        .flatMap(pattern -> pattern.constraints().stream())
                        .flatMap(constraint -> constraint.comparisons().stream())
                        .map(RuleCondition.Comparison::operand));
        return helpedByMore(accumulate)
                && accumulate.tests().stream()
                        .allMatch(
                                test -> test.right() instanceof Operand.Number || test.right() instanceof Operand.Text)
                && used.noneMatch(
                        operand -> operand instanceof Operand.Variable variable && results.contains(variable.name()));
    }

    public boolean counts(Fact fact) {
        return ofConclusions
                || counted.stream()
                        .anyMatch(pattern -> Scope.EMPTY.match(pattern, fact).isPresent());
    }
}
