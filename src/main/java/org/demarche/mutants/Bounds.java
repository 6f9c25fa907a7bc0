package org.demarche.mutants;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.demarche.model.FactType;
import org.demarche.model.FieldType;
import org.demarche.rules.AccumulateFunction;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.rules.RuleCondition.Comparison;
import org.demarche.rules.RuleCondition.Test;

/** A numeric test with its bound moved by one, or with the bound itself taken in or left out. */
final class Bounds {

    private static final Map<String, String> STRICTNESS = Map.of(">", ">=", ">=", ">", "<", "<=", "<=", "<");

    private Bounds() {}

    static List<Test> moved(Test test, Accumulate accumulate) {
        List<Test> moved = new ArrayList<>();
        if (test.right() instanceof Operand.Number number) {
            moved.add(with(
                    test, test.operator(), new Operand.Number(number.value().subtract(BigDecimal.ONE))));
            moved.add(with(
                    test, test.operator(), new Operand.Number(number.value().add(BigDecimal.ONE))));
        }
        // Of whole numbers, to take a whole bound in or to leave it out is to move it by one.
        boolean same = test.right() instanceof Operand.Number && whole(test.left(), accumulate);
        if (!same && STRICTNESS.containsKey(test.operator())) {
            moved.add(with(test, STRICTNESS.getOrDefault(test.operator(), ""), test.right()));
        }
        return moved;
    }

    /** The same for a test of a field that holds numbers. */
    static List<Comparison> moved(Comparison comparison, FactType.Field field) {
        if (!(comparison.operand() instanceof Operand.Text text)
                || field.type() != FieldType.WHOLE && field.type() != FieldType.NUMBER) {
            return List.of();
        }
        BigDecimal number = new BigDecimal(text.value());
        List<Comparison> moved = new ArrayList<>();
        for (BigDecimal other : List.of(number.subtract(BigDecimal.ONE), number.add(BigDecimal.ONE))) {
            moved.add(SwappedTerm.with(comparison, comparison.operator(), other.toPlainString()));
        }
        if (field.type() == FieldType.NUMBER && STRICTNESS.containsKey(comparison.operator())) {
            moved.add(SwappedTerm.with(comparison, STRICTNESS.getOrDefault(comparison.operator(), ""), text.value()));
        }
        return moved;
    }

    private static boolean whole(Operand left, Accumulate accumulate) {
        return left instanceof Operand.Size
                || left instanceof Operand.Variable variable
                        && accumulate.results().stream()
                                .anyMatch(result -> result.variable().equals(variable.name())
                                        && result.function() == AccumulateFunction.COUNT);
    }

    private static Test with(Test test, String operator, Operand right) {
        return new Test(test.left(), operator, right, test.at(), test.rightAt());
    }
}
