package org.demarche.explain.wording;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.demarche.explain.matching.Scope;
import org.demarche.model.Fact;
import org.demarche.rules.Expression;
import org.demarche.rules.RuleCondition.Binding;
import org.demarche.rules.RuleCondition.Comparison;
import org.demarche.rules.RuleCondition.Constraint;

/** Says how a fact differs from what a rule asks for: "the target is South Korea, not the United States". */
@RequiredArgsConstructor
public final class Differences {

    private final Sentences sentences;
    private final Scope scope;

    public String of(Constraint constraint, Fact fact) {
        ExpressionWords words = new ExpressionWords(sentences, fact.type(), operand -> scope.value(operand, fact));
        for (Binding binding : constraint.bindings()) {
            Optional<String> wanted = scope.value(binding.variable());
            if (wanted.isPresent() && !wanted.get().equals(fact.value(binding.field()))) {
                return isNot(binding.field(), fact, wanted.get(), words);
            }
        }
        Expression expression = ExpressionWords.flat(constraint.expression());
        if (expression instanceof Expression.Compare compare
                && compare.comparison().operator().equals("==")) {
            Comparison comparison = compare.comparison();
            Optional<String> wanted = scope.value(comparison.operand(), fact);
            if (wanted.isPresent() && fact.type().field(comparison.field()).isPresent()) {
                return isNot(comparison.field(), fact, wanted.get(), words);
            }
        }
        return words.must(expression, field -> (fact.type().isDeclared() ? "its " : "the ") + field)
                .orElse("its values do not meet `" + constraint.text() + "`");
    }

    private static String isNot(String field, Fact fact, String wanted, ExpressionWords words) {
        String value = fact.value(field);
        String subject = switch (field) {
            case "about" -> "it is about ";
            case "subject" -> "it is said of ";
            case "other" -> "the other side is ";
            default -> "the " + field + " is ";
        };
        if (value.isEmpty()) {
            return "it says this of nobody in particular, not of " + words.word(field, wanted);
        }
        return wanted.isEmpty()
                ? subject + words.word(field, value) + ", where the rule asks for nobody in particular"
                : subject + words.word(field, value) + ", not " + words.word(field, wanted);
    }
}
