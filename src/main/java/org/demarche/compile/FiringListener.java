package org.demarche.compile;

import org.demarche.model.Fact;

/** Told of every firing of the possibility form, by the rules themselves. */
public interface FiringListener {

    /**
     * A rule concluded something.
     *
     * @param rule the number of the possible rule
     * @param concluded the concluded fact
     * @param matched the matched facts in the order of the rule's patterns
     */
    void concluded(int rule, Fact concluded, Object... matched);

    /**
     * A local condition of a rule is met.
     *
     * @param rule the number of the possible rule
     * @param matched the matched facts in the order of the rule's patterns
     */
    void recorded(int rule, Object... matched);
}
