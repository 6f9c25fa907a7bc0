package org.demarche.explain.wording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.demarche.explain.matching.Scope;
import org.demarche.inference.Derivation;
import org.demarche.inference.DerivationGraph;
import org.demarche.inference.Node;
import org.demarche.inference.Value;
import org.demarche.model.Fact;
import org.demarche.rules.Operand;
import org.demarche.rules.RuleCondition.Binding;
import org.demarche.rules.RuleCondition.Pattern;
import org.jspecify.annotations.Nullable;

/** The values of a rule's variables in one derivation: which field of which matched fact each stands for. */
public final class Bindings {

    private record Bound(String field, Fact fact) {}

    private static final java.util.regex.Pattern FIELD =
            java.util.regex.Pattern.compile("(\\$\\w+)\\.(\\w+)(?:\\(\\))?");
    private static final java.util.regex.Pattern PLACEHOLDER = java.util.regex.Pattern.compile("\\{(\\w+)}");

    private final Map<String, Bound> bound = new HashMap<>();
    private final Map<String, Fact> labelled = new HashMap<>();
    private final Map<String, Value> results = new HashMap<>();
    private final Map<String, String> plain = new HashMap<>();

    /** What is known of a rule's variables when not all of its conditions are met. */
    public Bindings(Scope scope) {
        labelled.putAll(scope.labelled());
        results.putAll(scope.results());
        plain.putAll(scope.values());
    }

    /**
     * The values.
     *
     * @param facts one for each of the first patterns
     * @param outcomes what accumulates came to
     */
    public Bindings(List<Pattern> patterns, List<Fact> facts, List<Node.Outcome> outcomes) {
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

    /** The values of the variables: those of the facts given before, for a condition inside a rule, and those matched. */
    public static Bindings of(Derivation derivation, DerivationGraph graph) {
        List<Pattern> patterns = new ArrayList<>();
        List<Fact> facts = new ArrayList<>();
        List<Node.Outcome> outcomes = new ArrayList<>();
        if (graph.nodes().get(derivation.head()) instanceof Node.Local local) {
            patterns.addAll(local.before());
            facts.addAll(local.given());
            outcomes.addAll(local.outcomes());
        } else if (graph.nodes().get(derivation.head()) instanceof Node.Element element) {
            patterns.addAll(element.before());
            facts.addAll(element.given());
            outcomes.addAll(element.outcomes());
        }
        derivation
                .outcomes()
                .forEach(outcome -> outcomes.add((Node.Outcome) graph.nodes().get(outcome)));
        patterns.addAll(derivation.patterns());
        derivation.matched().forEach(node -> facts.add(graph.fact(node).orElseThrow()));
        return new Bindings(patterns, facts, outcomes);
    }

    /** A rule's wording with the names of what its variables stand for. */
    public String fill(String text, Sentences sentences) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(Optional.ofNullable(bound.get(found.group(1)))
                        .map(value -> sentences.value(value.fact().type(), value.field(), value.fact()))
                        .or(() ->
                                Optional.ofNullable(results.get(found.group(1))).map(result -> said(result, sentences)))
                        .or(() -> Optional.ofNullable(plain.get(found.group(1)))
                                .filter(value -> !value.isEmpty())
                                .map(sentences::name))
                        .orElse("somebody")));
    }

    static String said(Value result, Sentences sentences) {
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

    /** The fact that a variable stands for; null when it stands for a value. */
    @Nullable
    public Fact fact(String variable) {
        return labelled.get("$" + variable);
    }

    /** What an accumulate came to, as it is said inside a sentence; empty where that does not matter to the rule. */
    Optional<String> result(String variable, Sentences sentences) {
        return Optional.ofNullable(results.get(variable)).map(result -> said(result, sentences));
    }

    /** The value of what a test of a fact compares with, also when that is another of the fact's own values. */
    public Optional<String> value(Operand operand, Fact own) {
        return operand instanceof Operand.Other other
                        && own.type().field(other.written()).isPresent()
                ? Optional.of(own.value(other.written()))
                : value(operand);
    }

    /** The value of what a test compares with; empty when it is not known here. */
    public Optional<String> value(Operand operand) {
        if (operand instanceof Operand.Text text) {
            return Optional.of(text.value());
        }
        if (operand instanceof Operand.Variable variable) {
            return Optional.ofNullable(bound.get(variable.name()))
                    .map(value -> value.fact().value(value.field()))
                    .or(() -> Optional.ofNullable(results.get(variable.name())).map(Value::toString))
                    .or(() -> Optional.ofNullable(plain.get(variable.name())));
        }
        if (!(operand instanceof Operand.Other other)) {
            return Optional.empty();
        }
        Matcher field = FIELD.matcher(other.written());
        return field.matches()
                ? Optional.ofNullable(labelled.get(field.group(1)))
                        .filter(fact -> fact.type().field(field.group(2)).isPresent())
                        .map(fact -> fact.value(field.group(2)))
                : Optional.empty();
    }
}
