package org.demarche.compile;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.model.FactType;
import org.demarche.model.Thing;
import org.demarche.rules.Expression;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCondition.Binding;
import org.demarche.rules.RuleCondition.Comparison;
import org.demarche.rules.RuleCondition.Constraint;

/**
 * Writes the tests of a pattern as DRL, from their values and never from their text: whatever stood in the file, what Drools
 * compiles is made of fields, variables, quoted texts and the operators that {@link Allowed} lets through. The fields of a declared
 * kind are written as positions in a {@link org.demarche.model.Thing}.
 *
 * @param type the kind of the pattern's facts
 * @param labelled the kinds of the facts that have a variable of their own, by it
 */
record TestDrl(FactType type, Map<String, FactType> labelled) {

    /** All tests of a pattern, separated by commas. */
    String write(List<Constraint> tests) {
        return tests.stream().flatMap(this::write).collect(Collectors.joining(", "));
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

    private Stream<String> write(Constraint test) {
        Stream<String> bindings = test.bindings().stream().map(this::write);
        return asks(test.expression()) ? Stream.concat(bindings, Stream.of(write(test.expression()))) : bindings;
    }

    private String write(Binding binding) {
        return variable(binding.variable()) + " : " + field(type, binding.field());
    }

    /** A test that only binds asks nothing. */
    private static boolean asks(Expression expression) {
        return !(expression instanceof Expression.All all
                && all.parts().stream().noneMatch(TestDrl::asks));
    }

    private String write(Expression expression) {
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

    private String joined(List<Expression> parts, String by) {
        List<String> written =
                parts.stream().filter(TestDrl::asks).map(this::write).toList();
        return written.size() == 1
                ? written.get(0)
                : written.stream().map(each -> "( " + each + " )").collect(Collectors.joining(by));
    }

    private String write(Comparison comparison) {
        if (!Allowed.OPERATORS.contains(comparison.operator())) {
            throw new IllegalStateException("Not an operator that may be compiled.");
        }
        if (type.isDeclared()
                && comparison.operator().matches("[<>]=?")
                && type.field(comparison.field()).isPresent()) {
            return "compare( " + type.indexOf(comparison.field()) + ", " + write(comparison.operand()) + " ) "
                    + comparison.operator() + " 0";
        }
        return field(type, comparison.field()) + " " + comparison.operator() + " " + write(comparison.operand());
    }

    private String write(Operand operand) {
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
            return variable(parts[0].substring(1)) + "." + field(labelled.getOrDefault(parts[0], type), parts[1]);
        }
        if (parts.length == 1) {
            return field(type, parts[0]);
        }
        throw new IllegalStateException("Not a value that may be compiled.");
    }

    private static String field(FactType type, String field) {
        int position = type.isDeclared() ? type.indexOf(field) : -1;
        return position < 0
                ? name(field)
                : position < Thing.PROPERTIES ? "text" + position : "text( " + position + " )";
    }

    private static String name(String written) {
        if (!Allowed.name(written)) {
            throw new IllegalStateException("Not a name that may be compiled.");
        }
        return written;
    }
}
