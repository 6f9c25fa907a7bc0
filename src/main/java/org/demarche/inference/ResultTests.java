package org.demarche.inference;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCondition.Test;

/** Compares the results of an accumulate. */
public final class ResultTests {

    private final Function<String, Value> values;

    /** @param values what each variable stands for */
    public ResultTests(Function<String, Value> values) {
        this.values = values;
    }

    /** Whether all tests are met. */
    public boolean met(List<Test> tests) {
        return tests.stream().allMatch(this::met);
    }

    private boolean met(Test test) {
        Value left = value(test.left());
        Value right = value(test.right());
        return switch (test.operator()) {
            case "==" -> left.compareTo(right) == 0;
            case "!=" -> left.compareTo(right) != 0;
            case "<" -> left.compareTo(right) < 0;
            case "<=" -> left.compareTo(right) <= 0;
            case ">" -> left.compareTo(right) > 0;
            case ">=" -> left.compareTo(right) >= 0;
            case "contains" -> contains(left, right);
            case "not contains" -> !contains(left, right);
            default -> throw new IllegalStateException("no test: " + test.operator());
        };
    }

    private static boolean contains(Value left, Value right) {
        return ((Value.Texts) left).values().contains(right.toString());
    }

    private Value value(Operand operand) {
        if (operand instanceof Operand.Number number) {
            return new Value.Number(number.value());
        }
        if (operand instanceof Operand.Text text) {
            return new Value.Text(text.value());
        }
        if (operand instanceof Operand.Size size) {
            Value.Texts texts = (Value.Texts) values.apply(size.variable());
            return new Value.Number(BigDecimal.valueOf(texts.values().size()));
        }
        return values.apply(((Operand.Variable) operand).name());
    }
}
