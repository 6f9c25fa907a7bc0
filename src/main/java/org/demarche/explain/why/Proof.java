package org.demarche.explain.why;

import java.util.List;
import org.demarche.inference.Choice;
import org.demarche.inference.Derivation;

/** One way in which a node holds, down to statements, answers and absences. Finite, so that nothing in it leans on itself. */
public sealed interface Proof {

    /** The node that it is a proof of. */
    int node();

    /** The case states it in every scenario. */
    record Outright(int node) implements Proof {}

    /** An answer states it. */
    record Answered(int node, Choice choice) implements Proof {}

    /**
     * A rule concludes it, or it is a match of what stands inside a condition of one.
     *
     * @param premises one for each of the derivation's positive premises, in their order
     */
    record Derived(int node, Derivation derivation, List<Proof> premises) implements Proof {
        public Derived {
            premises = List.copyOf(premises);
        }
    }

    /**
     * An accumulate comes to it.
     *
     * @param present what is there of it
     * @param absent the elements that must not be there
     */
    record Counted(int node, List<Proof> present, List<Integer> absent) implements Proof {
        public Counted {
            present = List.copyOf(present);
            absent = List.copyOf(absent);
        }
    }
}
