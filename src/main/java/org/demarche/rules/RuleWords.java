package org.demarche.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.model.FactType;
import org.demarche.model.FieldType;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.rules.RuleCondition.And;
import org.demarche.rules.RuleCondition.Comparison;
import org.demarche.rules.RuleCondition.Exists;
import org.demarche.rules.RuleCondition.Not;
import org.demarche.rules.RuleCondition.Or;
import org.demarche.rules.RuleCondition.Pattern;
import org.demarche.rules.RuleCondition.Test;
import org.demarche.source.SourceLocation;

/** The words that a rule uses literally. */
public final class RuleWords {

    private RuleWords() {}

    /** A word and where it stands. */
    public record Name(String word, SourceLocation at) {}

    /** The words that stand where a case's own names stand: actors, questions. Absent values are left out. */
    public static List<Name> names(RuleCard card) {
        List<Name> names = new ArrayList<>();
        patterns(card.conditions()).forEach(pattern -> addNames(pattern, names));
        accumulates(card.conditions())
                .flatMap(accumulate -> tested(accumulate).stream())
                .forEach(each -> add(each.field().type(), new Operand.Text(each.word()), each.at(), names));
        List<FactType.Field> fields = card.conclusion().type().fields();
        for (int i = 0; i < fields.size(); i++) {
            add(
                    fields.get(i).type(),
                    card.conclusion().arguments().get(i),
                    card.conclusion().at(),
                    names);
        }
        return names;
    }

    /** A text that is compared with the values of a field, and where it stands. */
    public record Tested(FactType.Field field, String word, SourceLocation at) {}

    /** The texts that an accumulate compares its results with by `==`, `!=` or `contains`. */
    public static List<Tested> tested(Accumulate accumulate) {
        List<Tested> tested = new ArrayList<>();
        for (Test test : accumulate.tests()) {
            if (!(test.operator().startsWith("<") || test.operator().startsWith(">"))
                    && test.left() instanceof Operand.Variable result
                    && test.right() instanceof Operand.Text text) {
                fieldOf(result.name(), accumulate)
                        .ifPresent(field -> tested.add(new Tested(field, text.value(), test.rightAt())));
            }
        }
        return tested;
    }

    /** The field that a result of an accumulate is made of; empty where only matches are counted. */
    public static Optional<FactType.Field> fieldOf(String variable, Accumulate accumulate) {
        List<String> arguments = accumulate.results().stream()
                .filter(result -> result.variable().equals(variable))
                .map(RuleCondition.Result::argument)
                .toList();
        return patterns(List.of(accumulate.source())).stream()
                .flatMap(pattern -> pattern.bindings().stream()
                        .filter(binding -> arguments.contains(binding.variable()))
                        .flatMap(binding -> pattern.kind().flatMap(type -> type.field(binding.field())).stream()))
                .findFirst();
    }

    /** All patterns of some conditions, also inside {@code not} and {@code exists}, in their order. */
    public static List<Pattern> patterns(List<RuleCondition> conditions) {
        List<Pattern> patterns = new ArrayList<>();
        conditions.forEach(condition -> addPatterns(condition, patterns));
        return patterns;
    }

    /** All accumulates of some conditions, also inside {@code not} and {@code exists}. */
    public static Stream<Accumulate> accumulates(List<RuleCondition> conditions) {
        return conditions.stream().flatMap(condition -> {
            if (condition instanceof Accumulate accumulate) {
                return Stream.of(accumulate);
            }
            if (condition instanceof Not not) {
                return accumulates(List.of(not.inner()));
            }
            if (condition instanceof Exists exists) {
                return accumulates(List.of(exists.inner()));
            }
            if (condition instanceof And and) {
                return accumulates(and.conditions());
            }
            return condition instanceof Or or ? accumulates(or.conditions()) : Stream.of();
        });
    }

    private static void addPatterns(RuleCondition condition, List<Pattern> patterns) {
        if (condition instanceof Pattern pattern) {
            patterns.add(pattern);
        } else if (condition instanceof Not not) {
            addPatterns(not.inner(), patterns);
        } else if (condition instanceof Exists exists) {
            addPatterns(exists.inner(), patterns);
        } else if (condition instanceof Accumulate accumulate) {
            addPatterns(accumulate.source(), patterns);
        } else if (condition instanceof And and) {
            and.conditions().forEach(each -> addPatterns(each, patterns));
        } else if (condition instanceof Or or) {
            or.conditions().forEach(each -> addPatterns(each, patterns));
        }
    }

    private static void addNames(Pattern pattern, List<Name> names) {
        pattern.kind()
                .ifPresent(type -> pattern.constraints().stream()
                        .flatMap(constraint -> constraint.comparisons().stream())
                        .forEach(comparison -> addName(type, comparison, names)));
    }

    private static void addName(FactType type, Comparison comparison, List<Name> names) {
        if (comparison.operator().equals("==") || comparison.operator().equals("!=")) {
            type.field(comparison.field())
                    .ifPresent(field -> add(field.type(), comparison.operand(), comparison.operandAt(), names));
        }
    }

    private static void add(FieldType type, Operand operand, SourceLocation at, List<Name> names) {
        boolean named = type == FieldType.ACTOR
                || type == FieldType.PARTY
                || type == FieldType.SUBJECT
                || type == FieldType.QUESTION;
        if (named && operand instanceof Operand.Text text && !text.value().isEmpty()) {
            names.add(new Name(text.value(), at));
        }
    }
}
