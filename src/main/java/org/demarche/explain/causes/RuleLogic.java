package org.demarche.explain.causes;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.rules.RuleCondition.And;
import org.demarche.rules.RuleCondition.Exists;
import org.demarche.rules.RuleCondition.Not;
import org.demarche.rules.RuleCondition.Or;
import org.demarche.rules.RuleCondition.Pattern;
import org.demarche.rules.RuleWords;

/** What a rule asks for and concludes, wherever it stands: two rules with the same conclude the same. Wording and sources are no part. */
final class RuleLogic {

    private RuleLogic() {}

    static boolean same(RuleCard one, RuleCard other) {
        return asks(one).equals(asks(other)) && concludes(one).equals(concludes(other));
    }

    static String concludes(RuleCard card) {
        return card.conclusion().type() + card.conclusion().arguments().toString();
    }

    static String asks(RuleCard card) {
        return all(card.conditions());
    }

    /** The single tests of a rule as they are written, with the kind of fact that they are of; sorted. */
    static List<String> tests(RuleCard card) {
        List<String> tests = new ArrayList<>();
        RuleWords.patterns(card.conditions())
                .forEach(pattern -> pattern.constraints()
                        .forEach(each -> tests.add("`" + pattern.type() + "( "
                                + each.text().strip().replaceAll("\\s+", " ") + " )`")));
        RuleWords.accumulates(card.conditions())
                .flatMap(accumulate -> accumulate.tests().stream())
                .forEach(each -> tests.add(
                        "`" + written(each.left()) + " " + each.operator() + " " + written(each.right()) + "`"));
        return tests.stream().sorted().toList();
    }

    private static String written(Operand operand) {
        if (operand instanceof Operand.Text text) {
            return "\"" + text.value() + "\"";
        }
        if (operand instanceof Operand.Variable variable) {
            return "$" + variable.name();
        }
        if (operand instanceof Operand.Size size) {
            return "$" + size.variable() + ".size";
        }
        return operand instanceof Operand.Number number
                ? number.value().toString()
                : ((Operand.Other) operand).written();
    }

    private static String all(List<RuleCondition> conditions) {
        return conditions.stream().map(RuleLogic::of).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String of(RuleCondition condition) {
        if (condition instanceof Pattern pattern) {
            return pattern.type() + " " + pattern.label()
                    + pattern.constraints().stream()
                            .map(each -> each.text().replaceAll("\\s+", ""))
                            .collect(Collectors.joining(", ", "(", ")"));
        }
        if (condition instanceof Not not) {
            return "not " + of(not.inner());
        }
        if (condition instanceof Exists exists) {
            return "exists " + of(exists.inner());
        }
        if (condition instanceof And and) {
            return "and " + all(and.conditions());
        }
        if (condition instanceof Or or) {
            return "or " + all(or.conditions());
        }
        return of((Accumulate) condition);
    }

    private static String of(Accumulate accumulate) {
        String results = accumulate.results().stream()
                .map(each -> each.variable() + ":" + each.function().word() + "(" + each.argument() + ")")
                .collect(Collectors.joining(", "));
        String tests = accumulate.tests().stream()
                .map(each -> each.left() + each.operator() + each.right())
                .collect(Collectors.joining(", "));
        return "accumulate " + of(accumulate.source()) + "; " + results + "; " + tests;
    }
}
