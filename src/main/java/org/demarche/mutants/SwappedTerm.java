package org.demarche.mutants;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.rules.Expression;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.Comparison;
import org.demarche.rules.RuleCondition.Constraint;

/** Puts another comparison into a pattern: one with another term, or with another bound. */
final class SwappedTerm {

    private final Comparison from;
    private final Comparison into;
    private final Pattern written;
    private final String instead;

    /** @param written how what is changed stands in the text, and {@code instead} what stands there then */
    private SwappedTerm(Comparison from, Comparison into, Pattern written, String instead) {
        this.from = from;
        this.into = into;
        this.written = written;
        this.instead = instead;
    }

    static RuleCondition.Pattern in(RuleCondition.Pattern pattern, Comparison comparison, String term) {
        String old = ((Operand.Text) comparison.operand()).value();
        return new SwappedTerm(
                        comparison,
                        with(comparison, comparison.operator(), term),
                        Pattern.compile("([\"'])" + Pattern.quote(old) + "\\1"),
                        "\"" + term + "\"")
                .in(pattern);
    }

    /** The pattern with another bound; empty where the test is written so that it cannot be told what would stand there. */
    static Optional<RuleCondition.Pattern> moved(RuleCondition.Pattern pattern, Comparison from, Comparison into) {
        Pattern written = Pattern.compile("\\b" + Pattern.quote(from.field()) + "\\s*" + Pattern.quote(from.operator())
                + "\\s*" + Pattern.quote(text(from)) + "(?![\\w.])");
        SwappedTerm moved =
                new SwappedTerm(from, into, written, from.field() + " " + into.operator() + " " + text(into));
        boolean readable = pattern.constraints().stream()
                .filter(constraint -> constraint.comparisons().contains(from))
                .allMatch(constraint -> written.matcher(constraint.text()).find());
        return readable ? Optional.of(moved.in(pattern)) : Optional.empty();
    }

    static Comparison with(Comparison comparison, String operator, String value) {
        return new Comparison(
                comparison.field(), operator, new Operand.Text(value), comparison.at(), comparison.operandAt());
    }

    private static String text(Comparison comparison) {
        return ((Operand.Text) comparison.operand()).value();
    }

    private RuleCondition.Pattern in(RuleCondition.Pattern pattern) {
        List<Constraint> constraints = pattern.constraints().stream()
                .map(constraint -> constraint.comparisons().contains(from) ? in(constraint) : constraint)
                .toList();
        return new RuleCondition.Pattern(pattern.type(), pattern.kind(), pattern.label(), constraints, pattern.at());
    }

    private Constraint in(Constraint constraint) {
        return new Constraint(
                written.matcher(constraint.text()).replaceFirst(Matcher.quoteReplacement(instead)),
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
