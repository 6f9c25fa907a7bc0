package org.demarche.compile;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.model.FactType;
import org.demarche.model.FieldType;
import org.demarche.rules.AccumulateFunction;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.rules.RuleCondition.Pattern;
import org.demarche.rules.RuleCondition.Result;
import org.demarche.rules.RuleCondition.Test;
import org.demarche.rules.RuleWords;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.jspecify.annotations.Nullable;

/** Checks the results and the tests of {@code accumulate}s: numbers are added and compared with numbers, texts with texts. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class AccumulateChecks {

    /** What a result is, where it is not simply the value of a field. */
    enum Kind {
        NUMBER("a number"),
        /** Which may have a fraction. */
        FRACTION("a number that may have a fraction"),
        TEXTS("a list");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        static boolean isNumber(@Nullable Kind kind) {
            return kind == NUMBER || kind == FRACTION;
        }
    }

    private final SourceText source;
    private final Problems problems;
    private final Misspelt misspelt;

    /** The field whose value each variable stands for; added to for results that are such a value. */
    private final Map<String, FactType.Field> fields;

    /** The results that are no such value; added to. */
    private final Map<String, Kind> kinds;

    /** @param inside the variables bound before and by the source */
    void checkResults(Accumulate accumulate, Set<String> inside) {
        for (Result result : accumulate.results()) {
            checkArgument(result, accumulate, inside);
            Optional<FactType.Field> field = Optional.ofNullable(fields.get(result.argument()));
            String variable = misspelt.meant(result.variable());
            if (result.function().collects()) {
                kinds.put(variable, Kind.TEXTS);
            } else if (!ofField(result.function())
                    || field.map(each -> each.type().isNumber()).orElse(false)) {
                kinds.put(variable, mayHaveFraction(result.function(), field) ? Kind.FRACTION : Kind.NUMBER);
            } else {
                field.ifPresent(each -> fields.put(variable, each));
            }
        }
    }

    private static boolean mayHaveFraction(AccumulateFunction function, Optional<FactType.Field> field) {
        return function == AccumulateFunction.AVERAGE
                || function != AccumulateFunction.COUNT
                        && field.map(each -> each.type() == FieldType.NUMBER).orElse(false);
    }

    private static boolean ofField(AccumulateFunction function) {
        return function == AccumulateFunction.MIN || function == AccumulateFunction.MAX;
    }

    private void checkArgument(Result result, Accumulate accumulate, Set<String> inside) {
        String argument = result.argument();
        if (argument.isEmpty()) {
            return;
        }
        if (!inside.contains(argument)) {
            problems.add(RuleChecks.unbound(source, argument, result.argumentAt(), inside));
        } else if (result.function() != AccumulateFunction.COUNT
                && (kinds.containsKey(argument) || !fields.containsKey(argument))) {
            error(
                    "bad-argument",
                    result.argumentAt(),
                    "`$" + argument + "` does not stand for the value of a field, which `"
                            + result.function().word() + "` needs.",
                    "Bind one in what is matched, as in `Report( $c : credibility )`.");
        } else if (result.function().computes()) {
            textField(argument, accumulate)
                    .ifPresent(field -> error(
                            "no-number",
                            result.argumentAt(),
                            "`" + result.function().word() + "` needs numbers, and `$" + argument
                                    + "` stands for a value of `" + field.name() + "`.",
                            "Numbers are only " + numberFields() + "."));
        }
    }

    /** A field that the variable may stand for and that is no number. */
    private Optional<FactType.Field> textField(String variable, Accumulate accumulate) {
        List<FactType.Field> bound = RuleWords.patterns(List.of(accumulate.source())).stream()
                .flatMap(pattern -> bound(pattern, variable))
                .toList();
        FactType.Field otherwise = fields.get(variable);
        return (bound.isEmpty() && otherwise != null ? List.of(otherwise) : bound)
                .stream().filter(field -> !field.type().isNumber()).findFirst();
    }

    private static java.util.stream.Stream<FactType.Field> bound(Pattern pattern, String variable) {
        return pattern.bindings().stream()
                .filter(binding -> binding.variable().equals(variable))
                .flatMap(binding -> pattern.kind().flatMap(type -> type.field(binding.field())).stream());
    }

    private static String numberFields() {
        return Arrays.stream(FactType.values())
                .flatMap(type -> type.fields().stream()
                        .filter(field -> field.type().isNumber())
                        .map(field -> "`" + field.name() + "` of " + type.typeName()))
                .collect(Collectors.joining(", "));
    }

    /** @param bound the variables bound before, and the results */
    void checkTests(Accumulate accumulate, Set<String> bound) {
        for (Test test : accumulate.tests()) {
            boolean known =
                    checkOperand(test.left(), test.at(), bound) & checkOperand(test.right(), test.rightAt(), bound);
            if (known) {
                checkKinds(test);
            }
        }
    }

    /** Whether it is something to compare with. */
    private boolean checkOperand(Operand operand, SourceLocation at, Set<String> bound) {
        String variable = operand instanceof Operand.Variable named
                ? named.name()
                : operand instanceof Operand.Size size ? size.variable() : "";
        if (!variable.isEmpty() && !bound.contains(variable)) {
            problems.add(RuleChecks.unbound(source, variable, at, bound));
            return false;
        }
        if (operand instanceof Operand.Size && kinds.get(variable) != Kind.TEXTS) {
            error("bad-test", at, "`$" + variable + "` is no list and has no size.", "");
            return false;
        }
        if (operand instanceof Operand.Variable && !fields.containsKey(variable) && !kinds.containsKey(variable)) {
            error("bad-test", at, "`$" + variable + "` stands for a fact and not for a value.", "");
            return false;
        }
        return !(operand instanceof Operand.Other);
    }

    private void checkKinds(Test test) {
        boolean contains = test.operator().endsWith("contains");
        boolean list = isList(test.left());
        if (contains && !list) {
            error("bad-test", test.at(), words(test.left()) + " is no list and contains nothing.", "");
        } else if (isList(test.right()) || list && !contains) {
            error(
                    "bad-test",
                    test.at(),
                    "A list cannot be compared as a whole.",
                    "Ask for `$l.size`, or for `$l contains …`.");
        } else if (contains && test.right() instanceof Operand.Number number) {
            error(
                    "wrong-literal",
                    test.rightAt(),
                    "A list contains texts, also where they are numbers.",
                    "Write it in quotes: `\"" + number.value() + "\"`.");
        } else if (!contains && isNumber(test.left()) != isNumber(test.right())) {
            error(
                    "wrong-literal",
                    test.rightAt(),
                    words(test.left()) + (isNumber(test.left()) ? " is a number" : " is a text")
                            + " and cannot be compared with " + words(test.right()) + ", which is "
                            + (isNumber(test.right()) ? "a number." : "a text."),
                    test.right() instanceof Operand.Text text && text.value().matches("-?\\d+(\\.\\d+)?")
                            ? "Write it without quotes: `" + text.value() + "`."
                            : "");
        }
    }

    private boolean isList(Operand operand) {
        return operand instanceof Operand.Variable variable && kinds.get(variable.name()) == Kind.TEXTS;
    }

    private boolean isNumber(Operand operand) {
        if (operand instanceof Operand.Variable variable) {
            FactType.Field field = fields.get(variable.name());
            return Kind.isNumber(kinds.get(variable.name()))
                    || field != null && field.type().isNumber();
        }
        return operand instanceof Operand.Number || operand instanceof Operand.Size;
    }

    private static String words(Operand operand) {
        if (operand instanceof Operand.Variable variable) {
            return "`$" + variable.name() + "`";
        }
        if (operand instanceof Operand.Size size) {
            return "`$" + size.variable() + ".size`";
        }
        return operand instanceof Operand.Text text
                ? "`\"" + text.value() + "\"`"
                : "`" + ((Operand.Number) operand).value() + "`";
    }

    private void error(String check, SourceLocation at, String message, String hint) {
        problems.add(source.error(check, at, message, hint));
    }
}
