package org.demarche.explain.why;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.demarche.explain.wording.Bindings;
import org.demarche.inference.Node;
import org.demarche.rules.Expression;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.Binding;
import org.demarche.rules.RuleWords;

/**
 * What it is that is absent. A condition inside a rule is a node of its own for each match of what stands before it; but where it uses
 * nothing of what differs between two matches, it is the same that is absent for both.
 *
 * @param what the condition with the values that it uses; the node itself where that cannot be told
 */
record Meaning(Object what) {

    private static final Pattern VARIABLE = Pattern.compile("\\$(\\w+)");

    private record Said(RuleCondition condition, Map<String, String> values) {}

    static Meaning of(Node node) {
        if (!(node instanceof Node.Local local)) {
            return new Meaning(node);
        }
        Bindings bindings = new Bindings(local.before(), local.given(), local.outcomes());
        Map<String, String> values = new TreeMap<>();
        for (RuleCondition.Pattern pattern : RuleWords.patterns(List.of(local.condition()))) {
            for (RuleCondition.Constraint constraint : pattern.constraints()) {
                if (unread(constraint.expression())) {
                    return new Meaning(node);
                }
                constraint.bindings().stream().map(Binding::variable).forEach(each -> add(each, bindings, values));
                constraint.comparisons().stream()
                        .flatMap(comparison -> variables(comparison.operand()))
                        .forEach(each -> add(each, bindings, values));
            }
        }
        RuleWords.accumulates(List.of(local.condition()))
                .flatMap(accumulate -> accumulate.tests().stream())
                .flatMap(test -> Stream.of(test.left(), test.right()))
                .flatMap(Meaning::variables)
                .forEach(each -> add(each, bindings, values));
        return new Meaning(new Said(local.condition(), values));
    }

    private static Stream<String> variables(Operand operand) {
        if (operand instanceof Operand.Variable variable) {
            return Stream.of(variable.name());
        }
        if (operand instanceof Operand.Size size) {
            return Stream.of(size.variable());
        }
        return operand instanceof Operand.Other other
                ? VARIABLE.matcher(other.written()).results().map(found -> found.group(1))
                : Stream.of();
    }

    private static void add(String variable, Bindings bindings, Map<String, String> values) {
        bindings.value(new Operand.Variable(variable)).ifPresent(value -> values.put(variable, value));
        Optional.ofNullable(bindings.fact(variable))
                .ifPresent(fact -> values.put("$" + variable, fact.type() + fact.id()));
    }

    private static boolean unread(Expression expression) {
        if (expression instanceof Expression.All all) {
            return all.parts().stream().anyMatch(Meaning::unread);
        }
        if (expression instanceof Expression.Any any) {
            return any.parts().stream().anyMatch(Meaning::unread);
        }
        if (expression instanceof Expression.Opposite opposite) {
            return unread(opposite.of());
        }
        return expression instanceof Expression.Unread;
    }
}
