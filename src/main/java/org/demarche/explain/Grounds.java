package org.demarche.explain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.demarche.inference.Choice;
import org.demarche.inference.Derivation;
import org.demarche.inference.DerivationGraph;
import org.demarche.worlds.Label;
import org.demarche.worlds.Worlds;

/**
 * Where things hold without leaning on what they are to explain. A derivation that leads back to the node it explains is no
 * reason for it, however long the way round.
 */
final class Grounds {

    private final Worlds worlds;
    private final DerivationGraph graph;
    private final Map<Integer, Label> labels = new HashMap<>();
    private final Label nowhere;

    /** @param unused the nodes that may not be used */
    Grounds(Worlds worlds, int node, Collection<Integer> unused) {
        this.worlds = worlds;
        this.graph = worlds.graph();
        this.nowhere = worlds.possible().minus(worlds.possible());
        BitSet cone = graph.cone(node);
        unused.forEach(cone::clear);
        cone.stream().forEach(each -> labels.put(each, given(each)));
        grow(cone);
    }

    /** Whether the derivation stands, in some possible scenario, on premises that hold by themselves there. */
    boolean support(Derivation derivation) {
        return !grounded(derivation).isEmpty();
    }

    /** The least fixpoint: from statements upwards until nothing moves. */
    private void grow(BitSet cone) {
        List<Derivation> derivations = new ArrayList<>();
        cone.stream().forEach(each -> derivations.addAll(graph.derivationsOf(each)));
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Derivation derivation : derivations) {
                Label before = label(derivation.head());
                Label after = before.or(grounded(derivation));
                moved |= !after.equals(before);
                labels.put(derivation.head(), after);
            }
        }
    }

    private Label grounded(Derivation derivation) {
        Label grounded = worlds.label(derivation);
        for (int premise : derivation.positive()) {
            grounded = grounded.and(label(premise));
        }
        return grounded;
    }

    private Label label(int node) {
        return labels.getOrDefault(node, nowhere);
    }

    /** What holds without a derivation. An outcome does, as an absence does: an accumulate never leans on what it leads to. */
    private Label given(int node) {
        if (graph.accumulationOf(node).isPresent()) {
            return worlds.label(node);
        }
        Label stated = graph.statedOutright(node) ? worlds.possible() : nowhere;
        for (Choice choice : graph.statedBy(node)) {
            stated = stated.or(worlds.label(choice));
        }
        return stated;
    }
}
