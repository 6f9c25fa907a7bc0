package org.demarche.compile;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.rules.Branch;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.rules.RuleCondition.And;
import org.demarche.rules.RuleCondition.Exists;
import org.demarche.rules.RuleCondition.Not;
import org.demarche.rules.RuleCondition.Or;
import org.demarche.rules.RuleCondition.Result;

/** Which variables a rule binds and asks for. Written without {@code $}. */
final class Variables {

    private static final Pattern VARIABLE = Pattern.compile("\\$(\\w+)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private Variables() {}

    /** The variables that stand for a value however the condition is met. */
    static Set<String> bound(RuleCondition condition) {
        return Branch.of(List.of(condition)).stream()
                .map(Variables::bound)
                .reduce((one, other) -> {
                    one.retainAll(other);
                    return one;
                })
                .orElseGet(TreeSet::new);
    }

    private static Set<String> bound(Branch branch) {
        return branch.patterns().stream()
                .flatMap(pattern -> pattern.bindings().stream())
                .map(RuleCondition.Binding::variable)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The results of an accumulate that its rule mentions anywhere but in the accumulate's own tests. */
    static List<String> askedFor(Accumulate accumulate, RuleCard card) {
        Set<String> mentioned = Stream.of(
                        card.conditions().stream().flatMap(condition -> mentioned(condition, accumulate)),
                        card.conclusion().arguments().stream().flatMap(Variables::mentioned),
                        found(PLACEHOLDER, card.says()),
                        card.unless().stream().flatMap(text -> found(PLACEHOLDER, text)))
                .flatMap(each -> each)
                .collect(Collectors.toSet());
        return accumulate.results().stream()
                .map(Result::variable)
                .filter(mentioned::contains)
                .toList();
    }

    private static Stream<String> mentioned(RuleCondition condition, Accumulate apart) {
        if (condition instanceof RuleCondition.Pattern pattern) {
            return pattern.constraints().stream().flatMap(constraint -> found(VARIABLE, constraint.text()));
        }
        if (condition instanceof Accumulate accumulate) {
            Stream<String> tested = accumulate.equals(apart)
                    ? Stream.of()
                    : accumulate.tests().stream()
                            .flatMap(test -> Stream.concat(mentioned(test.left()), mentioned(test.right())));
            return Stream.concat(mentioned(accumulate.source(), apart), tested);
        }
        return inside(condition).stream().flatMap(each -> mentioned(each, apart));
    }

    /** The conditions within a {@code not}, an {@code exists}, an {@code and} or an {@code or}. */
    static List<RuleCondition> inside(RuleCondition condition) {
        if (condition instanceof Not not) {
            return List.of(not.inner());
        }
        if (condition instanceof Exists exists) {
            return List.of(exists.inner());
        }
        if (condition instanceof And and) {
            return and.conditions();
        }
        return condition instanceof Or or ? or.conditions() : List.of();
    }

    private static Stream<String> mentioned(Operand operand) {
        if (operand instanceof Operand.Variable variable) {
            return Stream.of(variable.name());
        }
        return operand instanceof Operand.Size size ? Stream.of(size.variable()) : Stream.of();
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1));
    }
}
