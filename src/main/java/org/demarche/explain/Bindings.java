package org.demarche.explain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.demarche.inference.Node;
import org.demarche.inference.Value;
import org.demarche.model.Fact;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCondition.Binding;
import org.demarche.rules.RuleCondition.Pattern;

/** The values of a rule's variables in one derivation: which field of which matched fact each stands for. */
final class Bindings {

    private record Bound(String field, Fact fact) {}

    private static final java.util.regex.Pattern FIELD =
            java.util.regex.Pattern.compile("(\\$\\w+)\\.(\\w+)(?:\\(\\))?");
    private static final java.util.regex.Pattern PLACEHOLDER = java.util.regex.Pattern.compile("\\{(\\w+)}");

    private final Map<String, Bound> bound = new HashMap<>();
    private final Map<String, Fact> labelled = new HashMap<>();
    private final Map<String, Value> results = new HashMap<>();

    /**
     * The values.
     *
     * @param facts one for each of the first patterns
     * @param outcomes what accumulates came to
     */
    Bindings(List<Pattern> patterns, List<Fact> facts, List<Node.Outcome> outcomes) {
        outcomes.forEach(outcome -> results.putAll(outcome.results()));
        for (int i = 0; i < facts.size() && i < patterns.size(); i++) {
            if (!patterns.get(i).label().isEmpty()) {
                labelled.put(patterns.get(i).label(), facts.get(i));
            }
            for (Binding binding : patterns.get(i).bindings()) {
                if (facts.get(i).type().field(binding.field()).isPresent()) {
                    bound.put(binding.variable(), new Bound(binding.field(), facts.get(i)));
                }
            }
        }
    }

    /** A rule's wording with the names of what its variables stand for. */
    String fill(String text, Sentences sentences) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(Optional.ofNullable(bound.get(found.group(1)))
                        .map(value -> sentences.value(value.fact().type(), value.field(), value.fact()))
                        .or(() ->
                                Optional.ofNullable(results.get(found.group(1))).map(result -> said(result, sentences)))
                        .orElse("somebody")));
    }

    private static String said(Value result, Sentences sentences) {
        if (!(result instanceof Value.Texts texts)) {
            return sentences.name(result.toString());
        }
        List<String> names = texts.values().stream().map(sentences::name).toList();
        int last = names.size() - 1;
        return switch (names.size()) {
            case 0 -> "nothing";
            case 1 -> names.get(0);
            default -> String.join(", ", names.subList(0, last)) + " and " + names.get(last);
        };
    }

    /** What an accumulate came to, as it is said inside a sentence; empty where that does not matter to the rule. */
    Optional<String> result(String variable, Sentences sentences) {
        return Optional.ofNullable(results.get(variable)).map(result -> said(result, sentences));
    }

    /** The value of what a test compares with; empty when it is not known here. */
    Optional<String> value(Operand operand) {
        if (operand instanceof Operand.Text text) {
            return Optional.of(text.value());
        }
        if (operand instanceof Operand.Variable variable) {
            return Optional.ofNullable(bound.get(variable.name()))
                    .map(value -> value.fact().value(value.field()))
                    .or(() -> Optional.ofNullable(results.get(variable.name())).map(Value::toString));
        }
        Matcher field = FIELD.matcher(((Operand.Other) operand).written());
        return field.matches()
                ? Optional.ofNullable(labelled.get(field.group(1)))
                        .filter(fact -> fact.type().field(field.group(2)).isPresent())
                        .map(fact -> fact.value(field.group(2)))
                : Optional.empty();
    }
}
