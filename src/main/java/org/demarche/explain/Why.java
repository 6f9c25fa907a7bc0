package org.demarche.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Vocabulary;
import org.demarche.explain.Explanation.Absent;
import org.demarche.explain.Explanation.Accumulated;
import org.demarche.explain.Explanation.Held;
import org.demarche.explain.Explanation.OneOf;
import org.demarche.explain.Explanation.Premise;
import org.demarche.explain.Explanation.Reason;
import org.demarche.explain.Explanation.Way;
import org.demarche.inference.Derivation;
import org.demarche.inference.DerivationGraph;
import org.demarche.inference.Inference;
import org.demarche.inference.Node;
import org.demarche.model.Fact;
import org.demarche.rules.Branch;
import org.demarche.rules.RuleCard;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.Pattern;
import org.demarche.worlds.Label;
import org.demarche.worlds.Worlds;

/** Builds the tree of reasons of an inference. */
public final class Why {

    private final Worlds worlds;
    private final DerivationGraph graph;
    private final Map<String, RuleCard> cards;
    private final Sentences sentences;
    private final Origins origins;
    private final Set<Integer> shown = new HashSet<>();
    private final List<Integer> path = new ArrayList<>();

    private Why(Worlds worlds, Map<String, RuleCard> cards, CaseFile caseFile, Sentences sentences) {
        this.worlds = worlds;
        this.graph = worlds.graph();
        this.cards = cards;
        this.sentences = sentences;
        this.origins = new Origins(worlds, caseFile);
    }

    /** Why the inference holds in the possible scenarios in which it does; without reasons when it holds in none. */
    public static Explanation explain(
            Inference inference, Worlds worlds, Map<String, RuleCard> cards, CaseFile caseFile, Vocabulary vocabulary) {
        Sentences sentences = new Sentences(caseFile, vocabulary);
        int node = worlds.graph().find(inference.fact()).orElseThrow();
        Why why = new Why(worlds.about(node), cards, caseFile, sentences);
        return new Explanation(inference, sentences.sentence(inference.fact()), worlds.count(), why.reasons(node));
    }

    private List<Reason> reasons(int node) {
        shown.add(node);
        path.add(node);
        List<Reason> reasons = new ArrayList<>();
        for (Derivation derivation : standing(node)) {
            reasons.add(reason(derivation, bindings(derivation)));
        }
        path.remove(path.size() - 1);
        return reasons;
    }

    /** The derivations that stand somewhere and are no detour through what they are to explain, the widest first. */
    private List<Derivation> standing(int node) {
        Grounds grounds = new Grounds(worlds, node, path);
        return graph.derivationsOf(node).stream()
                .filter(grounds::support)
                .sorted(Comparator.comparing(
                                (Derivation each) -> worlds.label(each).count())
                        .reversed())
                .toList();
    }

    private Reason reason(Derivation derivation, Bindings bindings) {
        RuleCard card = Objects.requireNonNull(cards.get(derivation.rule()));
        return new Reason(
                card.id(),
                card.title(),
                Sentences.capital(bindings.fill(card.says(), sentences)),
                card.citations(),
                card.likelihood(),
                card.at(),
                worlds.label(derivation).count(),
                worlds.conditions(worlds.label(derivation)).listed(),
                premises(derivation, bindings));
    }

    /** The values of the variables: those of the facts given before, for a condition inside a rule, and those matched. */
    private Bindings bindings(Derivation derivation) {
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
        facts.addAll(facts(derivation.matched()));
        return new Bindings(patterns, facts, outcomes);
    }

    private List<Fact> facts(List<Integer> nodes) {
        return nodes.stream().map(node -> graph.fact(node).orElseThrow()).toList();
    }

    private List<Premise> premises(Derivation derivation, Bindings bindings) {
        List<Premise> premises = new ArrayList<>();
        derivation.matched().forEach(node -> premises.add(held(node)));
        derivation.outcomes().forEach(outcome -> premises.add(accumulated(derivation, outcome, bindings)));
        derivation.witnesses().forEach(witness -> premises.addAll(witnesses(witness)));
        derivation.absences().forEach(absence -> premises.add(absent(derivation, absence, bindings)));
        return premises;
    }

    private Held held(int node) {
        Fact fact = graph.fact(node).orElseThrow();
        boolean derived = !graph.derivationsOf(node).isEmpty();
        boolean above = derived && shown.contains(node);
        return new Held(
                fact.id(),
                sentences.sentence(fact),
                origins.of(node, fact),
                derived && !above ? reasons(node) : List.of(),
                above);
    }

    /** What meets an {@code exists}: as many matches, the widest first, as it takes to cover where it is met. */
    private List<Premise> witnesses(int witness) {
        List<Way> ways = ways(witness, standing(witness));
        return ways.size() <= 1
                ? ways.stream().flatMap(way -> way.premises().stream()).toList()
                : List.of(new OneOf(ways));
    }

    private List<Way> ways(int node, List<Derivation> derivations) {
        List<Way> ways = new ArrayList<>();
        Label open = worlds.label(node);
        for (Derivation derivation : derivations) {
            Label covered = worlds.label(derivation);
            if (!covered.and(open).isEmpty()) {
                open = open.minus(covered);
                ways.add(new Way(worlds.conditions(covered).listed(), premises(derivation, bindings(derivation))));
            }
        }
        return ways;
    }

    /** What an accumulate comes to, with everything of it that is there in some scenario in which the derivation stands. */
    private Accumulated accumulated(Derivation derivation, int outcome, Bindings bindings) {
        RuleCondition.Accumulate condition = ((Node.Outcome) graph.nodes().get(outcome)).condition();
        Label stands = worlds.label(derivation);
        List<Way> elements = graph.elementsOf(outcome).stream()
                .filter(element -> !worlds.label(element).and(stands).isEmpty())
                // Also one that leans on what is explained is counted: it is no support, but it is there.
                .flatMap(element -> ways(element, graph.derivationsOf(element)).stream())
                .toList();
        return elements.isEmpty()
                ? new Accumulated(new ConditionWords(sentences, bindings).absence(condition.source()), elements)
                : new Accumulated(new AccumulateWords(sentences, bindings).sentence(condition), elements);
    }

    private Absent absent(Derivation derivation, int absence, Bindings bindings) {
        Node.Local local = (Node.Local) graph.nodes().get(absence);
        RuleCard card = Objects.requireNonNull(cards.get(local.rule()));
        String sentence = unless(card, derivation, local)
                .map(text -> "Nothing says that " + bindings.fill(text, sentences))
                .orElseGet(() -> new ConditionWords(sentences, bindings).absence(local.condition()));
        return new Absent(
                sentence,
                worlds.label(absence).isEmpty()
                        ? List.of()
                        : worlds.conditions(absence).listed());
    }

    /** The rule's own wording, if it has one for this {@code not}. */
    private static Optional<String> unless(RuleCard card, Derivation derivation, Node.Local local) {
        List<RuleCondition.Not> negations = card.negations();
        Branch branch = card.branches().get(derivation.branch());
        for (int i = 0; i < negations.size(); i++) {
            if (branch.conditions().contains(negations.get(i))
                    && negations.get(i).inner().equals(local.condition())) {
                return card.unless(i);
            }
        }
        return Optional.empty();
    }
}
