package org.demarche.explain.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.demarche.inference.Value;
import org.demarche.model.Fact;
import org.demarche.model.FieldType;
import org.demarche.rules.Comparing;
import org.demarche.rules.Expression;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCondition.Binding;
import org.demarche.rules.RuleCondition.Comparison;
import org.demarche.rules.RuleCondition.Constraint;
import org.demarche.rules.RuleCondition.Pattern;

/**
 * What the variables of a rule stand for so far, and how facts fare with what its patterns ask. A variable that nothing has given a
 * value yet takes the first that it is compared with: so that something is known of the variables of a condition that is not met.
 *
 * @param values the values of fields, by variable
 * @param labelled the facts that have a variable of their own, by it
 * @param results what accumulates came to, by variable
 */
public record Scope(Map<String, String> values, Map<String, Fact> labelled, Map<String, Value> results) {

    private static final java.util.regex.Pattern FIELD =
            java.util.regex.Pattern.compile("(\\$\\w+)\\.(\\w+)(?:\\(\\))?");

    public static final Scope EMPTY = new Scope(Map.of(), Map.of(), Map.of());

    public Scope {
        values = Map.copyOf(values);
        labelled = Map.copyOf(labelled);
        results = Map.copyOf(results);
    }

    /** What is known after facts have matched patterns, one each. */
    public static Scope of(List<Pattern> patterns, List<Fact> facts) {
        Scope scope = EMPTY;
        for (int i = 0; i < facts.size() && i < patterns.size(); i++) {
            scope = scope.match(patterns.get(i), facts.get(i)).orElse(scope);
        }
        return scope;
    }

    Scope with(String variable, String value) {
        Map<String, String> more = new HashMap<>(values);
        more.put(variable, value);
        return new Scope(more, labelled, results);
    }

    Scope with(Map<String, Value> more) {
        Map<String, Value> all = new HashMap<>(results);
        all.putAll(more);
        return new Scope(values, labelled, all);
    }

    /** With what another one knows of some variables. */
    Scope with(Scope other, Set<String> variables) {
        Scope scope = this;
        for (String variable : new TreeSet<>(variables)) {
            Optional<String> value = other.value(variable);
            scope = value.isPresent() ? scope.with(variable, value.get()) : scope;
        }
        return scope;
    }

    private Scope with(String label, Fact fact) {
        Map<String, Fact> more = new HashMap<>(labelled);
        more.put(label, fact);
        return new Scope(values, more, results);
    }

    /** The value of a variable, as a text. */
    public Optional<String> value(String variable) {
        return Optional.ofNullable(values.get(variable))
                .or(() -> Optional.ofNullable(results.get(variable)).map(Value::toString));
    }

    /** What is known after a fact has matched a pattern; empty when it does not match. */
    public Optional<Scope> match(Pattern pattern, Fact fact) {
        if (!pattern.type().equals(fact.type().typeName())) {
            return Optional.empty();
        }
        Scope scope = this;
        for (Constraint constraint : pattern.constraints()) {
            Optional<Scope> next = scope.match(constraint, fact);
            if (next.isEmpty()) {
                return next;
            }
            scope = next.get();
        }
        return Optional.of(pattern.label().isEmpty() ? scope : scope.with(pattern.label(), fact));
    }

    /** The tests that a fact of the pattern's kind fails. */
    public List<Constraint> failing(Pattern pattern, Fact fact) {
        return pattern.constraints().stream()
                .filter(constraint -> !meets(constraint, fact))
                .toList();
    }

    /** Whether a fact meets a test. */
    boolean meets(Constraint constraint, Fact fact) {
        return match(constraint, fact).isPresent();
    }

    private Optional<Scope> match(Constraint constraint, Fact fact) {
        Scope scope = this;
        for (Binding binding : constraint.bindings()) {
            String value = fact.value(binding.field());
            Optional<String> known = value(binding.variable());
            if (known.isPresent() && !known.get().equals(value)) {
                return Optional.empty();
            }
            scope = known.isPresent() ? scope : scope.with(binding.variable(), value);
        }
        return scope.meets(constraint.expression(), fact);
    }

    private Optional<Scope> meets(Expression expression, Fact fact) {
        if (expression instanceof Expression.Compare compare) {
            return meets(compare.comparison(), fact);
        }
        if (expression instanceof Expression.All all) {
            Optional<Scope> scope = Optional.of(this);
            for (Expression part : all.parts()) {
                scope = scope.flatMap(known -> known.meets(part, fact));
            }
            return scope;
        }
        if (expression instanceof Expression.Any any) {
            return any.parts().stream()
                    .flatMap(part -> meets(part, fact).stream())
                    .findFirst();
        }
        if (expression instanceof Expression.Opposite opposite) {
            return opposite.of() instanceof Expression.Unread
                            || meets(opposite.of(), fact).isEmpty()
                    ? Optional.of(this)
                    : Optional.empty();
        }
        // Only the engine can tell: the benefit of the doubt.
        return Optional.of(this);
    }

    private Optional<Scope> meets(Comparison comparison, Fact fact) {
        boolean wanted = comparison.operator().equals("==");
        if (comparison.field().equals("this")) {
            Optional<Fact> other = comparison.operand() instanceof Operand.Variable variable
                    ? Optional.ofNullable(labelled.get("$" + variable.name()))
                    : Optional.empty();
            return other.isEmpty() || other.get().equals(fact) == wanted ? Optional.of(this) : Optional.empty();
        }
        if (fact.type().field(comparison.field()).isEmpty()) {
            return Optional.of(this);
        }
        String left = fact.value(comparison.field());
        Optional<String> right = value(comparison.operand(), fact);
        if (right.isEmpty()) {
            return Optional.of(
                    wanted && comparison.operand() instanceof Operand.Variable variable
                            ? with(variable.name(), left)
                            : this);
        }
        FieldType type = fact.type().field(comparison.field()).orElseThrow().type();
        return Comparing.holds(type, left, comparison.operator(), right.get()) ? Optional.of(this) : Optional.empty();
    }

    /** The value that a test compares with; empty when nothing has given it one. */
    public Optional<String> value(Operand operand, Fact fact) {
        if (operand instanceof Operand.Text text) {
            return Optional.of(text.value());
        }
        if (operand instanceof Operand.Variable variable) {
            return value(variable.name());
        }
        if (!(operand instanceof Operand.Other other)) {
            return Optional.empty();
        }
        if (fact.type().field(other.written()).isPresent()) {
            return Optional.of(fact.value(other.written()));
        }
        return value(other);
    }

    /** The value of a field of another fact, {@code $x.actor}. */
    public Optional<String> value(Operand.Other other) {
        Matcher field = FIELD.matcher(other.written());
        return field.matches()
                ? Optional.ofNullable(labelled.get(field.group(1)))
                        .filter(fact -> fact.type().field(field.group(2)).isPresent())
                        .map(fact -> fact.value(field.group(2)))
                : Optional.empty();
    }

    /** The values that a pattern asks for outright, by field. */
    public Map<String, String> asked(Pattern pattern) {
        Map<String, String> asked = new HashMap<>();
        Optional<org.demarche.model.FactType> type = pattern.kind();
        for (Constraint constraint : pattern.constraints()) {
            for (Binding binding : constraint.bindings()) {
                value(binding.variable()).ifPresent(value -> asked.putIfAbsent(binding.field(), value));
            }
            if (constraint.plain()) {
                constraint.comparisons().stream()
                        .filter(each -> each.operator().equals("=="))
                        .forEach(each -> value(each.operand()).ifPresent(value -> asked.put(each.field(), value)));
            }
        }
        asked.keySet()
                .removeIf(field -> type.flatMap(known -> known.field(field)).isEmpty());
        return asked;
    }

    Optional<String> value(Operand operand) {
        if (operand instanceof Operand.Text text) {
            return Optional.of(text.value());
        }
        if (operand instanceof Operand.Variable variable) {
            return value(variable.name());
        }
        return operand instanceof Operand.Other other ? value(other) : Optional.empty();
    }
}
