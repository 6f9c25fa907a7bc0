package org.demarche.evidence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.demarche.inference.Choice;
import org.demarche.inference.Derivation;
import org.demarche.inference.DerivationGraph;
import org.demarche.model.Fact;
import org.demarche.worlds.Label;
import org.demarche.worlds.Worlds;

/** Follows the widest way from a node down to what is not good enough for a level of confidence. */
final class Shortcomings {

    private final Worlds worlds;
    private final DerivationGraph graph;
    private final Premises premises;
    private final Covered covered;
    private final Set<Integer> passed = new HashSet<>();
    private final Set<Shortcoming> found = new LinkedHashSet<>();

    Shortcomings(Worlds worlds, Premises premises, Covered covered) {
        this.worlds = worlds;
        this.graph = worlds.graph();
        this.premises = premises;
        this.covered = covered;
    }

    /** On the way to a node on which least is lacking, of those that cover most. */
    List<Shortcoming> of(int node) {
        Label where = worlds.label(node);
        List<Derivation> ways = widest(node, where);
        if (ways.size() < 2
                || graph.statedOutright(node)
                || !graph.statedBy(node).isEmpty()) {
            follow(node, where);
            return List.copyOf(found);
        }
        return ways.stream()
                .map(way -> new Shortcomings(worlds, premises, covered).by(node, way, where))
                .filter(lacking -> !lacking.isEmpty())
                .min(Comparator.comparing(List::size))
                .orElse(List.of());
    }

    private List<Shortcoming> by(int node, Derivation way, Label where) {
        passed.add(node);
        follow(way, where);
        return List.copyOf(found);
    }

    private void follow(int node, Label where) {
        if (covered.covers(node, where) || !passed.add(node)) {
            return;
        }
        Optional<Fact> fact = graph.fact(node);
        if (fact.isPresent() && graph.statedOutright(node)) {
            found.add(new Shortcoming.Premise(
                    fact.get(), premises.confidence(fact.get()), premises.isAssumed(fact.get()), origins(fact.get())));
            return;
        }
        graph.accumulationOf(node).ifPresent(accumulation -> {
            if (!covered.allowsAbsence()) {
                found.add(new Shortcoming.Count(accumulation.rule()));
            }
            accumulation
                    .elements()
                    .forEach(element -> follow(element.node(), where.and(worlds.anywhere(element.node()))));
        });
        graph.statedBy(node).stream().filter(covered::isLeft).forEach(choice -> followExcluding(choice, where));
        graph.statedBy(node).stream()
                .filter(choice -> !covered.isLeft(choice) && premises.isReported(choice.question()))
                .forEach(choice -> fact.ifPresent(reported -> found.add(new Shortcoming.Premise(
                        reported, Weighing.of(premises.voices(choice)), false, (int) premises.voices(choice).stream()
                                .map(Voice::origin)
                                .distinct()
                                .count()))));
        widest(node, where).stream().findFirst().ifPresent(derivation -> follow(derivation, where));
    }

    /** What keeps an answer that alone is possible from being better: what excludes the others. */
    private void followExcluding(Choice choice, Label where) {
        for (String other : worlds.space().answers(choice.question())) {
            if (!other.equals(choice.answer())) {
                Label others = worlds.anywhere(new Choice(choice.question(), other));
                for (int node : covered.excluding()) {
                    Label excluded = covered.exclusion(node, worlds.anywhere(node));
                    Label here = where.and(excluded.supposing(new Choice(choice.question(), other)));
                    if (!here.isEmpty()) {
                        follow(node, excluded.and(others));
                    }
                }
            }
        }
    }

    private int origins(Fact fact) {
        return (int)
                premises.voices(fact).stream().map(Voice::origin).distinct().count();
    }

    /** The derivations that cover most of where a node holds; none where it has none. */
    private List<Derivation> widest(int node, Label where) {
        SortedMap<BigInteger, List<Derivation>> byWidth = new TreeMap<>();
        graph.derivationsOf(node)
                .forEach(derivation -> byWidth.computeIfAbsent(
                                worlds.anywhere(derivation).and(where).count(), any -> new ArrayList<>())
                        .add(derivation));
        return byWidth.isEmpty() || byWidth.lastKey().signum() == 0
                ? List.of()
                : byWidth.getOrDefault(byWidth.lastKey(), List.of());
    }

    private void follow(Derivation derivation, Label where) {
        Label here = where.and(worlds.anywhere(derivation));
        if (!covered.allowsAbsence()) {
            derivation.absences().forEach(absence -> found.add(new Shortcoming.Absence(derivation, absence)));
        }
        derivation.positive().forEach(premise -> follow(premise, here));
    }
}
