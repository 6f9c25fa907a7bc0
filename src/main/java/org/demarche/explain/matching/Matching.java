package org.demarche.explain.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.inference.Fold;
import org.demarche.inference.ResultTests;
import org.demarche.inference.Value;
import org.demarche.model.Fact;
import org.demarche.model.FactType;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.rules.RuleCondition.And;
import org.demarche.rules.RuleCondition.Exists;
import org.demarche.rules.RuleCondition.Not;
import org.demarche.rules.RuleCondition.Or;
import org.demarche.rules.RuleCondition.Pattern;
import org.demarche.rules.RuleCondition.Result;
import org.demarche.rules.RuleWords;
import org.demarche.worlds.Label;

/**
 * Where conditions of rules are met, straight from what they say and from where facts hold: for what the engine has not matched because
 * something before it was missing.
 */
public final class Matching {

    private final Known known;

    public Matching(Known known) {
        this.known = known;
    }

    /**
     * One way in which a condition is met.
     *
     * @param facts the facts that its patterns matched
     * @param holds where it is met definitely
     * @param mayHold where it is met, or that is undefined
     */
    public record Match(Scope scope, List<Fact> facts, Label holds, Label mayHold) {
        public Match {
            facts = List.copyOf(facts);
        }
    }

    /** All ways in which a condition is met somewhere. */
    public List<Match> of(RuleCondition condition, Scope scope) {
        return of(condition, new Match(scope, List.of(), known.possible(), known.possible()));
    }

    private List<Match> of(RuleCondition condition, Match before) {
        if (condition instanceof Pattern pattern) {
            return pattern(pattern, before);
        }
        if (condition instanceof And and) {
            List<Match> matches = List.of(before);
            for (RuleCondition each : and.conditions()) {
                List<Match> next = new ArrayList<>();
                matches.forEach(match -> next.addAll(of(each, match)));
                matches = next;
            }
            return matches;
        }
        if (condition instanceof Or or) {
            List<Match> matches = new ArrayList<>();
            or.conditions().forEach(each -> matches.addAll(of(each, before)));
            return matches;
        }
        if (condition instanceof Not not) {
            Where where = where(not.inner(), before.scope());
            return some(
                    before.scope(),
                    before.facts(),
                    before.holds().minus(where.mayHold()),
                    before.mayHold().minus(where.holds()));
        }
        if (condition instanceof Exists exists) {
            Where where = where(exists.inner(), before.scope());
            return some(
                    before.scope(),
                    before.facts(),
                    before.holds().and(where.holds()),
                    before.mayHold().and(where.mayHold()));
        }
        return accumulate((Accumulate) condition, before);
    }

    private static List<Match> some(Scope scope, List<Fact> facts, Label holds, Label mayHold) {
        return mayHold.isEmpty() ? List.of() : List.of(new Match(scope, facts, holds, mayHold));
    }

    private List<Match> pattern(Pattern pattern, Match before) {
        List<Match> matches = new ArrayList<>();
        for (Known.Item item : known.candidates(pattern, before.scope())) {
            Optional<Scope> scope = before.scope().match(pattern, item.fact());
            if (scope.isPresent()) {
                List<Fact> facts = new ArrayList<>(before.facts());
                facts.add(item.fact());
                matches.addAll(some(
                        scope.get(),
                        facts,
                        before.holds().and(item.holds()),
                        before.mayHold().and(item.mayHold())));
            }
        }
        return matches;
    }

    /** Where a condition is met in some way. */
    record Where(Label holds, Label mayHold) {}

    Where where(RuleCondition condition, Scope scope) {
        Label holds = known.nowhere();
        Label mayHold = known.nowhere();
        for (Match match : of(condition, scope)) {
            holds = holds.or(match.holds());
            mayHold = mayHold.or(match.mayHold());
        }
        return new Where(holds, mayHold);
    }

    /** What an accumulate comes to where. */
    public record Comes(List<Value> results, Map<String, Value> named, Label label, boolean met) {}

    /** Everything that an accumulate comes to somewhere, whether it meets the tests of the rule or not. */
    public List<Comes> comes(Accumulate accumulate, Scope scope) {
        Map<Fold, Label> states = new LinkedHashMap<>();
        states.put(Fold.start(accumulate.functions()), known.possible());
        for (Map.Entry<List<Object>, Match> element :
                elements(accumulate, scope).entrySet()) {
            Match match = element.getValue();
            List<Value> values = values(accumulate, match.scope());
            Map<Fold, Label> next = new LinkedHashMap<>();
            states.forEach((state, label) -> {
                merge(next, state, label.minus(match.holds()));
                merge(next, state.add(values), label.and(match.holds()));
            });
            states = next;
        }
        List<Comes> comes = new ArrayList<>();
        states.forEach((state, label) -> state.result().ifPresent(results -> {
            Map<String, Value> named = new LinkedHashMap<>();
            for (int i = 0; i < results.size(); i++) {
                named.put(accumulate.results().get(i).variable(), results.get(i));
            }
            comes.add(new Comes(results, named, label, meets(accumulate, named, scope)));
        }));
        return comes;
    }

    /** What is taken of one match of what is accumulated, one value for each result. */
    public static List<Value> values(Accumulate accumulate, Scope scope) {
        return accumulate.results().stream()
                .map(result -> value(result, accumulate, scope))
                .toList();
    }

    private static boolean meets(Accumulate accumulate, Map<String, Value> named, Scope scope) {
        return new ResultTests(name -> Optional.ofNullable(named.get(name))
                        .or(() -> Optional.ofNullable(scope.results().get(name)))
                        .or(() -> scope.value(name).map(Value.Text::new))
                        .orElse(Value.ABSENT))
                .met(accumulate.tests());
    }

    private static void merge(Map<Fold, Label> states, Fold state, Label label) {
        if (!label.isEmpty()) {
            states.merge(state, label, Label::or);
        }
    }

    /** The same facts with the same values are one element, in however many ways they match. */
    private Map<List<Object>, Match> elements(Accumulate accumulate, Scope scope) {
        Map<List<Object>, Match> elements = new LinkedHashMap<>();
        for (Match match : of(accumulate.source(), scope)) {
            elements.merge(
                    List.of(match.facts(), match.scope().values()),
                    match,
                    (one, other) -> new Match(
                            one.scope(),
                            one.facts(),
                            one.holds().or(other.holds()),
                            one.mayHold().or(other.mayHold())));
        }
        return elements;
    }

    private static Value value(Result result, Accumulate accumulate, Scope scope) {
        Optional<String> text = scope.value(result.argument());
        boolean number = RuleWords.fieldOf(result.variable(), accumulate)
                .map(FactType.Field::type)
                .map(type -> type.isNumber())
                .orElse(false);
        return text.<Value>map(each ->
                        number && !each.isEmpty() ? new Value.Number(new BigDecimal(each)) : new Value.Text(each))
                .orElse(Value.ABSENT);
    }

    private List<Match> accumulate(Accumulate accumulate, Match before) {
        List<Match> matches = new ArrayList<>();
        for (Comes comes : comes(accumulate, before.scope())) {
            if (comes.met()) {
                matches.addAll(some(
                        before.scope().with(comes.named()),
                        before.facts(),
                        before.holds().and(comes.label()),
                        before.mayHold().and(comes.label())));
            }
        }
        return matches;
    }
}
