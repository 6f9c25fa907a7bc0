package org.demarche.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.demarche.rules.Expression;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.rules.RuleCondition.And;
import org.demarche.rules.RuleCondition.Exists;
import org.demarche.rules.RuleCondition.Not;
import org.demarche.rules.RuleCondition.Or;

/**
 * A condition as a text that is the same for conditions that ask for the same: variables from outside are what they stand for, those of
 * its own are numbered as they come. Not thread-safe; one for each condition.
 */
final class WrittenCondition implements Names {

    private static final Pattern VARIABLE = Pattern.compile("\\$(\\w+)");

    private final Names outside;
    private final Map<String, String> own = new HashMap<>();

    private WrittenCondition(Names outside) {
        this.outside = outside;
    }

    static String of(RuleCondition condition, Names outside) {
        return new WrittenCondition(outside).written(condition);
    }

    static String of(Expression expression, Names outside) {
        return new WrittenCondition(outside).written(expression);
    }

    @Override
    public Optional<String> variable(String name) {
        return Optional.ofNullable(own.get(name)).or(() -> outside.variable(name));
    }

    @Override
    public Optional<String> field(String label, String field) {
        return Optional.ofNullable(own.get(label))
                .map(term -> term + "." + field)
                .or(() -> outside.field(label, field));
    }

    private String written(RuleCondition condition) {
        if (condition instanceof RuleCondition.Pattern pattern) {
            return written(pattern);
        }
        if (condition instanceof Not not) {
            return "not(" + written(not.inner()) + ")";
        }
        if (condition instanceof Exists exists) {
            return "exists(" + written(exists.inner()) + ")";
        }
        if (condition instanceof And and) {
            return all("and", and.conditions());
        }
        return condition instanceof Or or ? all("or", or.conditions()) : written((Accumulate) condition);
    }

    private String all(String word, List<RuleCondition> conditions) {
        return conditions.stream().map(this::written).collect(Collectors.joining(", ", word + "(", ")"));
    }

    private String written(RuleCondition.Pattern pattern) {
        if (!pattern.label().isEmpty()) {
            fresh(Premises.label(pattern));
        }
        String bindings = pattern.bindings().stream()
                .map(each -> fresh(each.variable()) + ":" + each.field())
                .collect(Collectors.joining(","));
        String tests = pattern.constraints().stream()
                .map(each -> written(each.expression()))
                .filter(each -> !each.isEmpty())
                .sorted()
                .collect(Collectors.joining(" & "));
        return pattern.type() + "(" + bindings + ";" + tests + ")";
    }

    private String written(Accumulate accumulate) {
        String source = written(accumulate.source());
        String results = accumulate.results().stream()
                .map(each ->
                        each.function().word() + "(" + variable(each.argument()).orElse(each.argument()) + ")")
                .collect(Collectors.joining(","));
        accumulate.results().forEach(each -> fresh(each.variable()));
        String tests = accumulate.tests().stream()
                .map(each -> written(each.left()) + each.operator() + written(each.right()))
                .sorted()
                .collect(Collectors.joining(" & "));
        return "accumulate(" + source + ";" + results + ";" + tests + ")";
    }

    private String written(Expression expression) {
        if (expression instanceof Expression.Compare compare) {
            return compare.comparison().field()
                    + compare.comparison().operator()
                    + written(compare.comparison().operand());
        }
        if (expression instanceof Expression.All all) {
            return all.parts().stream()
                    .map(this::written)
                    .filter(each -> !each.isEmpty())
                    .sorted()
                    .collect(Collectors.joining(" & "));
        }
        if (expression instanceof Expression.Any any) {
            return any.parts().stream().map(this::written).sorted().collect(Collectors.joining(" | ", "(", ")"));
        }
        if (expression instanceof Expression.Opposite opposite) {
            return "!(" + written(opposite.of()) + ")";
        }
        return named(((Expression.Unread) expression).text());
    }

    private String written(Operand operand) {
        return term(operand).orElseGet(() -> named(operand.toString()));
    }

    private String named(String text) {
        return VARIABLE.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(variable(found.group(1)).orElse(found.group())));
    }

    private String fresh(String name) {
        String term = "%" + own.size();
        own.put(name, term);
        return term;
    }
}
