package org.demarche.evidence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.demarche.inference.Choice;
import org.demarche.inference.Derivation;
import org.demarche.inference.DerivationGraph;
import org.demarche.model.Confidence;
import org.demarche.model.Fact;
import org.demarche.model.Impossible;
import org.demarche.model.Settled;
import org.demarche.worlds.Label;
import org.demarche.worlds.Worlds;

/** Where everything holds by premises of at least one level, in all scenarios: what excludes some holds in those alone. */
final class Covered {

    private final Worlds worlds;
    private final DerivationGraph graph;
    private final Premises premises;
    private final Confidence least;
    private final Label none;
    private final List<Integer> excluding;

    /** The answers that alone are possible, and not only because they were given. */
    private final Map<String, String> left;

    private final Map<Integer, Label> labels = new TreeMap<>();
    private final Map<Integer, List<Integer>> users = new TreeMap<>();

    Covered(Worlds worlds, Premises premises, Confidence least) {
        this.worlds = worlds;
        this.graph = worlds.graph();
        this.premises = premises;
        this.least = least;
        this.none = worlds.all().minus(worlds.all());
        this.excluding = IntStream.range(0, graph.nodes().size())
                .filter(node -> graph.fact(node).filter(Covered::excludes).isPresent())
                .boxed()
                .toList();
        this.left = new TreeMap<>(worlds.answered());
        worlds.given().forEach(given -> left.remove(given.question()));
        note();
        spread();
    }

    private static boolean excludes(Fact fact) {
        return fact instanceof Impossible || fact instanceof Settled;
    }

    boolean covers(int node, Label where) {
        return where.minus(of(node)).isEmpty();
    }

    Label of(int node) {
        return labels.getOrDefault(node, none);
    }

    /** Whether absences are good enough. */
    boolean allowsAbsence() {
        return least.compareTo(Confidence.MODERATE) <= 0;
    }

    private void note() {
        for (Derivation derivation : graph.derivations()) {
            derivation.positive().forEach(premise -> use(premise, derivation.head()));
        }
        graph.accumulations()
                .forEach(accumulation -> accumulation
                        .outcomes()
                        .values()
                        .forEach(outcome -> accumulation.elements().forEach(element -> use(element.node(), outcome))));
        for (int node = 0; node < graph.nodes().size(); node++) {
            int stated = node;
            if (graph.statedBy(node).stream().anyMatch(this::isLeft)) {
                excluding.forEach(each -> use(each, stated));
            }
        }
    }

    private void use(int premise, int user) {
        users.computeIfAbsent(premise, any -> new ArrayList<>()).add(user);
    }

    /** The least fixpoint: what only supports itself is supported by nothing. */
    private void spread() {
        Deque<Integer> open = new ArrayDeque<>();
        for (int node = 0; node < graph.nodes().size(); node++) {
            open.add(node);
        }
        while (!open.isEmpty()) {
            int node = open.poll();
            Label now = evaluate(node);
            if (!now.equals(of(node))) {
                labels.put(node, now);
                users.getOrDefault(node, List.of()).forEach(open::add);
            }
        }
    }

    private Label evaluate(int node) {
        Label all = stated(node);
        for (Derivation derivation : graph.derivationsOf(node)) {
            all = all.or(by(derivation));
        }
        return graph.accumulationOf(node).isPresent() && allowsAbsence() ? all.or(accumulated(node)) : all;
    }

    private Label stated(int node) {
        Label all = none;
        if (graph.statedOutright(node) && isGood(node)) {
            all = worlds.all();
        }
        for (Choice choice : graph.statedBy(node)) {
            all = all.or(answered(choice));
        }
        return all;
    }

    private boolean isGood(int node) {
        return graph.fact(node)
                .flatMap(premises::confidence)
                .filter(level -> level.compareTo(least) >= 0)
                .isPresent();
    }

    /**
     * An open question limits nothing, and neither does an answer that is only supposed in order to exclude it; but whether a reported
     * fact is so is as good as the reports. The answer that alone is possible is as good as what excludes the others.
     */
    private Label answered(Choice choice) {
        Label where = worlds.anywhere(choice);
        if (!isLeft(choice)) {
            return premises.isReported(choice.question()) && !isReportedWell(choice) ? none : where;
        }
        Label excluded = none;
        for (int node : excluding) {
            excluded = excluded.or(exclusion(node, of(node)));
        }
        for (String other : worlds.space().answers(choice.question())) {
            if (!other.equals(choice.answer())) {
                where = where.and(excluded.supposing(new Choice(choice.question(), other)));
            }
        }
        return where;
    }

    private boolean isReportedWell(Choice choice) {
        return Weighing.of(premises.voices(choice))
                .filter(level -> level.compareTo(least) >= 0)
                .isPresent();
    }

    /** Whether an answer alone is possible, and not only because it was given. */
    boolean isLeft(Choice choice) {
        return choice.answer().equals(left.get(choice.question()));
    }

    /** What could leave no other answer to questions. */
    List<Integer> excluding() {
        return excluding;
    }

    /** What a node excludes where it holds so. */
    Label exclusion(int node, Label holds) {
        return graph.fact(node).orElse(null) instanceof Settled settled
                ? holds.minus(worlds.anywhere(new Choice(settled.question(), settled.answer())))
                : holds;
    }

    /** Where a derivation stands by premises that are good enough. */
    Label by(Derivation derivation) {
        if (!derivation.absences().isEmpty() && !allowsAbsence()) {
            return none;
        }
        Label where = worlds.anywhere(derivation);
        for (int premise : derivation.positive()) {
            where = where.and(of(premise));
        }
        return where;
    }

    private Label accumulated(int outcome) {
        Label where = worlds.anywhere(outcome);
        for (int element : graph.elementsOf(outcome)) {
            where = where.minus(worlds.anywhere(element).minus(of(element)));
        }
        return where;
    }
}
