package org.demarche.compile;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.model.FactType;
import org.demarche.rules.Expression;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.rules.RuleCondition.Comparison;
import org.demarche.rules.RuleCondition.Constraint;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;

/**
 * What a declarative rule may be made of, and nothing else: comparisons of a field of a fact with a text, a variable or a field,
 * by a few operators, joined by and, or and not. A rule that passes can be run whoever wrote it. The other checks
 * explain mistakes better; this one is what may be relied on.
 */
final class Allowed {

    /** How values are compared; a list of values is read as comparisons by {@code ==} or {@code !=}. */
    static final Set<String> OPERATORS = Set.of("==", "!=", "<", "<=", ">", ">=", "matches", "not matches");

    private static final String HOW = "There are ==, !=, in, not in, <, <=, >, >=, matches and not matches.";

    /** What is printed, but for the two signs with which a text could end before its end. */
    private static final Pattern TEXT = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}\\p{Zs}&&[^\"\\\\]]*+");

    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*+");

    /** What the possibility form calls facts that have no name. */
    private static final Pattern OURS = Pattern.compile("fact\\d+_");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\w+");

    private static final Pattern PART = Pattern.compile("\\$(\\w+)\\.(\\w+)(?:\\(\\))?");

    private record Refusal(SourceLocation at, String message, String hint) {}

    private final SourceText source;
    private final RuleCard card;
    private final Problems problems;
    private final TreeMap<String, Set<FactType>> labels = new TreeMap<>();

    Allowed(SourceText source, RuleCard card, Problems problems) {
        this.source = source;
        this.card = card;
        this.problems = problems;
        card.conditions().forEach(this::label);
    }

    /** Whether a text may be compared or concluded. */
    static boolean text(String text) {
        return TEXT.matcher(text).matches();
    }

    /** Whether it is a name and no more. */
    static boolean name(String written) {
        return NAME.matcher(written).matches();
    }

    void check() {
        card.conditions().forEach(this::check);
        card.conclusion().arguments().stream()
                .filter(Operand.Text.class::isInstance)
                .map(argument -> ((Operand.Text) argument).value())
                .flatMap(text -> text(text, card.conclusion().at()).stream())
                .forEach(this::tell);
    }

    private void label(RuleCondition condition) {
        if (condition instanceof RuleCondition.Pattern pattern
                && !pattern.label().isEmpty()) {
            pattern.kind()
                    .ifPresent(type -> labels.computeIfAbsent(
                                    pattern.label().replaceFirst("^\\$", ""), name -> new HashSet<>())
                            .add(type));
        } else if (condition instanceof Accumulate accumulate) {
            label(accumulate.source());
        } else {
            Variables.inside(condition).forEach(this::label);
        }
    }

    private void check(RuleCondition condition) {
        if (condition instanceof RuleCondition.Pattern pattern) {
            variable(pattern.label().replaceFirst("^\\$", ""), pattern.at()).ifPresent(this::tell);
            if (pattern.kind().isPresent()) {
                pattern.constraints().forEach(test -> check(test, pattern));
            }
        } else if (condition instanceof Accumulate accumulate) {
            check(accumulate.source());
            accumulate
                    .results()
                    .forEach(result -> variable(result.variable(), result.at()).ifPresent(this::tell));
        } else {
            Variables.inside(condition).forEach(this::check);
        }
    }

    private void check(Constraint test, RuleCondition.Pattern pattern) {
        Optional<Refusal> refusal = test.bindings().stream()
                .flatMap(
                        binding -> variable(binding.variable(), binding.at())
                                .or(() -> field(binding.field(), binding.at(), pattern))
                                .stream())
                .findFirst()
                .or(() -> refusal(test.expression(), test, pattern));
        refusal.filter(each -> !told(test)).ifPresent(this::tell);
    }

    /** Whether something was found wrong with the test already, and so explained. */
    private boolean told(Constraint test) {
        int start = source.offset(test.at());
        SourceLocation end = source.at(start + test.text().length());
        Comparator<SourceLocation> order = Comparator.naturalOrder();
        return problems.list().stream()
                .anyMatch(each -> order.compare(each.at(), test.at()) >= 0 && order.compare(each.at(), end) <= 0
                        || unbound(each, test));
    }

    /** A variable that nothing binds is told of where it should have been bound. */
    private static boolean unbound(Problem problem, Constraint test) {
        return problem.check().equals("unbound-variable")
                && VARIABLE.matcher(test.text())
                        .results()
                        .anyMatch(name -> problem.message().contains("`" + name.group() + "`"));
    }

    private void tell(Refusal refusal) {
        problems.add(source.error("not-allowed", refusal.at(), refusal.message(), refusal.hint()));
    }

    private Optional<Refusal> refusal(Expression expression, Constraint test, RuleCondition.Pattern pattern) {
        if (expression instanceof Expression.Compare compare) {
            return refusal(compare.comparison(), pattern);
        }
        if (expression instanceof Expression.All all) {
            return first(all.parts(), test, pattern);
        }
        if (expression instanceof Expression.Any any) {
            return any.parts().contains(Expression.NOTHING) ? bindsApart(test) : first(any.parts(), test, pattern);
        }
        if (expression instanceof Expression.Opposite opposite) {
            return opposite.of().equals(Expression.NOTHING) ? bindsApart(test) : refusal(opposite.of(), test, pattern);
        }
        return Optional.of(new Refusal(
                test.at(),
                "`" + test.text().strip() + "` has to be computed, which rules do not do.",
                !test.comparisons().isEmpty() && test.text().contains("||")
                        ? "One of several values is written `aim in ( \"isolate\", \"weaken\" )`."
                        : "Compare a field, as in `actor != $x`, or bind it, as in `$x : actor`."));
    }

    private Optional<Refusal> first(List<Expression> parts, Constraint test, RuleCondition.Pattern pattern) {
        return parts.stream()
                .flatMap(part -> refusal(part, test, pattern).stream())
                .findFirst();
    }

    private static Optional<Refusal> bindsApart(Constraint test) {
        return Optional.of(new Refusal(
                test.at(),
                "A variable gets its value here in one alternative only.",
                "Bind it before, behind a comma: `$x : actor, …`."));
    }

    private Optional<Refusal> refusal(Comparison comparison, RuleCondition.Pattern pattern) {
        if (!OPERATORS.contains(comparison.operator())) {
            return Optional.of(new Refusal(
                    comparison.at(), "`" + comparison.operator() + "` cannot compare values in a rule.", HOW));
        }
        return field(comparison.field(), comparison.at(), pattern)
                .or(() -> comparison.operator().endsWith("matches")
                        ? expression(comparison)
                        : comparison.field().equals("this")
                                ? fact(comparison, pattern)
                                : value(comparison.operand(), comparison.operandAt(), pattern));
    }

    private static Optional<Refusal> expression(Comparison comparison) {
        if (!(comparison.operand() instanceof Operand.Text text)) {
            return Optional.of(new Refusal(
                    comparison.operandAt(), "`matches` needs a text in quotes.", "Write `state matches \"war-.*\"`."));
        }
        return text(text.value(), comparison.operandAt())
                .or(() -> RegularExpression.wrong(text.value())
                        .map(why -> new Refusal(comparison.operandAt(), why, RegularExpression.FORM)));
    }

    private Optional<Refusal> value(Operand operand, SourceLocation at, RuleCondition.Pattern pattern) {
        if (operand instanceof Operand.Text text) {
            return text(text.value(), at);
        }
        if (operand instanceof Operand.Variable variable) {
            return variable(variable.name(), at)
                    .or(() -> labels.containsKey(variable.name())
                            ? Optional.of(new Refusal(
                                    at,
                                    "`$" + variable.name() + "` is a whole fact, and a field is a single value.",
                                    "Compare with one of its fields: `$" + variable.name() + "."
                                            + labels.get(variable.name())
                                                    .iterator()
                                                    .next()
                                                    .fieldNames()
                                                    .get(0) + "`."))
                            : Optional.empty());
        }
        String written = operand instanceof Operand.Other other ? other.written() : "";
        if (name(written)) {
            return field(written, at, pattern);
        }
        Matcher part = PART.matcher(written);
        if (!part.matches()) {
            return Optional.of(new Refusal(
                    at,
                    "`" + written + "` has to be computed, which rules do not do.",
                    "Compare with a text in quotes, a variable, or a field such as `$x.actor`."));
        }
        return part(part.group(1), part.group(2), at);
    }

    /** A fact can be compared with another one of its kind. */
    private Optional<Refusal> fact(Comparison comparison, RuleCondition.Pattern pattern) {
        boolean same = comparison.operand() instanceof Operand.Variable variable
                && pattern.kind()
                        .map(type ->
                                labels.getOrDefault(variable.name(), Set.of()).equals(Set.of(type)))
                        .orElse(false)
                && Set.of("==", "!=").contains(comparison.operator());
        return same
                ? Optional.empty()
                : Optional.of(new Refusal(
                        comparison.operandAt(),
                        "A fact can only be the same as another fact of its kind that has a name, or not the same.",
                        "Write `this != $other`, where `$other : " + pattern.type() + "( … )` stands before."));
    }

    private Optional<Refusal> part(String variable, String field, SourceLocation at) {
        Set<FactType> types = labels.getOrDefault(variable, Set.of());
        if (types.isEmpty()) {
            return Optional.of(new Refusal(
                    at,
                    "`$" + variable + "` is no fact and has no `" + field + "`.",
                    "Only a fact that was given a name has fields: `$" + variable + " : Intention( … )`."));
        }
        return types.stream()
                .filter(type -> type.field(field).isEmpty())
                .min(Comparator.naturalOrder())
                .map(type -> new Refusal(
                        at,
                        type.typeName() + " has no field `" + field + "`; its fields are "
                                + String.join(", ", type.fieldNames()) + ".",
                        org.demarche.source.Suggestion.hint(field, type.fieldNames())));
    }

    private static Optional<Refusal> field(String field, SourceLocation at, RuleCondition.Pattern pattern) {
        boolean known = pattern.kind()
                .map(type -> field.equals("this") || type.field(field).isPresent())
                .orElse(false);
        return known
                ? Optional.empty()
                : Optional.of(new Refusal(at, "`" + field + "` is no field of a " + pattern.type() + ".", ""));
    }

    private static Optional<Refusal> variable(String name, SourceLocation at) {
        if (name.isEmpty() || name(name) && !OURS.matcher(name).matches()) {
            return Optional.empty();
        }
        return Optional.of(new Refusal(
                at,
                "`$" + name + "` cannot be the name of a variable.",
                "Write `$` and a word of plain letters, as in `$actor`."));
    }

    private static Optional<Refusal> text(String text, SourceLocation at) {
        return text(text)
                ? Optional.empty()
                : Optional.of(new Refusal(
                        at,
                        "A text that is compared or concluded has no `\\`, no `\"` and no signs that are not printed.",
                        "Terms, actors and answers are plain words."));
    }
}
