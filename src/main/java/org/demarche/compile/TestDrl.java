package org.demarche.compile;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.rules.Expression;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCondition.Binding;
import org.demarche.rules.RuleCondition.Comparison;
import org.demarche.rules.RuleCondition.Constraint;

/**
 * Writes the tests of a pattern as DRL, from their values and never from their text: whatever stood in the file, what Drools
 * compiles is made of fields, variables, quoted texts and the operators that {@link Allowed} lets through.
 */
final class TestDrl {

    private TestDrl() {}

    /** All tests of a pattern, separated by commas. */
    static String write(List<Constraint> tests) {
        return tests.stream().flatMap(TestDrl::write).collect(Collectors.joining(", "));
    }

    /** A text in quotes; {@link Allowed} has seen to it that nothing in it means anything to a compiler. */
    static String quoted(String text) {
        if (!Allowed.text(text)) {
            throw new IllegalStateException("Not a text that may be compiled.");
        }
        return '"' + text + '"';
    }

    /** A variable of the rule; its name is that. */
    static String variable(String name) {
        return "$" + name(name);
    }

    private static Stream<String> write(Constraint test) {
        Stream<String> bindings = test.bindings().stream().map(TestDrl::write);
        return asks(test.expression()) ? Stream.concat(bindings, Stream.of(write(test.expression()))) : bindings;
    }

    private static String write(Binding binding) {
        return variable(binding.variable()) + " : " + name(binding.field());
    }

    /** A test that only binds asks nothing. */
    private static boolean asks(Expression expression) {
        return !(expression instanceof Expression.All all
                && all.parts().stream().noneMatch(TestDrl::asks));
    }

    private static String write(Expression expression) {
        if (expression instanceof Expression.Compare compare) {
            return write(compare.comparison());
        }
        if (expression instanceof Expression.All all) {
            return joined(all.parts(), " && ");
        }
        if (expression instanceof Expression.Any any) {
            return joined(any.parts(), " || ");
        }
        if (expression instanceof Expression.Opposite opposite) {
            return "!( " + write(opposite.of()) + " )";
        }
        throw new IllegalStateException("Not a test that may be compiled.");
    }

    private static String joined(List<Expression> parts, String by) {
        List<String> written =
                parts.stream().filter(TestDrl::asks).map(TestDrl::write).toList();
        return written.size() == 1
                ? written.get(0)
                : written.stream().map(each -> "( " + each + " )").collect(Collectors.joining(by));
    }

    private static String write(Comparison comparison) {
        if (!Allowed.OPERATORS.contains(comparison.operator())) {
            throw new IllegalStateException("Not an operator that may be compiled.");
        }
        return name(comparison.field()) + " " + comparison.operator() + " " + write(comparison.operand());
    }

    private static String write(Operand operand) {
        if (operand instanceof Operand.Text text) {
            return quoted(text.value());
        }
        if (operand instanceof Operand.Variable variable) {
            return variable(variable.name());
        }
        String[] parts = operand instanceof Operand.Other other
                ? other.written().replaceFirst("\\(\\)$", "").split("\\.", -1)
                : new String[0];
        if (parts.length == 2 && parts[0].startsWith("$")) {
            return variable(parts[0].substring(1)) + "." + name(parts[1]);
        }
        if (parts.length == 1) {
            return name(parts[0]);
        }
        throw new IllegalStateException("Not a value that may be compiled.");
    }

    private static String name(String written) {
        if (!Allowed.name(written)) {
            throw new IllegalStateException("Not a name that may be compiled.");
        }
        return written;
    }
}
