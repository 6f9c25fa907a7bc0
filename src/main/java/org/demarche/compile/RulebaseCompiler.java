package org.demarche.compile;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.demarche.rules.RuleCard;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;

/** Compiles a possibility form with Drools. Our own checks come first; what only Drools finds is told by rule. */
final class RulebaseCompiler {

    private static final String FOLDER = "src/main/resources/demarche/possible/";

    private RulebaseCompiler() {}

    /** The compiled rules; empty when some cannot be compiled, which are then among the problems. */
    static Optional<KieBase> compile(List<PossibleRule> rules, Map<String, RuleCard> cards, Problems problems) {
        Optional<KieBase> compiled = compile(rules);
        if (compiled.isEmpty()) {
            // The messages of a whole base name neither rule nor line: compile each rule alone to know which it is.
            for (RuleCard card : cards.values()) {
                List<PossibleRule> ofCard = rules.stream()
                        .filter(rule -> rule.rule().equals(card.id()))
                        .toList();
                if (compile(ofCard).isEmpty()) {
                    problems.add(Problem.error(
                            "rule-compile",
                            card.at(),
                            "Rule `" + card.id()
                                    + "` does not compile: a test or a value in it calls something that its facts do"
                                    + " not have, or compares what cannot be compared."));
                }
            }
        }
        if (compiled.isEmpty() && !problems.hasErrors()) {
            cards.values().stream()
                    .limit(1)
                    .forEach(
                            card -> problems.add(
                                    Problem.error(
                                            "rule-compile",
                                            SourceLocation.of(card.at().file()),
                                            "The rules compile one by one but not together: leave out files until they do, to find those that clash.")));
        }
        return compiled;
    }

    /** The keys of the cards that do not compile. */
    static Set<String> broken(Map<String, RuleCard> cards) {
        if (compile(PossibilityForm.of(cards)).isPresent()) {
            return Set.of();
        }
        if (cards.size() == 1) {
            return Set.copyOf(cards.keySet());
        }
        List<String> keys = cards.keySet().stream().sorted().toList();
        Set<String> broken = new HashSet<>();
        Stream.of(keys.subList(0, keys.size() / 2), keys.subList(keys.size() / 2, keys.size()))
                .map(half -> {
                    Map<String, RuleCard> some = new TreeMap<>(cards);
                    some.keySet().retainAll(half);
                    return some;
                })
                .forEach(half -> broken.addAll(broken(half)));
        return broken;
    }

    /** The compiled rules; empty when some cannot be compiled. */
    static Optional<KieBase> compile(List<PossibleRule> rules) {
        KieServices kie = KieServices.get();
        KieFileSystem files = kie.newKieFileSystem();
        ReleaseId id = kie.newReleaseId(
                "org.demarche.possible", "rules", java.util.UUID.randomUUID().toString());
        files.generateAndWritePomXML(id);
        files.write(FOLDER + "possible.drl", PossibilityDrl.write(rules));
        try {
            KieBuilder builder = kie.newKieBuilder(files).buildAll(ExecutableModelProject.class);
            if (builder.getResults().hasMessages(Message.Level.ERROR)) {
                return Optional.empty();
            }
            KieContainer container = kie.newKieContainer(id);
            return Optional.of(container.getKieBase());
        } catch (RuntimeException | LinkageError broken) {
            // Drools throws of its own accord on some rules that it cannot compile; to the reader it is the same.
            return Optional.empty();
        } finally {
            kie.getRepository().removeKieModule(id);
        }
    }
}
