package org.demarche.worlds;

import java.util.function.Predicate;
import org.demarche.inference.Derivation;
import org.demarche.inference.DerivationGraph;
import org.demarche.inference.LimitReachedException;
import org.demarche.inference.Limits;

/** Finds in which scenarios each node of a graph holds, by well-founded semantics. */
public interface Evaluator {

    /**
     * The labels of all nodes.
     *
     * @param counts which derivations count; the others are as if they were not there
     * @throws LimitReachedException when there is too much to evaluate
     */
    Labels evaluate(DerivationGraph graph, ScenarioSpace space, Predicate<Derivation> counts, Limits limits);
}
