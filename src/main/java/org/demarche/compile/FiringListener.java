package org.demarche.compile;

import org.demarche.model.Fact;

/** Told of every firing of the possibility form, by the rules themselves. */
public interface FiringListener {

    /**
     * A rule concluded something.
     *
     * @param rule the number of the possible rule
     * @param concluded the concluded fact
     * @param matched what was matched, in the order of the rule's steps: facts and {@link Outcome}s
     */
    void concluded(int rule, Fact concluded, Object... matched);

    /**
     * A possible rule that concludes nothing fired.
     *
     * @param rule the number of the possible rule
     * @param matched what was matched, in the order of the rule's steps: facts and {@link Outcome}s
     */
    void recorded(int rule, Object... matched);
}
