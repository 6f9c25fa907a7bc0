package org.demarche.compile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.rules.AccumulateFunction;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.rules.RuleCondition.Comparison;
import org.demarche.rules.RuleCondition.Constraint;
import org.demarche.rules.RuleCondition.Result;
import org.demarche.rules.RuleCondition.Test;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.demarche.source.Suggestion;
import org.jspecify.annotations.Nullable;

/** Reads the results and the tests of one {@code accumulate}. */
final class AccumulateReader {

    static final String FORM =
            "Write `accumulate( Report( $o : origin ); $n : count(1), $s : collectSet($o); $n >= 3 )`:"
                    + " what is matched; what is made of it; what that is compared with.";

    private static final Set<String> OPERATORS = Set.of("==", "!=", "<", "<=", ">", ">=", "contains", "not contains");
    private static final Pattern SIZE = Pattern.compile("\\$(\\w+)\\.size(?:\\(\\))?");

    private final SourceText source;
    private final int from;
    private final int to;
    private final Problems problems;
    private final List<Result> results = new ArrayList<>();
    private final List<Test> tests = new ArrayList<>();

    /** @param from where the results begin in the text, and {@code to} where the tests end */
    AccumulateReader(SourceText source, int from, int to, Problems problems) {
        this.source = source;
        this.from = from;
        this.to = to;
        this.problems = problems;
    }

    Accumulate accumulate(RuleCondition inner, SourceLocation at) {
        return new Accumulate(inner, results, tests, at);
    }

    /** @param variable null when the result has no name */
    void addResult(@Nullable String variable, String function, List<String> arguments) {
        String call = Pattern.quote(function) + "\\s*\\(";
        SourceLocation at = find(variable == null ? call : Pattern.quote(variable) + "\\s*:[^,;]*?\\b" + call);
        if (variable == null) {
            error(
                    "variable-name",
                    at,
                    "The result of `" + function + "` has no name.",
                    "Write `$n : " + function + "(…)`.");
        } else if (!variable.startsWith("$")) {
            error(
                    "variable-name",
                    at,
                    "The variable `" + variable + "` must begin with `$`.",
                    "Write `$" + variable + "`, here and wherever it is used.");
        }
        String name = variable == null ? "" : variable.replaceFirst("^\\$", "");
        Optional<AccumulateFunction> known = AccumulateFunction.named(function);
        Optional<String> argument = known.flatMap(each -> argument(each, arguments, at));
        if (known.isEmpty()) {
            String near = Suggestion.hint(function, AccumulateFunction.words());
            error(
                    "unknown-function",
                    at,
                    "`" + function + "` is no function of `accumulate`; there are "
                            + String.join(", ", AccumulateFunction.words()) + ".",
                    near.isEmpty() ? FORM : near);
        }
        results.add(new Result(
                name, argument.isPresent() ? known.orElseThrow() : meant(function), argument.orElse(""), at, at));
    }

    /** What to go on with where a function cannot be read: its variable has been told of, and not that it stands for nothing. */
    private static AccumulateFunction meant(String function) {
        return Suggestion.nearest(function, AccumulateFunction.words())
                .flatMap(AccumulateFunction::named)
                .filter(near -> near.collects() || near.computes())
                .orElse(AccumulateFunction.COUNT);
    }

    private Optional<String> argument(AccumulateFunction function, List<String> arguments, SourceLocation at) {
        String written = String.join(", ", arguments);
        boolean counts = function == AccumulateFunction.COUNT;
        if (counts && (written.isBlank() || written.matches("\\d+"))) {
            return Optional.of("");
        }
        if (written.matches("\\$\\w+")) {
            return Optional.of(written.substring(1));
        }
        error(
                "bad-argument",
                at,
                written.isBlank()
                        ? "`" + function.word() + "` needs to know of what."
                        : "`" + function.word() + "` takes one variable and computes nothing else, so not `" + written
                                + "`.",
                counts
                        ? "Write `count(1)`."
                        : "Bind the field in what is matched, as in `Report( $c : credibility )`, and write `"
                                + function.word() + "($c)`.");
        return Optional.empty();
    }

    /** @param read the test as a test inside a pattern would be read; empty when it cannot be */
    void addTests(String text, SourceLocation at, Optional<Constraint> read) {
        boolean plain = read.map(test -> test.plain()
                        && test.bindings().isEmpty()
                        && !test.comparisons().isEmpty())
                .orElse(false);
        if (!plain) {
            error(
                    "bad-test",
                    at,
                    "`" + text + "` is no comparison of a result.",
                    "Write one or more such as `$n >= 3`, `$n > $k` or `$s contains \"x\"`, separated by commas.");
            return;
        }
        read.orElseThrow().comparisons().forEach(comparison -> addTest(comparison));
    }

    private void addTest(Comparison comparison) {
        if (!OPERATORS.contains(comparison.operator())) {
            error(
                    "bad-test",
                    comparison.at(),
                    "`" + comparison.operator() + "` cannot compare results.",
                    "There are ==, !=, <, <=, >, >=, contains and not contains.");
            return;
        }
        Operand right = comparison.operand() instanceof Operand.Other other
                ? operand(other.written(), comparison.operandAt())
                : comparison.operand();
        tests.add(new Test(
                operand(comparison.field(), comparison.at()),
                comparison.operator(),
                right,
                comparison.at(),
                comparison.operandAt()));
    }

    private Operand operand(String written, SourceLocation at) {
        Matcher size = SIZE.matcher(written);
        if (size.matches()) {
            return new Operand.Size(size.group(1));
        }
        if (written.matches("-?\\d+(\\.\\d+)?")) {
            return new Operand.Number(new BigDecimal(written));
        }
        if (written.matches("\\$\\w+")) {
            return new Operand.Variable(written.substring(1));
        }
        return ConstraintReader.unquoted(written)
                .<Operand>map(Operand.Text::new)
                .orElseGet(() -> {
                    error(
                            "bad-test",
                            at,
                            "`" + written + "` cannot be compared with a result.",
                            "Compare with a number, a text in quotes, a variable, or `$l.size` of a list.");
                    return new Operand.Other(written);
                });
    }

    private SourceLocation find(String expression) {
        Matcher found = Pattern.compile(expression).matcher(source.text());
        return source.at(found.region(from, to).find() ? found.start() : from);
    }

    private void error(String check, SourceLocation at, String message, String hint) {
        problems.add(source.error(check, at, message, hint));
    }
}
