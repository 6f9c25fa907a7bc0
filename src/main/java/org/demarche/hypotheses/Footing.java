package org.demarche.hypotheses;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.evidence.Premises;
import org.demarche.evidence.Voice;
import org.demarche.inference.Derivation;
import org.demarche.inference.DerivationGraph;
import org.demarche.model.Fact;
import org.demarche.model.Hypothesis;
import org.demarche.model.Relation;
import org.demarche.model.Report;
import org.demarche.model.Source;
import org.demarche.worlds.Worlds;

/** What an item of evidence stands on. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class Footing {

    private final Worlds worlds;
    private final Premises premises;

    /** Whether a fact can be evidence: who stands how to whom, and what a question is about, is background. */
    static boolean isEvidence(Fact fact) {
        return !isBackground(fact) && !(fact instanceof Relation);
    }

    /** Whether the engine itself states a fact, to speak of questions and sources. */
    static boolean isBackground(Fact fact) {
        return fact instanceof Hypothesis || fact instanceof Source;
    }

    /** All that some nodes stand on in some possible scenario, and they themselves. */
    BitSet under(Collection<Integer> nodes) {
        DerivationGraph graph = worlds.graph();
        BitSet under = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(nodes);
        while (!open.isEmpty()) {
            int node = open.pop();
            if (!under.get(node)) {
                under.set(node);
                for (Derivation derivation : graph.derivationsOf(node)) {
                    if (!worlds.label(derivation).isEmpty()) {
                        open.addAll(derivation.positive());
                    }
                }
                open.addAll(graph.elementsOf(node));
            }
        }
        return under;
    }

    /** The origins of all that is stated among some nodes. */
    Set<String> origins(BitSet nodes) {
        Set<String> origins = new TreeSet<>();
        nodes.stream()
                .mapToObj(node -> worlds.graph().fact(node))
                .flatMap(fact -> fact.stream())
                .filter(fact -> !isBackground(fact))
                .forEach(fact -> voices(fact).forEach(voice -> origins.add(voice.origin())));
        return origins;
    }

    private Collection<Voice> voices(Fact fact) {
        return fact instanceof Report report ? Set.of(premises.voice(report)) : premises.voices(fact);
    }
}
