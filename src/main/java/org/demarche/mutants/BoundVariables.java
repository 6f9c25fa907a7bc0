package org.demarche.mutants;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.rules.RuleCondition.And;
import org.demarche.rules.RuleCondition.Exists;
import org.demarche.rules.RuleCondition.Not;
import org.demarche.rules.RuleCondition.Or;

/** Whether every variable of a rule has a value where it is asked for. Without that a changed rule is none. */
final class BoundVariables {

    private static final Pattern VARIABLE = Pattern.compile("\\$(\\w+)");

    private boolean complete = true;

    private BoundVariables() {}

    static boolean completeIn(RuleCard card) {
        BoundVariables reader = new BoundVariables();
        Set<String> bound = new HashSet<>();
        card.conditions().forEach(condition -> reader.read(condition, bound));
        card.conclusion().arguments().forEach(argument -> reader.need(argument, bound));
        return reader.complete;
    }

    private void read(RuleCondition condition, Set<String> bound) {
        if (condition instanceof RuleCondition.Pattern pattern) {
            pattern.bindings().forEach(binding -> bound.add(binding.variable()));
            if (!pattern.label().isEmpty()) {
                bound.add(pattern.label().substring(1));
            }
            pattern.constraints().stream()
                    .flatMap(constraint -> VARIABLE.matcher(constraint.text()).results())
                    .forEach(found -> need(found.group(1), bound));
        } else if (condition instanceof Not not) {
            read(not.inner(), new HashSet<>(bound));
        } else if (condition instanceof Exists exists) {
            read(exists.inner(), new HashSet<>(bound));
        } else if (condition instanceof And and) {
            and.conditions().forEach(each -> read(each, bound));
        } else if (condition instanceof Or or) {
            readAlternatives(or.conditions(), bound);
        } else if (condition instanceof Accumulate accumulate) {
            read(accumulate, bound);
        }
    }

    /** Bound after an {@code or} is what every alternative binds. */
    private void readAlternatives(List<RuleCondition> alternatives, Set<String> bound) {
        List<Set<String>> each = alternatives.stream()
                .map(alternative -> {
                    Set<String> inside = new HashSet<>(bound);
                    read(alternative, inside);
                    return inside;
                })
                .toList();
        bound.addAll(each.stream()
                .reduce((one, other) -> {
                    one.retainAll(other);
                    return one;
                })
                .orElse(Set.of()));
    }

    private void read(Accumulate accumulate, Set<String> bound) {
        Set<String> inside = new HashSet<>(bound);
        read(accumulate.source(), inside);
        accumulate.results().stream()
                .map(RuleCondition.Result::argument)
                .filter(argument -> !argument.isEmpty())
                .forEach(argument -> need(argument, inside));
        accumulate.results().forEach(result -> bound.add(result.variable()));
        accumulate.tests().stream()
                .flatMap(test -> Stream.of(test.left(), test.right()))
                .forEach(operand -> need(operand, bound));
    }

    private void need(Operand operand, Set<String> bound) {
        if (operand instanceof Operand.Variable variable) {
            need(variable.name(), bound);
        } else if (operand instanceof Operand.Size size) {
            need(size.variable(), bound);
        }
    }

    private void need(String variable, Set<String> bound) {
        complete &= bound.contains(variable);
    }
}
