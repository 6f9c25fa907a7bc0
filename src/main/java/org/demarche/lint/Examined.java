package org.demarche.lint;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.Assessment;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Statement;
import org.demarche.cases.Vocabulary;
import org.demarche.compile.Rulebase;
import org.demarche.inference.DerivationGraph;
import org.demarche.model.Fact;
import org.demarche.rules.RuleCard;

/**
 * What is looked at.
 *
 * @param cases every case that could be assessed, on its own day first, then on other days that matter to somebody
 * @param living the rules that conclude something in some possible scenario of some case
 */
record Examined(Rulebase rulebase, List<Assessment> cases, Set<String> living) {

    Examined {
        cases = List.copyOf(cases);
        living = Set.copyOf(living);
    }

    static Examined of(Rulebase rulebase, List<Assessment> cases) {
        Set<String> living = new HashSet<>();
        for (Assessment each : cases) {
            // Where scenarios were only drawn at random, a rule that fired at all may live in others.
            boolean exact = each.exact();
            each.worlds().graph().derivations().stream()
                    .filter(derivation -> !living.contains(derivation.rule()))
                    // Derivations of what stands inside a rule are its too, and conclude nothing.
                    .filter(derivation ->
                            each.worlds().graph().fact(derivation.head()).isPresent())
                    .filter(derivation -> !exact || each.worlds().stands(derivation))
                    .forEach(derivation -> living.add(derivation.rule()));
        }
        return new Examined(rulebase, cases, living);
    }

    Collection<RuleCard> rules() {
        return rulebase.cards().values();
    }

    Vocabulary vocabulary() {
        return rulebase.vocabulary();
    }

    /** The rules that some case uses, by id. */
    Map<String, RuleCard> used() {
        Map<String, RuleCard> used = new TreeMap<>();
        cases.forEach(each -> used.putAll(each.rulebase().cards()));
        return used;
    }

    /** Everything that a case states on any day, also under answers. */
    static Stream<Statement> statements(CaseFile file) {
        return Stream.concat(
                file.statements().stream(),
                file.questions().stream()
                        .flatMap(question -> question.answers().stream())
                        .flatMap(answer -> answer.facts().stream()));
    }

    /** Everything that a case states on any day, and that rules may conclude from it. */
    static Stream<Fact> facts(Assessment assessment) {
        DerivationGraph graph = assessment.worlds().graph();
        return Stream.concat(
                statements(assessment.caseFile()).map(Statement::fact),
                IntStream.range(0, graph.nodes().size()).mapToObj(graph::fact).flatMap(fact -> fact.stream()));
    }
}
