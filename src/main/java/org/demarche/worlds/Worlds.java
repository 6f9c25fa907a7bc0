package org.demarche.worlds;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demarche.inference.Choice;
import org.demarche.inference.Derivation;
import org.demarche.inference.DerivationGraph;
import org.demarche.inference.Inference.Pivot;
import org.demarche.inference.Limits;
import org.demarche.inference.Status;
import org.demarche.model.Fact;
import org.demarche.model.Impossible;
import org.demarche.model.Settled;

/**
 * What holds in which scenarios, relative to the possible ones: those in which nothing {@link Impossible} holds and no question is
 * {@link Settled} on another answer. Immutable; restricting it to answers evaluates nothing again.
 */
public final class Worlds {

    private final DerivationGraph graph;
    private final ScenarioSpace space;
    private final Labels labels;
    private final Tendencies tendencies;
    private final Label possible;

    /** The possible scenarios with each possible answer: asked for by every inference and every question. */
    private final Map<String, Map<String, Label>> answers = new LinkedHashMap<>();

    private Worlds(DerivationGraph graph, ScenarioSpace space, Labels labels, Tendencies tendencies, Label possible) {
        this.graph = graph;
        this.space = space;
        this.labels = labels;
        this.tendencies = tendencies;
        this.possible = possible;
        for (String question : space.questions()) {
            Map<String, Label> possibleAnswers = new LinkedHashMap<>();
            for (String answer : space.answers(question)) {
                Label label = labels.where(new Choice(question, answer)).and(possible);
                if (!label.isEmpty()) {
                    possibleAnswers.put(answer, label);
                }
            }
            answers.put(question, possibleAnswers);
        }
    }

    /**
     * Evaluates a graph.
     *
     * @param tendencies the rules that hold most times only
     */
    public static Worlds of(
            DerivationGraph graph, ScenarioSpace space, Set<String> tendencies, Evaluator evaluator, Limits limits) {
        Labels labels = evaluator.evaluate(graph, space, derivation -> true, limits);
        return new Worlds(
                graph,
                space,
                labels,
                Tendencies.of(graph, space, tendencies, labels, evaluator, limits),
                possible(graph, space, labels));
    }

    private static Label possible(DerivationGraph graph, ScenarioSpace space, Labels labels) {
        Label possible = labels.all();
        for (int node = 0; node < graph.nodes().size(); node++) {
            Optional<Fact> fact = graph.fact(node);
            if (fact.isPresent() && fact.get() instanceof Impossible) {
                possible = possible.minus(labels.definitely(node));
            } else if (fact.isPresent()
                    && fact.get() instanceof Settled settled
                    // A question that does not exist yet cannot be settled on another answer.
                    && space.questions().contains(settled.question())) {
                Label answered = labels.where(new Choice(settled.question(), settled.answer()));
                possible = possible.minus(labels.definitely(node).minus(answered));
            }
        }
        return possible;
    }

    /** The same with some questions answered. */
    public Worlds given(Collection<Choice> answers) {
        Label rest = possible;
        for (Choice answer : answers) {
            rest = rest.and(labels.where(answer));
        }
        return new Worlds(graph, space, labels, tendencies, rest);
    }

    public DerivationGraph graph() {
        return graph;
    }

    public ScenarioSpace space() {
        return space;
    }

    /** The possible scenarios. */
    public Label possible() {
        return possible;
    }

    /** The possible scenarios in which something is undefined: the rules contradict themselves there. */
    public Label paradoxical() {
        Label paradoxical = labels.none();
        for (int node = 0; node < graph.nodes().size(); node++) {
            paradoxical = paradoxical.or(undefined(node));
        }
        return paradoxical;
    }

    /** Where a node holds, among the possible scenarios. */
    public Label label(int node) {
        return labels.definitely(node).and(possible);
    }

    /** Where a node is undefined, among the possible scenarios: the rules contradict themselves about it. */
    public Label undefined(int node) {
        return labels.possibly(node).minus(labels.definitely(node)).and(possible);
    }

    /** Where a derivation stands, among the possible scenarios. */
    public Label label(Derivation derivation) {
        return labels.fires(derivation).and(possible);
    }

    /** Where the answer is given, among the possible scenarios. */
    public Label label(Choice choice) {
        return labels.where(choice).and(possible);
    }

    /** In how many of the possible scenarios a node holds; excluded where no scenario is possible. */
    public Status status(int node) {
        if (possible.isEmpty()) {
            return Status.EXCLUDED;
        }
        if (possible.minus(labels.definitely(node)).isEmpty()) {
            return Status.ROBUST;
        }
        boolean nowhere = labels.possibly(node).and(possible).isEmpty()
                && tendencies.everPossibly(node).and(possible).isEmpty();
        return nowhere ? Status.EXCLUDED : Status.CONTINGENT;
    }

    /** The rules with a likelihood whose failing could change where a node holds, sorted. */
    public List<String> tendencies(int node) {
        return tendencies.changing(node, possible);
    }

    /** The minimal sets of answers under which a node holds. */
    public List<Map<String, String>> conditions(int node) {
        return conditions(labels.definitely(node));
    }

    /** The minimal sets of answers that, among the possible scenarios, lead into a label. */
    public List<Map<String, String>> conditions(Label label) {
        Label impossible = labels.all().minus(possible);
        return new Conditions(space)
                .of(label.or(impossible)).stream()
                        .filter(condition -> !Conditions.where(labels, condition)
                                .and(possible)
                                .isEmpty())
                        .toList();
    }

    /**
     * How much a question matters to a node: the largest minus the smallest share, over its possible answers, of the possible
     * scenarios with that answer in which the node holds.
     */
    public double influence(int node, String question) {
        Label holds = labels.definitely(node);
        List<Share> shares = answers.getOrDefault(question, Map.of()).values().stream()
                .map(answered -> new Share(holds.and(answered).count(), answered.count()))
                .sorted()
                .toList();
        return shares.isEmpty() ? 0 : shares.get(shares.size() - 1).minus(shares.get(0));
    }

    /** The questions a node turns on, the most influential first. */
    public List<Pivot> pivots(int node) {
        return space.questions().stream()
                .map(question -> new Pivot(question, influence(node, question)))
                .filter(pivot -> pivot.influence() > 0)
                .sorted(Comparator.comparing(Pivot::influence).reversed())
                .toList();
    }

    /** The answers to a question that some possible scenario has, in their order. */
    public List<String> possibleAnswers(String question) {
        return List.copyOf(answers.getOrDefault(question, Map.of()).keySet());
    }

    /** The answers on which the possible scenarios all agree, by question. */
    public Map<String, String> answered() {
        Map<String, String> answered = new LinkedHashMap<>();
        for (String question : space.questions()) {
            List<String> left = possibleAnswers(question);
            if (left.size() == 1) {
                answered.put(question, left.get(0));
            }
        }
        return answered;
    }

    /** How many scenarios are possible. */
    public BigInteger count() {
        return possible.count();
    }
}
