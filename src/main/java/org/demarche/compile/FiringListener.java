package org.demarche.compile;

import java.util.List;

/** Told of every firing of the possibility form, by the rules themselves. */
public interface FiringListener {

    /**
     * A rule concluded something.
     *
     * @param rule the number of the possible rule
     * @param values the values of the concluded fact; its kind is known by the rule
     * @param matched what was matched, in the order of the rule's steps: facts and {@link Outcome}s
     */
    void concluded(int rule, List<String> values, Object... matched);

    /**
     * A possible rule that concludes nothing fired.
     *
     * @param rule the number of the possible rule
     * @param matched what was matched, in the order of the rule's steps: facts and {@link Outcome}s
     */
    void recorded(int rule, Object... matched);
}
