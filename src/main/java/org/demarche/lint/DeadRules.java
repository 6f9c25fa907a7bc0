package org.demarche.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.Assessment;
import org.demarche.inference.Derivation;
import org.demarche.inference.DerivationGraph;
import org.demarche.model.Fact;
import org.demarche.rules.Branch;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCondition.Pattern;
import org.demarche.source.Problem;
import org.demarche.worlds.Worlds;

/** Rules that conclude nothing in any scenario of any case that uses them. */
final class DeadRules implements Lint {

    @Override
    public List<Problem> find(Examined examined) {
        Set<String> alive = new HashSet<>();
        examined.cases().forEach(each -> alive.addAll(alive(each.worlds())));
        return examined.used().values().stream()
                .filter(card -> !alive.contains(card.id()))
                .map(card -> Problem.warning(
                                "dead-rule",
                                card.at(),
                                "Rule `" + card.id() + "` concludes nothing in any scenario of any case: "
                                        + why(card, examined.cases()) + ".")
                        .withHint("Write a case in which it does, or leave it out."))
                .toList();
    }

    private static Set<String> alive(Worlds worlds) {
        Set<String> alive = new HashSet<>();
        for (Derivation derivation : worlds.graph().derivations()) {
            if (worlds.stands(derivation)) {
                alive.add(derivation.rule());
            }
        }
        return alive;
    }

    private static String why(RuleCard card, List<Assessment> cases) {
        List<Assessment> using = cases.stream()
                .filter(each -> each.rulebase().cards().containsKey(card.id()))
                .toList();
        Optional<Pattern> unmet = card.branches().stream()
                .map(Branch::patterns)
                .flatMap(List::stream)
                .filter(pattern -> using.stream()
                        .flatMap(each -> facts(each.worlds().graph()))
                        .noneMatch(fact -> Fitting.fits(pattern, fact)))
                .findFirst();
        return unmet.map(pattern -> "nothing there ever meets the condition on line "
                        + pattern.at().line())
                .orElse("each of its conditions is met somewhere, but never all together");
    }

    private static Stream<Fact> facts(DerivationGraph graph) {
        return Stream.iterate(0, node -> node < graph.nodes().size(), node -> node + 1)
                .flatMap(node -> graph.fact(node).stream());
    }
}
