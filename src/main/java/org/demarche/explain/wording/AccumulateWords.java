package org.demarche.explain.wording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.demarche.inference.Value;
import org.demarche.model.FactType;
import org.demarche.model.FieldType;
import org.demarche.rules.AccumulateFunction;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.rules.RuleCondition.Result;
import org.demarche.rules.RuleCondition.Test;
import org.demarche.rules.RuleWords;

/** Says what an {@code accumulate} comes to: "at least 3", "the latest date is 2031-04-02". */
@RequiredArgsConstructor
public final class AccumulateWords {

    private static final Map<String, String> NUMBERS = Map.of(
            "==",
            "is",
            "!=",
            "is not",
            "<",
            "is less than",
            "<=",
            "is at most",
            ">",
            "is more than",
            ">=",
            "is at least");
    private static final Map<String, String> TEXTS = Map.of(
            "==",
            "is",
            "!=",
            "is not",
            "<",
            "comes before",
            "<=",
            "does not come after",
            ">",
            "comes after",
            ">=",
            "does not come before",
            "contains",
            "contains",
            "not contains",
            "does not contain");
    private static final Map<String, String> QUANTITIES =
            Map.of("==", "", "<", "fewer than ", "<=", "at most ", ">", "more than ", ">=", "at least ");

    /** The kinds of values that the sentence of a fact shows. */
    private static final List<FieldType> SHOWN =
            List.of(FieldType.ACTOR, FieldType.PARTY, FieldType.SUBJECT, FieldType.TERM, FieldType.DATE);

    /** The kinds of values that a rule has names of its own for. */
    private static final Set<FieldType> NAMED = Set.of(FieldType.ACTOR, FieldType.PARTY, FieldType.SUBJECT);

    private static final Pattern ONCE = Pattern.compile("(.* )?1");

    private final Sentences sentences;
    private final Bindings bindings;

    /** What it comes to instead: "the number is 1". */
    public String results(Accumulate accumulate, Map<String, Value> named) {
        List<String> clauses = new ArrayList<>();
        for (Result result : accumulate.results()) {
            Value value = named.getOrDefault(result.variable(), Value.ABSENT);
            clauses.add(
                    result.function() == AccumulateFunction.COUNT
                            ? (value.toString().equals("1") ? "there is 1" : "there are " + value)
                            : phrase(result, accumulate) + " is "
                                    + (value.toString().isEmpty() ? "nothing" : Bindings.said(value, sentences)));
        }
        return String.join(" and ", clauses);
    }

    /** The same as a clause that can follow "that", with what is matched as a clause. */
    String clause(Accumulate accumulate, String source) {
        return quantity(accumulate)
                .map(quantity -> "in " + quantity + (ONCE.matcher(quantity).matches() ? " case " : " cases ") + source)
                .orElseGet(() -> {
                    String clauses = clauses(accumulate);
                    return clauses.isEmpty()
                            ? "in any number of cases, even none, " + source
                            : "among all cases in which " + source + ", " + clauses;
                });
    }

    /** "between 0 and 4 times", "the sum of credibility is 3, or is 6": what it comes to in different scenarios. */
    public String anyOf(Accumulate accumulate, List<Map<String, Value>> outcomes) {
        if (accumulate.results().size() == 1 && outcomes.size() > 2) {
            Result result = accumulate.results().get(0);
            List<Value> values = outcomes.stream()
                    .map(named -> named.getOrDefault(result.variable(), Value.ABSENT))
                    .filter(Value.Number.class::isInstance)
                    .sorted(Comparator.comparing(value -> ((Value.Number) value).value()))
                    .toList();
            if (values.size() == outcomes.size()) {
                return phrase(result, accumulate) + " is between " + values.get(0) + " and "
                        + values.get(values.size() - 1);
            }
        }
        return outcomes.stream()
                .map(named -> results(accumulate, named))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", or "));
    }

    /** "credibility 3": what is taken of an element, where its own sentence does not show it. */
    public String taken(Accumulate accumulate, List<Value> values) {
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < accumulate.results().size(); i++) {
            Result result = accumulate.results().get(i);
            FieldType type = field(result, accumulate).map(FactType.Field::type).orElse(FieldType.NAME);
            boolean shown = result.function() == AccumulateFunction.COUNT || SHOWN.contains(type);
            if (!shown && !values.get(i).toString().isEmpty()) {
                taken.add(fieldName(result, accumulate) + " " + Bindings.said(values.get(i), sentences));
            }
        }
        return taken.stream().distinct().collect(Collectors.joining(", "));
    }

    /** "3" or "at least 3", where only matches are counted. */
    private Optional<String> quantity(Accumulate accumulate) {
        if (accumulate.results().size() != 1 || accumulate.results().get(0).function() != AccumulateFunction.COUNT) {
            return Optional.empty();
        }
        Optional<String> known = bindings.result(accumulate.results().get(0).variable(), sentences);
        if (known.isPresent() || accumulate.tests().size() != 1) {
            return known;
        }
        Test test = accumulate.tests().get(0);
        boolean first = test.left() instanceof Operand.Variable variable
                && variable.name().equals(accumulate.results().get(0).variable());
        return first && QUANTITIES.containsKey(test.operator())
                ? Optional.of(QUANTITIES.get(test.operator()) + words(test.right(), accumulate))
                : Optional.empty();
    }

    private String clauses(Accumulate accumulate) {
        List<String> clauses = new ArrayList<>();
        for (Result result : accumulate.results()) {
            bindings.result(result.variable(), sentences)
                    .filter(value -> !sized(result, accumulate))
                    .ifPresent(value -> clauses.add(phrase(result, accumulate) + " is " + value));
        }
        for (Test test : accumulate.tests()) {
            if (!(test.left() instanceof Operand.Variable known
                    && bindings.result(known.name(), sentences).isPresent())) {
                clauses.add(collected(test, accumulate)
                        .orElseGet(() -> words(test.left(), accumulate) + " " + operator(test, accumulate) + " "
                                + words(test.right(), accumulate)));
            }
        }
        return String.join(" and ", clauses);
    }

    /** Whether only its size is asked for: what is in it is told below. */
    private static boolean sized(Result result, Accumulate accumulate) {
        return accumulate.tests().stream()
                .anyMatch(test -> test.left() instanceof Operand.Size size
                        && size.variable().equals(result.variable()));
    }

    /** "there are at least 2 different origins", "Bland is one of the origins". */
    private Optional<String> collected(Test test, Accumulate accumulate) {
        if (test.left() instanceof Operand.Size size && QUANTITIES.containsKey(test.operator())) {
            return result(size.variable(), accumulate)
                    .map(result ->
                            "there are " + QUANTITIES.get(test.operator()) + words(test.right(), accumulate) + " "
                                    + (result.function() == AccumulateFunction.COLLECT_SET ? "different " : "")
                                    + plural(fieldName(result, accumulate)));
        }
        if (test.left() instanceof Operand.Variable variable && test.operator().endsWith("contains")) {
            return result(variable.name(), accumulate)
                    .map(result -> words(test.right(), accumulate)
                            + (test.operator().startsWith("not ") ? " is not one of the " : " is one of the ")
                            + plural(fieldName(result, accumulate)));
        }
        return Optional.empty();
    }

    /** Fields are called by nouns, for the most part. */
    private static String plural(String field) {
        if (field.equals("about") || field.equals("because") || field.equals("other") || field.endsWith("s")) {
            return "values of “" + field + "”";
        }
        return field.endsWith("y") ? field.substring(0, field.length() - 1) + "ies" : field + "s";
    }

    private static String operator(Test test, Accumulate accumulate) {
        boolean number = test.left() instanceof Operand.Size
                || test.right() instanceof Operand.Size
                || test.left() instanceof Operand.Number
                || test.right() instanceof Operand.Number
                || test.left() instanceof Operand.Variable left
                        && accumulate.results().stream()
                                .anyMatch(each -> each.variable().equals(left.name()) && isNumber(each, accumulate));
        return (number ? NUMBERS : TEXTS).getOrDefault(test.operator(), test.operator());
    }

    private static boolean isNumber(Result result, Accumulate accumulate) {
        return result.function() == AccumulateFunction.COUNT
                || result.function().computes()
                || field(result, accumulate)
                        .map(FactType.Field::type)
                        .map(FieldType::isNumber)
                        .orElse(false);
    }

    private String words(Operand operand, Accumulate accumulate) {
        if (operand instanceof Operand.Number number) {
            return number.value().toPlainString();
        }
        if (operand instanceof Operand.Size size) {
            return result(size.variable(), accumulate)
                    .map(result ->
                            "the number of " + (result.function() == AccumulateFunction.COLLECT_SET ? "different " : "")
                                    + "values of " + fieldName(result, accumulate))
                    .orElse("the number of values");
        }
        if (operand instanceof Operand.Variable variable) {
            return result(variable.name(), accumulate)
                    .map(result -> phrase(result, accumulate))
                    .or(() -> bindings.value(operand).map(sentences::name))
                    .orElse("something else");
        }
        return bindings.value(operand).map(sentences::name).orElse("something");
    }

    private static Optional<Result> result(String variable, Accumulate accumulate) {
        return accumulate.results().stream()
                .filter(each -> each.variable().equals(variable))
                .findFirst();
    }

    private static String phrase(Result result, Accumulate accumulate) {
        String field = fieldName(result, accumulate);
        FieldType type = field(result, accumulate).map(FactType.Field::type).orElse(FieldType.NAME);
        boolean smallest = result.function() == AccumulateFunction.MIN;
        return switch (result.function()) {
            case COUNT -> "their number";
            case SUM -> "the sum of " + field;
            case AVERAGE -> "the average " + field;
            case COLLECT_LIST, COLLECT_SET -> "the list of " + plural(field);
            case MIN, MAX -> {
                String ofDates = smallest ? "the earliest " : "the latest ";
                String ofNumbers = smallest ? "the smallest " : "the largest ";
                String ofTexts = smallest ? "the first " : "the last ";
                yield (type == FieldType.DATE ? ofDates : type.isNumber() ? ofNumbers : ofTexts) + field;
            }
        };
    }

    private static String fieldName(Result result, Accumulate accumulate) {
        boolean called = result.argument().length() > 1
                && field(result, accumulate)
                        .filter(field -> NAMED.contains(field.type()))
                        .isPresent();
        return called
                ? ConditionWords.noun(result.argument())
                : field(result, accumulate).map(FactType.Field::name).orElse("value");
    }

    private static Optional<FactType.Field> field(Result result, Accumulate accumulate) {
        return RuleWords.fieldOf(result.variable(), accumulate);
    }
}
