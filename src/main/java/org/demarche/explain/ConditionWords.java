package org.demarche.explain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demarche.model.FactType;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.And;
import org.demarche.rules.RuleCondition.Comparison;
import org.demarche.rules.RuleCondition.Constraint;
import org.demarche.rules.RuleCondition.Exists;
import org.demarche.rules.RuleCondition.Not;
import org.demarche.rules.RuleCondition.Or;
import org.demarche.rules.RuleCondition.Pattern;

/** Says what a condition asks for, as a clause that can follow "that". */
final class ConditionWords {

    private final Sentences sentences;
    private final Bindings bindings;

    ConditionWords(Sentences sentences, Bindings bindings) {
        this.sentences = sentences;
        this.bindings = bindings;
    }

    String clause(RuleCondition condition) {
        if (condition instanceof Pattern pattern) {
            return clause(pattern);
        }
        if (condition instanceof And and) {
            return joined(and.conditions(), " and ");
        }
        if (condition instanceof Or or) {
            return joined(or.conditions(), " or ");
        }
        if (condition instanceof Not not) {
            return "nothing says that " + clause(not.inner());
        }
        return clause(((Exists) condition).inner());
    }

    private String joined(List<RuleCondition> conditions, String word) {
        return conditions.stream().map(this::clause).collect(Collectors.joining(word));
    }

    private String clause(Pattern pattern) {
        Map<String, String> values = new HashMap<>();
        for (Constraint constraint : pattern.constraints()) {
            for (Comparison comparison : constraint.comparisons()) {
                if (constraint.plain() && comparison.operator().equals("==")) {
                    Optional<String> value = bindings.value(comparison.operand());
                    value.ifPresent(known -> values.put(comparison.field(), known));
                }
            }
        }
        return FactType.named(pattern.type())
                .map(type -> sentences.clause(type, values))
                .orElse("something holds");
    }
}
