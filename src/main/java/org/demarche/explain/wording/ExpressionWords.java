package org.demarche.explain.wording;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.demarche.model.FactType;
import org.demarche.model.FieldType;
import org.demarche.rules.Expression;
import org.demarche.rules.Expression.All;
import org.demarche.rules.Expression.Any;
import org.demarche.rules.Expression.Compare;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCondition.Comparison;

/** Says what a test asks of the values of a fact: "its date comes before 2031-04-02", "the actor must not be Bland". */
@RequiredArgsConstructor
final class ExpressionWords {

    /** How an operator is said of what is so, and of what must be so. */
    private record Said(String is, String must) {}

    private static final Map<String, Said> OPERATORS = Map.ofEntries(
            Map.entry("==", new Said("is", "be")),
            Map.entry("!=", new Said("is not", "not be")),
            Map.entry("<", new Said("comes before", "come before")),
            Map.entry("<=", new Said("does not come after", "not come after")),
            Map.entry(">", new Said("comes after", "come after")),
            Map.entry(">=", new Said("does not come before", "not come before")),
            Map.entry("matches", new Said("has the form", "have the form")),
            Map.entry("not matches", new Said("does not have the form", "not have the form")),
            Map.entry("contains", new Said("contains", "contain")),
            Map.entry("not contains", new Said("does not contain", "not contain")));
    private static final Map<String, Said> OF_NUMBERS = Map.of(
            "<", new Said("is less than", "be less than"),
            "<=", new Said("is at most", "be at most"),
            ">", new Said("is more than", "be more than"),
            ">=", new Said("is at least", "be at least"));

    /** Of a declared type, whose values are written behind their fields: "points: at most 1.5". */
    private static final Map<String, String> BEHIND_FIELD = Map.ofEntries(
            Map.entry("!=", "not "),
            Map.entry("<", "before "),
            Map.entry("<=", "not after "),
            Map.entry(">", "after "),
            Map.entry(">=", "not before "),
            Map.entry("matches", "of the form "),
            Map.entry("not matches", "not of the form "));

    private static final Map<String, String> NUMBER_BEHIND_FIELD =
            Map.of("<", "less than ", "<=", "at most ", ">", "more than ", ">=", "at least ");

    private final Sentences sentences;
    private final FactType type;

    /** What an operand stands for; empty when that is not known. */
    private final Function<Operand, Optional<String>> values;

    /**
     * That it is so.
     *
     * @param subject how a field is spoken of at the beginning of a clause
     * @return empty where only the rule's own text says it
     */
    Optional<String> is(Expression expression, Function<String, String> subject) {
        return said(flat(expression), subject, false);
    }

    /** That it must be so. */
    Optional<String> must(Expression expression, Function<String, String> subject) {
        return said(flat(expression), subject, true);
    }

    /**
     * What a test asks of a field of a declared type, as it can stand in the place of a value: {@code points: at most 1.5}.
     *
     * @return empty where it takes a sentence to say it
     */
    Optional<String> behindField(Expression expression) {
        if (!(flat(expression) instanceof Compare compare)) {
            return Optional.empty();
        }
        Comparison comparison = compare.comparison();
        Optional<FactType.Field> field = type.field(comparison.field()).filter(any -> type.isDeclared());
        String operator = comparison.operator();
        String words = field.filter(each -> each.type().isNumber())
                .map(each -> NUMBER_BEHIND_FIELD.get(operator))
                .orElse(BEHIND_FIELD.get(operator));
        String operand = values.apply(comparison.operand()).orElse("something");
        return field.filter(each -> words != null)
                .map(each -> each.name() + ": "
                        + (each.type() == FieldType.TRUTH ? String.valueOf(operand.equals("false")) : words + operand));
    }

    /** Whether a test asks nothing more of a field of a declared type than its value shows. */
    boolean shows(Expression expression, Map<String, String> known) {
        if (!type.isDeclared() || !(flat(expression) instanceof Compare compare)) {
            return false;
        }
        Comparison comparison = compare.comparison();
        Optional<FactType.Field> field = type.field(comparison.field());
        String value = known.get(comparison.field());
        Optional<String> operand = values.apply(comparison.operand());
        if (field.isEmpty() || value == null || operand.isEmpty()) {
            return false;
        }
        int order = field.get().type().compare(value, operand.get());
        return switch (comparison.operator()) {
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            default -> false;
        };
    }

    private Optional<String> said(Expression expression, Function<String, String> subject, boolean must) {
        if (expression instanceof Compare compare) {
            return comparison(compare.comparison(), subject, must);
        }
        if (expression instanceof Any any) {
            return alternatives(any)
                    .map(words -> subject.apply(fieldOf(any.parts())) + (must ? " must be " : " is ") + words)
                    .or(() -> joined(any.parts(), " or ", subject, must));
        }
        if (expression instanceof All all) {
            return exceptions(all)
                    .map(words -> subject.apply(fieldOf(all.parts())) + (must ? " must be " : " is ") + words)
                    .or(() -> joined(all.parts(), " and ", subject, must));
        }
        if (expression instanceof Expression.Opposite opposite) {
            return said(flat(opposite.of()), subject, false)
                    .map(clause -> (must ? "it must not be so that " : "it is not so that ") + clause);
        }
        return Optional.empty();
    }

    private Optional<String> joined(
            List<Expression> parts, String word, Function<String, String> subject, boolean must) {
        List<Optional<String>> clauses =
                parts.stream().map(part -> said(part, subject, must)).toList();
        return clauses.stream().allMatch(Optional::isPresent)
                ? Optional.of(clauses.stream().flatMap(Optional::stream).collect(Collectors.joining(word)))
                : Optional.empty();
    }

    private Optional<String> comparison(Comparison comparison, Function<String, String> subject, boolean must) {
        if (comparison.field().equals("this")) {
            boolean same = comparison.operator().equals("==");
            return Optional.of("it " + (must ? "must be " : "is ") + (same ? "the same one" : "another one"));
        }
        if (values.apply(comparison.operand()).filter(String::isEmpty).isPresent()) {
            boolean named = comparison.operator().equals("!=");
            return Optional.of(subject.apply(comparison.field())
                    + (must ? " must " : " is ")
                    + (named ? "" : "not ")
                    + (must ? "be named" : "named"));
        }
        boolean number = type.field(comparison.field())
                .filter(field -> field.type().isNumber())
                .isPresent();
        Said operator = number
                ? OF_NUMBERS.getOrDefault(comparison.operator(), OPERATORS.get(comparison.operator()))
                : OPERATORS.get(comparison.operator());
        if (operator == null) {
            return Optional.empty();
        }
        String operand = values.apply(comparison.operand())
                .map(value -> word(comparison.field(), value))
                .orElse("something");
        return Optional.of(subject.apply(comparison.field()) + " " + (must ? "must " + operator.must() : operator.is())
                + " " + operand);
    }

    /** "Bland, Cland or Dland" of an alternative between values of one field, as {@code in} makes it. */
    private Optional<String> alternatives(Any any) {
        return values(any.parts(), "==").map(Sentences::or);
    }

    /** "neither Bland nor Cland" of values that one field must not have, as {@code not in} makes it. */
    private Optional<String> exceptions(All all) {
        return all.parts().size() < 2
                ? Optional.empty()
                : values(all.parts(), "!=").map(words -> "neither " + String.join(" nor ", words));
    }

    /** The values with which one field is compared, all by the same operator; empty where it is not so. */
    private Optional<List<String>> values(List<Expression> parts, String operator) {
        boolean alike = parts.stream()
                .allMatch(each -> each instanceof Compare compare
                        && compare.comparison().operator().equals(operator)
                        && compare.comparison().field().equals(fieldOf(parts))
                        && values.apply(compare.comparison().operand())
                                .filter(String::isEmpty)
                                .isEmpty());
        return alike
                ? Optional.of(parts.stream()
                        .map(each -> ((Compare) each).comparison())
                        .map(each -> values.apply(each.operand())
                                .map(value -> word(each.field(), value))
                                .orElse("something"))
                        .toList())
                : Optional.empty();
    }

    private static String fieldOf(List<Expression> parts) {
        return parts.get(0) instanceof Compare compare ? compare.comparison().field() : "";
    }

    /** A value as it is said: the name of an actor, the phrase of a term, else the word itself. */
    String word(String field, String value) {
        FieldType kind = type.field(field).map(FactType.Field::type).orElse(FieldType.NAME);
        if (value.isEmpty()) {
            return "nothing";
        }
        if (type.isDeclared()) {
            return value;
        }
        return switch (kind) {
            case ACTOR, PARTY, SUBJECT -> sentences.name(value);
            case DATE -> value;
            case ANSWER -> "“" + sentences.answerWords(value) + "”";
            default -> kind.isNumber() ? value : sentences.actor(value).orElse("“" + value + "”");
        };
    }

    /** Without brackets around a single part. */
    static Expression flat(Expression expression) {
        if (expression instanceof All all) {
            List<Expression> parts = all.parts().stream()
                    .map(ExpressionWords::flat)
                    .filter(each -> !each.equals(Expression.NOTHING))
                    .toList();
            return parts.size() == 1 ? parts.get(0) : new All(parts);
        }
        if (expression instanceof Any any) {
            List<Expression> parts =
                    any.parts().stream().map(ExpressionWords::flat).toList();
            return parts.size() == 1 ? parts.get(0) : new Any(parts);
        }
        return expression;
    }
}
