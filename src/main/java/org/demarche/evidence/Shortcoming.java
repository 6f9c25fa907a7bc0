package org.demarche.evidence;

import java.util.Optional;
import org.demarche.inference.Derivation;
import org.demarche.model.Confidence;
import org.demarche.model.Fact;

/** Something that keeps confidence from being higher. */
public sealed interface Shortcoming {

    /**
     * A fact for which the evidence is not better.
     *
     * @param confidence what it deserves; empty when nobody has judged the evidence for it
     * @param assumed whether nobody has observed it
     * @param origins how many independent origins say so
     */
    record Premise(Fact fact, Optional<Confidence> confidence, boolean assumed, int origins) implements Shortcoming {}

    /**
     * Something that had to be absent: that nothing is known of it may only mean that nobody has looked.
     *
     * @param derivation of the rule that asks for the absence
     * @param absent the node of what must not be there
     */
    record Absence(Derivation derivation, int absent) implements Shortcoming {}

    /** What many things come to together: more of them may not be known. */
    record Count(String rule) implements Shortcoming {}
}
