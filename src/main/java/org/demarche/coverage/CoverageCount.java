package org.demarche.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.demarche.Assessment;
import org.demarche.check.Expectation;
import org.demarche.check.ExpectationRunner;
import org.demarche.explain.matching.Known;
import org.demarche.inference.Choice;
import org.demarche.inference.Derivation;
import org.demarche.inference.DerivationGraph;
import org.demarche.inference.LimitReachedException;
import org.demarche.rules.ConditionSites;
import org.demarche.rules.ConditionSites.Site;
import org.demarche.rules.ConditionText;
import org.demarche.rules.RuleCard;
import org.demarche.worlds.Worlds;

/**
 * Counts what expectations see: of each the case in its circumstances, in the scenarios with the answers that it gives. What has been
 * seen once is not looked for again.
 */
public final class CoverageCount {

    private final Map<String, RuleCard> rules = new TreeMap<>();
    private final Set<String> concluded = new HashSet<>();
    private final Map<String, Set<List<Integer>>> met = new TreeMap<>();
    private final Map<String, Set<List<Integer>>> decisive = new TreeMap<>();

    /**
     * Adds what some expectations of one case see.
     *
     * @throws LimitReachedException when labels of everything together are too large, or there is too much to match
     */
    public void add(ExpectationRunner runner, Collection<Expectation> expectations) {
        Map<Assessment, Set<Map<String, String>>> looked = new LinkedHashMap<>();
        for (Expectation expectation : expectations) {
            looked.computeIfAbsent(runner.assessment(expectation), any -> new HashSet<>())
                    .add(expectation.given());
        }
        looked.forEach((assessment, givens) -> {
            boolean all = givens.contains(Map.<String, String>of());
            for (Map<String, String> given : all ? Set.of(Map.<String, String>of()) : givens) {
                see(given(assessment, given));
            }
        });
    }

    private static Assessment given(Assessment assessment, Map<String, String> answers) {
        return answers.isEmpty()
                ? assessment
                : assessment.given(answers.entrySet().stream()
                        .map(each -> new Choice(each.getKey(), each.getValue()))
                        .toList());
    }

    private void see(Assessment assessment) {
        Worlds worlds = assessment.worlds().together();
        DerivationGraph graph = worlds.graph();
        for (Derivation derivation : graph.derivations()) {
            if (graph.fact(derivation.head()).isPresent()
                    && !concluded.contains(derivation.rule())
                    && worlds.stands(derivation)) {
                concluded.add(derivation.rule());
            }
        }
        NearMatches matches = new NearMatches(new Known(worlds), worlds.possible());
        assessment.rulebase().cards().values().forEach(card -> see(card, matches));
    }

    private void see(RuleCard card, NearMatches matches) {
        rules.put(card.id(), card);
        Set<List<Integer>> metBefore = met.computeIfAbsent(card.id(), any -> new HashSet<>());
        Set<List<Integer>> decisiveBefore = decisive.computeIfAbsent(card.id(), any -> new HashSet<>());
        for (Site site : ConditionSites.of(card.conditions())) {
            if (!metBefore.contains(site.path()) && matches.met(card.conditions(), site)) {
                metBefore.add(site.path());
            }
            if (!decisiveBefore.contains(site.path()) && matches.decisive(card.conditions(), site)) {
                decisiveBefore.add(site.path());
            }
        }
    }

    /** What has been seen so far, of all rules that the cases use. */
    public Coverage coverage() {
        List<RuleCoverage> all = new ArrayList<>();
        rules.forEach((id, card) -> all.add(new RuleCoverage(
                id,
                card.at(),
                concluded.contains(id),
                ConditionSites.of(card.conditions()).stream()
                        .map(site -> condition(id, site))
                        .toList())));
        return new Coverage(all);
    }

    private ConditionCoverage condition(String rule, Site site) {
        return new ConditionCoverage(
                ConditionText.of(site.condition()),
                site.condition().at(),
                met.getOrDefault(rule, Set.of()).contains(site.path()),
                decisive.getOrDefault(rule, Set.of()).contains(site.path()));
    }
}
