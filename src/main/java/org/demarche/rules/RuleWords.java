package org.demarche.rules;

import java.util.ArrayList;
import java.util.List;
import org.demarche.model.FactType;
import org.demarche.model.FieldType;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.rules.RuleCondition.And;
import org.demarche.rules.RuleCondition.Comparison;
import org.demarche.rules.RuleCondition.Exists;
import org.demarche.rules.RuleCondition.Not;
import org.demarche.rules.RuleCondition.Or;
import org.demarche.rules.RuleCondition.Pattern;
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

    /** All patterns of some conditions, also inside {@code not} and {@code exists}, in their order. */
    public static List<Pattern> patterns(List<RuleCondition> conditions) {
        List<Pattern> patterns = new ArrayList<>();
        conditions.forEach(condition -> addPatterns(condition, patterns));
        return patterns;
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
        FactType.named(pattern.type())
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
