package org.demarche.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.demarche.compile.Step;
import org.demarche.inference.Node;
import org.demarche.inference.Value;
import org.demarche.model.Fact;
import org.demarche.model.FactType;
import org.demarche.rules.RuleCondition.Binding;
import org.demarche.rules.RuleCondition.Pattern;

/** What some steps of a possible rule matched: facts, with the pattern of each, and outcomes of accumulates. */
record Matched(List<Pattern> patterns, List<Fact> facts, List<Node.Outcome> outcomes) {

    /**
     * What was matched.
     *
     * @param nodes for each step the fact's node, or the outcome's
     */
    static Matched of(List<Step> steps, List<Node> nodes) {
        Matched matched = new Matched(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof Step.Match match) {
                matched.patterns.add(match.pattern());
                matched.facts.add(((Node.Known) nodes.get(i)).fact());
            } else {
                matched.outcomes.add((Node.Outcome) nodes.get(i));
            }
        }
        return matched;
    }

    /** What a variable stands for; empty when nothing here binds it to a value. */
    Optional<Value> value(String variable) {
        for (Node.Outcome outcome : outcomes) {
            if (outcome.results().containsKey(variable)) {
                return Optional.of(Objects.requireNonNull(outcome.results().get(variable)));
            }
        }
        for (int i = 0; i < patterns.size(); i++) {
            for (Binding binding : patterns.get(i).bindings()) {
                Optional<FactType.Field> field = facts.get(i).type().field(binding.field());
                if (binding.variable().equals(variable) && field.isPresent()) {
                    return Optional.of(value(field.get(), facts.get(i).value(binding.field())));
                }
            }
        }
        return Optional.empty();
    }

    private static Value value(FactType.Field field, String text) {
        return field.type().isNumber() && !text.isEmpty()
                ? new Value.Number(new BigDecimal(text))
                : new Value.Text(text);
    }
}
