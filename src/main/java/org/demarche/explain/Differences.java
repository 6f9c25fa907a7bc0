package org.demarche.explain;

import java.util.Optional;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.model.Fact;
import org.demarche.model.FactType;
import org.demarche.model.FieldType;
import org.demarche.rules.Expression;
import org.demarche.rules.RuleCondition.Binding;
import org.demarche.rules.RuleCondition.Comparison;
import org.demarche.rules.RuleCondition.Constraint;

/** Says how a fact differs from what a rule asks for: "the target is South Korea, not the United States". */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class Differences {

    private final Sentences sentences;
    private final Scope scope;

    String of(Constraint constraint, Fact fact) {
        for (Binding binding : constraint.bindings()) {
            Optional<String> wanted = scope.value(binding.variable());
            if (wanted.isPresent() && !wanted.get().equals(fact.value(binding.field()))) {
                return isNot(binding.field(), fact, wanted.get());
            }
        }
        Expression expression = TestWords.flat(constraint.expression());
        if (expression instanceof Expression.Compare compare) {
            return of(compare.comparison(), fact, constraint);
        }
        return "its values do not meet `" + constraint.text() + "`";
    }

    private String of(Comparison comparison, Fact fact, Constraint constraint) {
        Optional<String> wanted = scope.value(comparison.operand(), fact);
        if (wanted.isEmpty() || fact.type().field(comparison.field()).isEmpty()) {
            return "it does not meet `" + constraint.text() + "`";
        }
        if (comparison.operator().equals("==")) {
            return isNot(comparison.field(), fact, wanted.get());
        }
        return comparison.operator().equals("!=")
                ? "the " + comparison.field() + " must not be " + word(fact.type(), comparison.field(), wanted.get())
                : "the " + comparison.field() + " is "
                        + word(fact.type(), comparison.field(), fact.value(comparison.field()))
                        + ", which does not meet `" + constraint.text() + "`";
    }

    private String isNot(String field, Fact fact, String wanted) {
        String value = fact.value(field);
        if (value.isEmpty()) {
            return "it names no " + field + ", not " + word(fact.type(), field, wanted);
        }
        if (wanted.isEmpty()) {
            return "it names " + word(fact.type(), field, value) + " as its " + field;
        }
        String subject = switch (field) {
            case "about" -> "it is about ";
            case "subject" -> "it is said of ";
            case "other" -> "the other side is ";
            default -> "the " + field + " is ";
        };
        return subject + word(fact.type(), field, value) + ", not " + word(fact.type(), field, wanted);
    }

    private String word(FactType type, String field, String value) {
        FieldType kind = type.field(field).map(FactType.Field::type).orElse(FieldType.NAME);
        return switch (kind) {
            case ACTOR, PARTY, SUBJECT -> sentences.name(value);
            default -> "“" + value + "”";
        };
    }
}
