package org.demarche.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.Assessment;
import org.demarche.inference.Derivation;
import org.demarche.inference.DerivationGraph;
import org.demarche.inference.Inference;
import org.demarche.model.Fact;
import org.demarche.worlds.Worlds;

/** Says which rules conclude an inference, and what they stand on that does not hold in every possible scenario. */
final class Support {

    /** More rules, derivations or premises than these nobody reads. */
    private static final int FEW = 3;

    private final Worlds worlds;
    private final DerivationGraph graph;

    Support(Assessment assessment, Inference inference) {
        Worlds all = assessment.worlds();
        this.worlds = all.about(all.graph().find(inference.fact()).orElseThrow());
        this.graph = worlds.graph();
    }

    /** A sentence for each rule, those first that conclude it somewhere. */
    List<String> sentences(Inference inference) {
        Map<String, List<Derivation>> byRule = byRule(inference);
        List<String> sentences = byRule.entrySet().stream()
                .limit(FEW)
                .map(each -> sentence(each.getKey(), each.getValue()))
                .collect(Collectors.toCollection(ArrayList::new));
        List<String> rest = byRule.keySet().stream().skip(FEW).toList();
        if (!rest.isEmpty()) {
            sentences.add("Further rules for it: " + String.join(", ", rest) + ".");
        }
        return sentences;
    }

    /** The sentence for one rule; empty when it is met nowhere, be it possible or not. */
    Optional<String> sentence(Inference inference, String rule) {
        return Optional.ofNullable(byRule(inference).get(rule)).map(derivations -> sentence(rule, derivations));
    }

    private Map<String, List<Derivation>> byRule(Inference inference) {
        int node = graph.find(inference.fact()).orElseThrow();
        Map<String, List<Derivation>> byRule = new LinkedHashMap<>();
        Stream.of(true, false)
                .flatMap(stands -> graph.derivationsOf(node).stream().filter(each -> stands(each) == stands))
                .forEach(each -> byRule.computeIfAbsent(each.rule(), any -> new ArrayList<>())
                        .add(each));
        return byRule;
    }

    private boolean stands(Derivation derivation) {
        return !worlds.label(derivation).isEmpty();
    }

    private String sentence(String rule, List<Derivation> derivations) {
        List<Derivation> standing = derivations.stream().filter(this::stands).toList();
        List<String> needs = (standing.isEmpty() ? derivations : standing)
                .stream().map(this::needs).distinct().limit(FEW).toList();
        String what = standing.isEmpty() ? " is met in no possible scenario" : " concludes it";
        return "Rule " + rule + what + (needs.contains("") ? "" : "; it needs " + String.join(", or ", needs)) + ".";
    }

    /** What of a derivation does not hold everywhere; {@code ""} when all of it does. */
    private String needs(Derivation derivation) {
        Stream<String> present = derivation.positive().stream()
                .filter(node -> !worlds.possible().minus(worlds.label(node)).isEmpty())
                .map(node -> Words.or(facts(node)) + " (in " + share(node) + ")");
        Stream<String> absent = derivation.absences().stream()
                .filter(node -> !worlds.label(node).isEmpty())
                .map(node -> "the absence of " + Words.or(facts(node)) + " (there in " + share(node) + ")");
        return Stream.concat(present, absent).distinct().limit(FEW).collect(Collectors.joining(" and "));
    }

    /** The fact, or those that meet a condition inside a rule or are accumulated there. */
    private List<String> facts(int node) {
        return graph.fact(node)
                .map(fact -> List.of(fact.id()))
                .orElseGet(() -> Stream.concat(Stream.of(node), graph.elementsOf(node).stream())
                        .flatMap(each -> graph.derivationsOf(each).stream())
                        .flatMap(each -> each.matched().stream())
                        .flatMap(matched -> graph.fact(matched).stream())
                        .map(Fact::id)
                        .distinct()
                        .limit(FEW)
                        .toList());
    }

    private String share(int node) {
        return Words.share(worlds.label(node).count(), worlds.count());
    }
}
