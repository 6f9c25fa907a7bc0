package org.demarche.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.model.Fact;
import org.demarche.model.FactType;
import org.demarche.model.FieldType;
import org.demarche.rules.Expression;
import org.demarche.rules.RuleCondition.Comparison;
import org.demarche.rules.RuleCondition.Constraint;
import org.demarche.rules.RuleCondition.Pattern;

/** Says what a rule asks of the values of a fact beyond what the sentence of the fact says: that Bland is not Aland. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class TestWords {

    private static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry("==", "is"),
            Map.entry("!=", "is not"),
            Map.entry("<", "comes before"),
            Map.entry("<=", "does not come after"),
            Map.entry(">", "comes after"),
            Map.entry(">=", "does not come before"),
            Map.entry("matches", "has the form"),
            Map.entry("not matches", "does not have the form"),
            Map.entry("contains", "contains"),
            Map.entry("not contains", "does not contain"));
    private static final Map<String, String> OF_NUMBERS =
            Map.of("<", "is less than", "<=", "is at most", ">", "is more than", ">=", "is at least");

    private final Sentences sentences;
    private final Bindings bindings;

    /** One phrase for each test that the fact's own sentence does not show. */
    List<String> of(Pattern pattern, Fact fact) {
        List<String> tests = new ArrayList<>();
        for (Constraint constraint : pattern.constraints()) {
            boolean shown = constraint.plain()
                    && constraint.comparisons().stream()
                            .allMatch(each -> each.operator().equals("=="));
            if (!shown) {
                tests.add(phrase(constraint, fact));
            }
        }
        return tests;
    }

    private String phrase(Constraint constraint, Fact fact) {
        Expression expression = flat(constraint.expression());
        if (expression instanceof Expression.Any any && oneOf(any)) {
            Comparison first = ((Expression.Compare) any.parts().get(0)).comparison();
            List<String> words = any.parts().stream()
                    .map(each -> operand(((Expression.Compare) each).comparison(), fact))
                    .toList();
            return value(fact, first.field()) + " is one of " + String.join(", ", words);
        }
        return phrase(expression, fact).orElse("its values meet `" + constraint.text() + "`");
    }

    private Optional<String> phrase(Expression expression, Fact fact) {
        if (expression instanceof Expression.Compare compare) {
            return Optional.ofNullable(OPERATORS.get(compare.comparison().operator()))
                    .map(operator -> phrase(compare.comparison(), fact));
        }
        if (!(expression instanceof Expression.All all)) {
            return Optional.empty();
        }
        List<Optional<String>> parts =
                all.parts().stream().map(each -> phrase(each, fact)).toList();
        return parts.stream().allMatch(Optional::isPresent)
                ? Optional.of(parts.stream().flatMap(Optional::stream).collect(Collectors.joining(", and ")))
                : Optional.empty();
    }

    private String phrase(Comparison comparison, Fact fact) {
        boolean number = fact.type()
                .field(comparison.field())
                .map(field -> field.type().isNumber())
                .orElse(false);
        String operator = number && OF_NUMBERS.containsKey(comparison.operator())
                ? OF_NUMBERS.getOrDefault(comparison.operator(), "")
                : OPERATORS.getOrDefault(comparison.operator(), comparison.operator());
        String left = number
                ? "its " + comparison.field() + ", " + fact.value(comparison.field()) + ","
                : value(fact, comparison.field());
        return left + " " + operator + " " + operand(comparison, fact);
    }

    /** An alternative between values of one field, as {@code in} makes it. */
    private static boolean oneOf(Expression.Any any) {
        return any.parts().stream()
                        .allMatch(each -> each instanceof Expression.Compare compare
                                && compare.comparison().operator().equals("=="))
                && any.parts().stream()
                                .map(each ->
                                        ((Expression.Compare) each).comparison().field())
                                .distinct()
                                .count()
                        == 1;
    }

    /** Without brackets around a single part. */
    static Expression flat(Expression expression) {
        if (expression instanceof Expression.All all) {
            List<Expression> parts = all.parts().stream()
                    .map(TestWords::flat)
                    .filter(each -> !each.equals(Expression.NOTHING))
                    .toList();
            return parts.size() == 1 ? parts.get(0) : new Expression.All(parts);
        }
        if (expression instanceof Expression.Any any) {
            List<Expression> parts = any.parts().stream().map(TestWords::flat).toList();
            return parts.size() == 1 ? parts.get(0) : new Expression.Any(parts);
        }
        return expression;
    }

    private String operand(Comparison comparison, Fact fact) {
        return bindings.value(comparison.operand(), fact)
                .map(value -> word(fact.type(), comparison.field(), value))
                .orElse("something");
    }

    private String value(Fact fact, String field) {
        return fact.type().field(field).isEmpty() ? "it" : word(fact.type(), field, fact.value(field));
    }

    private String word(FactType type, String field, String value) {
        FieldType kind = type.field(field).map(FactType.Field::type).orElse(FieldType.NAME);
        if (value.isEmpty()) {
            return "nothing";
        }
        return switch (kind) {
            case ACTOR, PARTY, SUBJECT -> sentences.name(value);
            default -> "“" + value + "”";
        };
    }
}
