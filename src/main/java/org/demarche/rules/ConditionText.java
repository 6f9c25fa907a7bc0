package org.demarche.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.rules.RuleCondition.And;
import org.demarche.rules.RuleCondition.Constraint;
import org.demarche.rules.RuleCondition.Exists;
import org.demarche.rules.RuleCondition.Not;
import org.demarche.rules.RuleCondition.Or;
import org.demarche.rules.RuleCondition.Pattern;
import org.demarche.rules.RuleCondition.Result;
import org.demarche.rules.RuleCondition.Test;

/** Writes conditions in one line, as they would stand in a rule file. */
public final class ConditionText {

    private ConditionText() {}

    /** A condition in one line: {@code Relation( actor == $a, relation == "near" )}. */
    public static String of(RuleCondition condition) {
        if (condition instanceof Pattern pattern) {
            return pattern(pattern);
        }
        if (condition instanceof Not not) {
            return forall(not)
                    ? "forall( " + parts(((And) not.inner()).conditions()) + " )"
                    : "not " + bracketed(not.inner());
        }
        if (condition instanceof Exists exists) {
            return "exists " + bracketed(exists.inner());
        }
        if (condition instanceof And and) {
            return joined(and.conditions(), " and ");
        }
        if (condition instanceof Or or) {
            return joined(or.conditions(), " or ");
        }
        return accumulate((Accumulate) condition);
    }

    /** What begins with a word of its own has to stand in brackets behind another. */
    private static String bracketed(RuleCondition condition) {
        return condition instanceof Not || condition instanceof Exists || condition instanceof Accumulate
                ? "( " + of(condition) + " )"
                : of(condition);
    }

    /** A test of an accumulate: {@code $n >= 3}. */
    public static String of(Test test) {
        return of(test.left()) + " " + test.operator() + " " + of(test.right());
    }

    /** A value as it is written in a rule. */
    public static String of(Operand operand) {
        if (operand instanceof Operand.Text text) {
            return "\"" + text.value() + "\"";
        }
        if (operand instanceof Operand.Variable variable) {
            return "$" + variable.name();
        }
        if (operand instanceof Operand.Number number) {
            return number.value().toPlainString();
        }
        return operand instanceof Operand.Size size
                ? "$" + size.variable() + ".size"
                : ((Operand.Other) operand).written();
    }

    private static String pattern(Pattern pattern) {
        String label = pattern.label().isEmpty() ? "" : pattern.label() + " : ";
        String tests = pattern.constraints().stream().map(Constraint::text).collect(Collectors.joining(", "));
        return label + pattern.type() + (tests.isEmpty() ? "()" : "( " + tests + " )");
    }

    /** A {@code forall} is read as a {@code not} of a pattern and a further {@code not}, all in one place. */
    private static boolean forall(Not not) {
        return not.inner() instanceof And and
                && and.at().equals(not.at())
                && and.conditions().size() == 2
                && and.conditions().get(1) instanceof Not rest
                && rest.at().equals(not.at());
    }

    private static String parts(List<RuleCondition> conditions) {
        RuleCondition rest = ((Not) conditions.get(1)).inner();
        return of(conditions.get(0)) + " "
                + (rest instanceof And and && !(and.conditions().isEmpty())
                        ? and.conditions().stream().map(ConditionText::of).collect(Collectors.joining(" "))
                        : of(rest));
    }

    private static String joined(List<RuleCondition> conditions, String by) {
        return conditions.stream().map(ConditionText::of).collect(Collectors.joining(by, "( ", " )"));
    }

    private static String accumulate(Accumulate accumulate) {
        List<String> parts = new ArrayList<>(List.of(of(accumulate.source())));
        parts.add(accumulate.results().stream().map(ConditionText::of).collect(Collectors.joining(", ")));
        if (!accumulate.tests().isEmpty()) {
            parts.add(accumulate.tests().stream().map(ConditionText::of).collect(Collectors.joining(", ")));
        }
        return "accumulate( " + String.join("; ", parts) + " )";
    }

    private static String of(Result result) {
        String argument = result.argument().isEmpty() ? "1" : "$" + result.argument();
        return "$" + result.variable() + " : " + result.function().word() + "(" + argument + ")";
    }
}
