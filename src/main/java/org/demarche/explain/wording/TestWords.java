package org.demarche.explain.wording;

import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.demarche.model.Fact;
import org.demarche.model.FactType;
import org.demarche.model.FieldType;
import org.demarche.rules.RuleCondition.Constraint;
import org.demarche.rules.RuleCondition.Pattern;

/** Says what a rule asks of the values of a fact beyond what the sentence of the fact says: that Bland is not Aland. */
@RequiredArgsConstructor
public final class TestWords {

    private final Sentences sentences;
    private final Bindings bindings;

    /** One phrase for each test that the fact's own sentence does not show. */
    public List<String> of(Pattern pattern, Fact fact) {
        ExpressionWords words = new ExpressionWords(sentences, fact.type(), operand -> bindings.value(operand, fact));
        List<String> tests = new ArrayList<>();
        for (Constraint constraint : pattern.constraints()) {
            if (!shown(constraint, fact.type()) && !isOfTruth(constraint, fact.type())) {
                tests.add(words.is(constraint.expression(), field -> subject(words, fact, field))
                        .orElse("its values meet `" + constraint.text() + "`"));
            }
        }
        return tests;
    }

    /** Whether a sentence that says the values of a fact says this as well. */
    static boolean shown(Constraint constraint, FactType type) {
        return constraint.plain()
                && constraint.comparisons().stream()
                        .allMatch(each -> each.operator().equals("==") && Sentences.says(type, each.field()));
    }

    /** What is true or false shows by itself that it is not the other. */
    private static boolean isOfTruth(Constraint constraint, FactType type) {
        return constraint.plain()
                && !constraint.comparisons().isEmpty()
                && constraint.comparisons().stream()
                        .allMatch(each -> type.field(each.field())
                                .filter(field -> field.type() == FieldType.TRUTH)
                                .isPresent());
    }

    private static String subject(ExpressionWords words, Fact fact, String field) {
        FieldType kind = fact.type().field(field).map(FactType.Field::type).orElse(FieldType.NAME);
        if (fact.type().field(field).isEmpty()) {
            return "it";
        }
        String value = words.word(field, fact.value(field));
        if (fact.type().isDeclared()) {
            return field + ": " + value;
        }
        return switch (kind) {
            case ACTOR, PARTY, SUBJECT ->
                fact.value(field).isEmpty() ? "the " + field + ", which is not named," : value;
            default -> "its " + field + ", " + value + ",";
        };
    }
}
