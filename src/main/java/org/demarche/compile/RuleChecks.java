package org.demarche.compile;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demarche.model.FactType;
import org.demarche.model.Kinds;
import org.demarche.rules.Branch;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.rules.RuleCondition.And;
import org.demarche.rules.RuleCondition.Binding;
import org.demarche.rules.RuleCondition.Comparison;
import org.demarche.rules.RuleCondition.Constraint;
import org.demarche.rules.RuleCondition.Exists;
import org.demarche.rules.RuleCondition.Not;
import org.demarche.rules.RuleCondition.Or;
import org.demarche.rules.RuleCondition.Pattern;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.demarche.source.Suggestion;

/** Checks one rule by itself: kinds of facts, fields, variables, literals, placeholders. Compilers say these things badly. */
final class RuleChecks {

    private static final String KEBAB = "[a-z0-9]+(-[a-z0-9]+)*";

    /** Neither quotes nor what the names of variants are told by. */
    private static final String PRINTED = "[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} &&[^\"\\\\~]]+";

    private static final java.util.regex.Pattern VARIABLE = java.util.regex.Pattern.compile("\\$\\w+");

    /** What is no variable, no field and nothing to compute. */
    private static final java.util.regex.Pattern LITERAL =
            java.util.regex.Pattern.compile("[+-]?\\d+(\\.\\d+)?[a-zA-Z]?|true|false|(?:[A-Z]\\w*\\.)+\\w+");

    private final SourceText source;
    private final RuleCard card;
    private final Metadata metadata;
    private final Kinds known;
    private final Problems problems;
    private final Misspelt misspelt;

    /** The field whose value each variable stands for. */
    private final Map<String, FactType.Field> fields = new HashMap<>();

    /** The results of accumulates that are numbers or lists. */
    private final Map<String, AccumulateChecks.Kind> kinds = new HashMap<>();

    RuleChecks(SourceText source, RuleCard card, Metadata metadata, Kinds known, Problems problems) {
        this.source = source;
        this.card = card;
        this.metadata = metadata;
        this.known = known;
        this.problems = problems;
        this.misspelt = Misspelt.in(card);
    }

    void check() {
        if (!card.id().matches(card.overDeclaredTypes() ? PRINTED : KEBAB)) {
            error(
                    "bad-id",
                    card.at(),
                    card.overDeclaredTypes()
                            ? "The rule's name `" + card.id() + "` has signs in it that a name cannot have."
                            : "The rule's name `" + card.id() + "` must be in kebab-case, as in `call-on-first`.",
                    "");
        }
        if (new BranchLimit(source, card, problems).exceeded()) {
            return;
        }
        misspelt.tell(source, problems);
        List<Branch> branches = card.branches();
        Set<String> everywhere = null;
        for (Branch branch : branches) {
            Set<String> bound = new LinkedHashSet<>();
            branch.conditions().forEach(condition -> check(condition, bound));
            if (everywhere == null) {
                everywhere = bound;
            } else {
                everywhere.retainAll(bound);
            }
        }
        Set<String> bound = everywhere == null ? Set.of() : everywhere;
        new ConclusionChecks(source, card, metadata, problems, bound, fields, kinds).check();
    }

    private void check(RuleCondition condition, Set<String> bound) {
        if (condition instanceof Pattern pattern) {
            checkPattern(pattern, bound);
        } else if (condition instanceof Not not) {
            checkApart(not.inner(), bound);
        } else if (condition instanceof Exists exists) {
            checkApart(exists.inner(), bound);
        } else if (condition instanceof And and) {
            and.conditions().forEach(each -> check(each, bound));
        } else if (condition instanceof Or or) {
            checkAlternatives(or, bound);
        } else if (condition instanceof Accumulate accumulate) {
            checkAccumulate(accumulate, bound);
        }
    }

    private void checkAccumulate(Accumulate accumulate, Set<String> bound) {
        if (hasAccumulate(accumulate.source())) {
            error(
                    "not-declarative",
                    accumulate.at(),
                    "An `accumulate` inside another is not possible.",
                    "Conclude the inner one in a rule of its own, and accumulate what it concludes.");
            return;
        }
        AccumulateChecks checks = new AccumulateChecks(source, problems, misspelt, fields, kinds);
        Set<String> inside = new LinkedHashSet<>(bound);
        check(accumulate.source(), inside);
        checks.checkResults(accumulate, inside);
        accumulate.results().stream()
                .filter(result -> !result.variable().isEmpty())
                .forEach(result -> bind(result.variable(), result.at(), bound));
        checks.checkTests(accumulate, bound);
    }

    private static boolean hasAccumulate(RuleCondition condition) {
        return condition instanceof Accumulate
                || condition instanceof Not not && hasAccumulate(not.inner())
                || condition instanceof Exists exists && hasAccumulate(exists.inner())
                || condition instanceof And and && and.conditions().stream().anyMatch(RuleChecks::hasAccumulate)
                || condition instanceof Or or && or.conditions().stream().anyMatch(RuleChecks::hasAccumulate);
    }

    /** What is bound inside a {@code not}, an {@code exists} or a branch is not bound outside of it. */
    private void checkApart(RuleCondition inner, Set<String> bound) {
        check(inner, new LinkedHashSet<>(bound));
    }

    /** Bound after an {@code or} is what every alternative binds. */
    private void checkAlternatives(Or or, Set<String> bound) {
        Set<String> everywhere = null;
        for (RuleCondition alternative : or.conditions()) {
            Set<String> inside = new LinkedHashSet<>(bound);
            check(alternative, inside);
            if (everywhere == null) {
                everywhere = inside;
            } else {
                everywhere.retainAll(inside);
            }
        }
        bound.addAll(everywhere == null ? Set.of() : everywhere);
    }

    private void checkPattern(Pattern pattern, Set<String> bound) {
        Optional<FactType> type = pattern.kind();
        if (type.isEmpty()) {
            List<String> names = known.all().stream().map(FactType::typeName).toList();
            error(
                    "unknown-type",
                    pattern.at(),
                    "There is no kind of fact `" + pattern.type() + "`; there are " + String.join(", ", names) + ".",
                    Suggestion.hint(pattern.type(), names));
        }
        if (!pattern.label().isEmpty()) {
            checkLabel(pattern, bound);
        }
        for (Constraint constraint : pattern.constraints()) {
            constraint.bindings().forEach(binding -> checkBinding(constraint, binding, type, bound));
            constraint.comparisons().forEach(comparison -> checkComparison(comparison, type, bound));
            if (constraint.bindings().isEmpty() && constraint.comparisons().isEmpty()) {
                checkBare(constraint, type);
            }
        }
    }

    private void checkLabel(Pattern pattern, Set<String> bound) {
        if (pattern.label().startsWith("$")) {
            bind(pattern.label().substring(1), pattern.at(), bound);
        } else {
            error(
                    "variable-name",
                    pattern.at(),
                    "The variable `" + pattern.label() + "` must begin with `$`.",
                    "Write `$" + pattern.label() + "`, here and wherever it is used.");
        }
    }

    private void checkBinding(Constraint constraint, Binding binding, Optional<FactType> type, Set<String> bound) {
        if (ConstraintReader.unquoted(binding.field()).isPresent()) {
            error(
                    "no-comparison",
                    constraint.at(),
                    "`:` gives a variable its value and compares nothing.",
                    "To compare, write `" + binding.variable() + " == " + binding.field() + "`.");
            return;
        }
        if (binding.field().matches("\\$\\w+") && !constraint.text().contains("$" + binding.variable())) {
            error(
                    "wrong-way-round",
                    constraint.at(),
                    "The variable stands before `:`, and the field whose value it gets behind it.",
                    "Write `" + binding.field() + " : " + binding.variable() + "`.");
            bind(binding.field().substring(1), binding.at(), bound);
            return;
        }
        checkField(binding.field(), binding.at(), type);
        type.flatMap(known -> known.field(binding.field()))
                .ifPresent(field -> fields.put(misspelt.meant(binding.variable()), field));
        if (!constraint.text().contains("$" + binding.variable())) {
            error(
                    "variable-name",
                    constraint.at(),
                    "The variable `" + binding.variable() + "` must begin with `$`.",
                    "Write `$" + binding.variable() + "`, here and wherever it is used.");
        }
        bind(binding.variable(), binding.at(), bound);
    }

    /** A misspelt variable is taken for the one that was meant, so that nothing is said of the places where that is used. */
    private void bind(String variable, SourceLocation at, Set<String> bound) {
        if (!bound.add(misspelt.meant(variable))) {
            error(
                    "bound-twice",
                    at,
                    "`$" + variable + "` already stands for a value: compare with it (`== $" + variable
                            + "`) or use another name.",
                    "");
        }
    }

    private void checkComparison(Comparison comparison, Optional<FactType> type, Set<String> bound) {
        if (comparison.field().matches("\\$\\w+") && comparison.operand() instanceof Operand.Other other) {
            checkTurned(comparison, other.written(), bound);
            return;
        }
        checkField(comparison.field(), comparison.at(), type);
        Optional<FactType.Field> declared =
                type.filter(FactType::isDeclared).flatMap(known -> known.field(comparison.field()));
        if (declared.isPresent() && checkDeclared(comparison, declared.get())) {
            return;
        }
        if (comparison.operator().contains("matches") && comparison.operand() instanceof Operand.Text text) {
            checkExpression(text.value(), comparison.operandAt());
        }
        if (comparison.operand() instanceof Operand.Variable variable) {
            checkVariable(variable.name(), comparison.operandAt(), bound);
            checkResult(variable.name(), comparison, type);
        } else if (comparison.operand() instanceof Operand.Other other
                && type.map(known -> hasField(known, comparison.field())).orElse(false)) {
            checkOther(comparison, other, type, bound);
        }
    }

    /** Whether something was told of a comparison with a field of a declared kind. */
    private boolean checkDeclared(Comparison comparison, FactType.Field field) {
        Optional<String> written = comparison.operand() instanceof Operand.Text text
                ? Optional.of(text.value())
                : comparison.operand() instanceof Operand.Other other
                                && LITERAL.matcher(other.written()).matches()
                        ? Optional.of(other.written())
                        : Optional.empty();
        if (comparison.operand() instanceof Operand.Other other
                && other.written().equals("null")) {
            error("not-declarative", comparison.operandAt(), "No declared fact is without a value.", "");
            return true;
        }
        if (comparison.operator().matches("[<>]=?") && !field.type().isOrdered()) {
            error(
                    "not-allowed",
                    comparison.at(),
                    "No value of `" + field.name() + "` comes before another.",
                    "Compare by `==` or `!=`.");
            return true;
        }
        if (written.isPresent()
                && !comparison.operator().endsWith("matches")
                && !(comparison.operand() instanceof Operand.Text text
                        && field.word(text.value()).isPresent())) {
            error("wrong-literal", comparison.operandAt(), wrong(written.get(), field), "");
            return true;
        }
        Optional<FactType.Field> other = comparison.operand() instanceof Operand.Variable variable
                ? Optional.ofNullable(fields.get(variable.name()))
                : Optional.empty();
        if (other.isPresent() && other.get().type().isNumber() != field.type().isNumber()) {
            error(
                    "wrong-field",
                    comparison.operandAt(),
                    "`" + field.name() + "` is " + what(field) + " and cannot be compared with a value of `"
                            + other.get().name() + "`, which is " + what(other.get()) + ".",
                    "");
            return true;
        }
        return false;
    }

    /** That a value cannot stand in a field of a declared kind. */
    static String wrong(String written, FactType.Field field) {
        return "`" + field.name() + "` is " + what(field) + " and cannot be `" + written + "`.";
    }

    private static String what(FactType.Field field) {
        return switch (field.type()) {
            case WHOLE -> "a whole number";
            case NUMBER, CREDIBILITY -> "a number";
            case TRUTH -> "`true` or `false`";
            case DAY -> "a day such as `\"2031-04-02\"`";
            case CHOICE ->
                "one of "
                        + String.join(
                                ", ",
                                field.choices().stream()
                                        .map(each -> "`" + field.written() + "." + each + "`")
                                        .toList());
            default -> "a text in quotes";
        };
    }

    /** {@code $actor == actor}: either it was to give the variable its value, or the two stand the wrong way round. */
    private void checkTurned(Comparison comparison, String field, Set<String> bound) {
        String variable = comparison.field();
        boolean known = bound.contains(variable.substring(1));
        error(
                "wrong-way-round",
                comparison.at(),
                known
                        ? "The field stands first in a comparison."
                        : "Nothing gives `" + variable + "` a value before it is compared here.",
                known
                        ? "Write `" + field + " " + comparison.operator() + " " + variable + "`."
                        : "To give it one, write `" + variable + " : " + field + "`.");
        bound.add(variable.substring(1));
    }

    /** Fields are texts: a number can only be looked for where numbers stand, and a list nowhere. */
    private void checkResult(String variable, Comparison comparison, Optional<FactType> type) {
        AccumulateChecks.Kind kind = kinds.get(variable);
        boolean number = type.flatMap(known -> known.field(comparison.field()))
                        .map(field -> field.type().isNumber())
                        .orElse(false)
                && (type.map(FactType::isDeclared).orElse(false)
                        || comparison.operator().equals("==")
                        || comparison.operator().equals("!="));
        if (kind != null && !(AccumulateChecks.Kind.isNumber(kind) && number)) {
            error(
                    "wrong-field",
                    comparison.operandAt(),
                    "`$" + variable + "` is " + kind.words() + " and cannot be compared with `" + comparison.field()
                            + "` by `" + comparison.operator() + "`.",
                    AccumulateChecks.Kind.isNumber(kind)
                            ? "Numbers are compared behind the results of an `accumulate`; with a field of numbers only by"
                                    + " == and !=."
                            : "Ask for what it contains behind the results of an `accumulate`.");
        }
    }

    private void checkExpression(String regularExpression, SourceLocation at) {
        try {
            java.util.regex.Pattern.compile(regularExpression);
        } catch (java.util.regex.PatternSyntaxException wrong) {
            error(
                    "bad-expression",
                    at,
                    "`" + regularExpression + "` is no regular expression.",
                    "Are its brackets closed?");
        }
    }

    private void checkOther(Comparison comparison, Operand.Other other, Optional<FactType> type, Set<String> bound) {
        String written = other.written();
        if (written.matches("-?\\d+(\\.\\d+)?[a-zA-Z]?|true|false")) {
            error(
                    "wrong-literal",
                    comparison.operandAt(),
                    "`" + comparison.field() + "` is a text and cannot be compared with " + written + ".",
                    "Write it in quotes: `\"" + written + "\"`.");
        } else if (written.equals("null")) {
            error(
                    "wrong-literal",
                    comparison.operandAt(),
                    "`null` means nothing here: an absent value is the empty text.",
                    "Write `\"\"`.");
        } else if (written.matches("[A-Za-z][\\w-]*")
                && type.flatMap(known -> known.field(written)).isEmpty()) {
            error(
                    "wrong-literal",
                    comparison.operandAt(),
                    "`" + written + "` is neither a field of `"
                            + type.map(FactType::typeName).orElse("this kind") + "` nor a variable.",
                    "If it is a term, write it in quotes: `\"" + written + "\"`.");
        } else if (bound.contains(written)) {
            error(
                    "own-field",
                    comparison.operandAt(),
                    "`" + written + "` is here the fact's own field.",
                    "Maybe `$" + written + "`?");
        } else if (written.matches("\\$\\w+\\.\\w+(\\(\\))?")
                || type.flatMap(known -> known.field(written)).isPresent()) {
            checkVariablesIn(written, comparison.operandAt(), bound);
        } else {
            error(
                    "expression",
                    comparison.operandAt(),
                    "`" + written + "` has to be computed, which rules do not do.",
                    "Compare with a text in quotes, a variable, or a field such as `$x.actor`.");
        }
    }

    /** A test that neither binds nor compares. */
    private void checkBare(Constraint constraint, Optional<FactType> type) {
        if (constraint.text().matches("\\w+")) {
            checkField(constraint.text(), constraint.at(), type);
            error(
                    "no-comparison",
                    constraint.at(),
                    "`" + constraint.text() + "` is compared with nothing: write `" + constraint.text()
                            + " == …` or `$x : " + constraint.text() + "`.",
                    "");
        } else if (constraint.text().matches("\"[^\"]*\"|'[^']*'|\\$\\w+")) {
            error(
                    "positional-value",
                    constraint.at(),
                    "`" + constraint.text() + "` is a value without a field.",
                    "Name the field, as in `actor == " + constraint.text() + "`.");
        } else if (constraint.text().contains(":=")) {
            error(
                    "unification",
                    constraint.at(),
                    "`:=` is not used here.",
                    "Write `$x : actor` where the variable gets its value, and `actor == $x` where it is compared.");
        } else {
            error(
                    "expression",
                    constraint.at(),
                    "`" + constraint.text() + "` has to be computed, which rules do not do.",
                    "Compare a field, as in `actor != $x`, or bind it, as in `$x : actor`.");
        }
    }

    private void checkField(String field, SourceLocation at, Optional<FactType> type) {
        if (type.isEmpty() || hasField(type.get(), field)) {
            return;
        }
        if (type.get().form().computes(field)) {
            error("not-declarative", at, "`" + field + "` of " + type.get().typeName() + " is computed.", "");
            return;
        }
        error(
                type.get().isDeclared() && !field.matches("\\w+") ? "not-declarative" : "unknown-field",
                at,
                type.get().typeName() + " has no field `" + field + "`; its fields are "
                        + String.join(", ", type.get().fieldNames()) + ".",
                Suggestion.hint(field, type.get().fieldNames()));
    }

    private static boolean hasField(FactType type, String field) {
        return field.equals("this") || type.field(field).isPresent();
    }

    private void checkVariablesIn(String expression, SourceLocation at, Set<String> bound) {
        VARIABLE.matcher(expression)
                .results()
                .forEach(found -> checkVariable(found.group().substring(1), at, bound));
    }

    private void checkVariable(String variable, SourceLocation at, Set<String> bound) {
        if (!bound.contains(variable)) {
            problems.add(unbound(source, variable, at, bound));
        }
    }

    static Problem unbound(SourceText source, String variable, SourceLocation at, Set<String> bound) {
        return source.error(
                "unbound-variable",
                at,
                "Nothing gives `$" + variable + "` a value before it is used here.",
                Suggestion.nearest(variable, bound)
                        .map(near -> "Maybe `$" + near + "`?")
                        .orElse(""));
    }

    private void error(String check, SourceLocation at, String message, String hint) {
        problems.add(source.error(check, at, message, hint));
    }
}
