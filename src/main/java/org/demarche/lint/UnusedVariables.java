package org.demarche.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.demarche.rules.Expression;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.rules.RuleWords;
import org.demarche.source.Problem;
import org.demarche.source.SourceLocation;

/** Variables that are bound and never used: mostly a test that was forgotten. */
final class UnusedVariables implements Lint {

    private static final Pattern VARIABLE = Pattern.compile("\\$(\\w+)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    @Override
    public List<Problem> find(Examined examined) {
        return examined.rules().stream().flatMap(UnusedVariables::of).toList();
    }

    private static Stream<Problem> of(RuleCard card) {
        Map<String, SourceLocation> bound = bound(card);
        bound.keySet().removeAll(used(card));
        return bound.entrySet().stream()
                .map(each -> Check.UNUSED_VARIABLE
                        .at(
                                each.getValue(),
                                "Rule `" + card.id() + "` binds `$" + each.getKey() + "` and never uses it.")
                        .withHint("Leave it out, or write the test or the sentence that it was meant for."));
    }

    private static Map<String, SourceLocation> bound(RuleCard card) {
        Map<String, SourceLocation> bound = new TreeMap<>();
        for (RuleCondition.Pattern pattern : RuleWords.patterns(card.conditions())) {
            pattern.bindings().forEach(each -> bound.putIfAbsent(each.variable(), each.at()));
            if (!pattern.label().isEmpty()) {
                bound.putIfAbsent(Premises.label(pattern), pattern.at());
            }
        }
        RuleWords.accumulates(card.conditions())
                .flatMap(each -> each.results().stream())
                .filter(each -> !each.variable().isEmpty())
                .forEach(each -> bound.putIfAbsent(each.variable(), each.at()));
        return bound;
    }

    private static Set<String> used(RuleCard card) {
        Set<String> used = new HashSet<>();
        for (RuleCondition.Pattern pattern : RuleWords.patterns(card.conditions())) {
            pattern.constraints().forEach(each -> {
                each.comparisons().forEach(comparison -> add(comparison.operand(), used));
                add(each.expression(), used);
            });
        }
        RuleWords.accumulates(card.conditions()).forEach(each -> add(each, used));
        card.conclusion().arguments().forEach(each -> add(each, used));
        add(PLACEHOLDER.matcher(card.says()), used);
        card.unless().forEach(each -> add(PLACEHOLDER.matcher(each), used));
        return used;
    }

    private static void add(Accumulate accumulate, Set<String> used) {
        accumulate.results().forEach(each -> used.add(each.argument()));
        accumulate.tests().forEach(each -> {
            add(each.left(), used);
            add(each.right(), used);
        });
    }

    private static void add(Operand operand, Set<String> used) {
        if (operand instanceof Operand.Variable variable) {
            used.add(variable.name());
        } else if (operand instanceof Operand.Size size) {
            used.add(size.variable());
        } else if (operand instanceof Operand.Other other) {
            add(VARIABLE.matcher(other.written()), used);
        }
    }

    /** What only the engine can tell may use anything that is written in it, but for what it binds. */
    private static void add(Expression expression, Set<String> used) {
        if (expression instanceof Expression.Unread unread) {
            add(VARIABLE.matcher(unread.text().replaceAll("\\$\\w+\\s*:(?!:)", "")), used);
        } else if (expression instanceof Expression.All all) {
            all.parts().forEach(each -> add(each, used));
        } else if (expression instanceof Expression.Any any) {
            any.parts().forEach(each -> add(each, used));
        } else if (expression instanceof Expression.Opposite opposite) {
            add(opposite.of(), used);
        }
    }

    private static void add(Matcher found, Set<String> used) {
        while (found.find()) {
            used.add(found.group(1));
        }
    }
}
