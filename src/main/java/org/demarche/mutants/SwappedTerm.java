package org.demarche.mutants;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.rules.Expression;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.Comparison;
import org.demarche.rules.RuleCondition.Constraint;

/** Puts another term into one comparison of a pattern. */
final class SwappedTerm {

    private final Comparison from;
    private final Comparison into;
    private final String old;
    private final String term;

    private SwappedTerm(Comparison from, String term) {
        this.from = from;
        this.old = ((Operand.Text) from.operand()).value();
        this.term = term;
        this.into = new Comparison(from.field(), from.operator(), new Operand.Text(term), from.at(), from.operandAt());
    }

    static RuleCondition.Pattern in(RuleCondition.Pattern pattern, Comparison comparison, String term) {
        SwappedTerm swapped = new SwappedTerm(comparison, term);
        List<Constraint> constraints = pattern.constraints().stream()
                .map(constraint -> constraint.comparisons().contains(comparison) ? swapped.in(constraint) : constraint)
                .toList();
        return new RuleCondition.Pattern(pattern.type(), pattern.kind(), pattern.label(), constraints, pattern.at());
    }

    private Constraint in(Constraint constraint) {
        return new Constraint(
                constraint
                        .text()
                        .replaceFirst(
                                "([\"'])" + Pattern.quote(old) + "\\1", Matcher.quoteReplacement("\"" + term + "\"")),
                constraint.bindings(),
                constraint.comparisons().stream()
                        .map(each -> each.equals(from) ? into : each)
                        .toList(),
                constraint.plain(),
                in(constraint.expression()),
                constraint.at());
    }

    private Expression in(Expression expression) {
        if (expression instanceof Expression.Compare compare) {
            return compare.comparison().equals(from) ? new Expression.Compare(into) : compare;
        }
        if (expression instanceof Expression.All all) {
            return new Expression.All(all.parts().stream().map(this::in).toList());
        }
        if (expression instanceof Expression.Any any) {
            return new Expression.Any(any.parts().stream().map(this::in).toList());
        }
        return expression instanceof Expression.Opposite opposite
                ? new Expression.Opposite(in(opposite.of()))
                : expression;
    }
}
