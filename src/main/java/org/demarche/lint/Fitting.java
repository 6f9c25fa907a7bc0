package org.demarche.lint;

import org.demarche.model.Fact;
import org.demarche.model.FieldType;
import org.demarche.rules.Comparing;
import org.demarche.rules.Expression;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCondition.Comparison;
import org.demarche.rules.RuleCondition.Pattern;

/** Whether a fact could match a pattern, judged by the values that the pattern compares with; what variables stand for is left open. */
final class Fitting {

    private Fitting() {}

    static boolean fits(Pattern pattern, Fact fact) {
        return pattern.type().equals(fact.type().typeName())
                && pattern.constraints().stream().allMatch(each -> fits(each.expression(), fact));
    }

    private static boolean fits(Expression expression, Fact fact) {
        if (expression instanceof Expression.Compare compare) {
            return fits(compare.comparison(), fact);
        }
        if (expression instanceof Expression.All all) {
            return all.parts().stream().allMatch(part -> fits(part, fact));
        }
        if (expression instanceof Expression.Any any) {
            return any.parts().stream().anyMatch(part -> fits(part, fact));
        }
        return true;
    }

    private static boolean fits(Comparison comparison, Fact fact) {
        if (!(comparison.operand() instanceof Operand.Text text)
                || fact.type().field(comparison.field()).isEmpty()) {
            return true;
        }
        FieldType type = fact.type().field(comparison.field()).orElseThrow().type();
        return Comparing.holds(type, fact.value(comparison.field()), comparison.operator(), text.value());
    }
}
