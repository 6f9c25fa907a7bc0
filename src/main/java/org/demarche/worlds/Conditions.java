package org.demarche.worlds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demarche.inference.Choice;

/**
 * The minimal sufficient conditions of a label: its prime implicants over literals "question = answer", by the recursion of
 * Coudert and Madre ("Implicit and incremental computation of primes and essential primes of Boolean functions", DAC 1992),
 * taken from two answers to many: {@code primes(f) = A ∪ ⋃v {q=v} × (primes(f given q=v) ∖ A)} with
 * {@code A = primes(∧v f given q=v)}.
 */
final class Conditions {

    private final ScenarioSpace space;
    private final Map<Label, Set<Map<String, String>>> known = new HashMap<>();

    Conditions(ScenarioSpace space) {
        this.space = space;
    }

    /** All prime implicants of the label, shortest first; one empty condition for all scenarios, none for no scenario. */
    List<Map<String, String>> of(Label label) {
        return primes(label, 0).stream()
                .sorted(Comparator.comparing((Map<String, String> condition) -> condition.size())
                        .thenComparing(Map::toString))
                .toList();
    }

    private Set<Map<String, String>> primes(Label label, int question) {
        Set<Map<String, String>> before = known.get(label);
        if (before == null) {
            before = compute(label, question);
            known.put(label, before);
        }
        return before;
    }

    private Set<Map<String, String>> compute(Label label, int from) {
        if (label.isEmpty()) {
            return Set.of();
        }
        int question = from;
        List<String> questions = space.questions();
        while (question < questions.size() && !label.dependsOn(questions.get(question))) {
            question++;
        }
        return question == questions.size() ? Set.of(Map.of()) : split(label, questions.get(question), question + 1);
    }

    private Set<Map<String, String>> split(Label label, String question, int next) {
        Map<String, Label> cofactors = new LinkedHashMap<>();
        space.answers(question).forEach(answer -> cofactors.put(answer, label.given(question, answer)));
        Label always = cofactors.values().stream().reduce(Label::and).orElseThrow();
        Set<Map<String, String>> without = primes(always, next);
        Set<Map<String, String>> all = new LinkedHashSet<>(without);
        cofactors.forEach((answer, cofactor) -> {
            for (Map<String, String> condition : primes(cofactor, next)) {
                if (!without.contains(condition)) {
                    Map<String, String> longer = new LinkedHashMap<>(Map.of(question, answer));
                    longer.putAll(condition);
                    all.add(longer);
                }
            }
        });
        return all;
    }

    /** The scenarios that meet a condition. */
    static Label where(Labels labels, Map<String, String> condition) {
        List<Label> parts = new ArrayList<>(List.of(labels.all()));
        condition.forEach((question, answer) -> parts.add(labels.where(new Choice(question, answer))));
        return parts.stream().reduce(Label::and).orElseThrow();
    }
}
