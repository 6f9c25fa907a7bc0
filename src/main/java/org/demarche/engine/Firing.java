package org.demarche.engine;

import java.util.List;
import java.util.Optional;
import org.demarche.compile.FiringListener;

/**
 * One firing of the possibility form, as a {@link FiringListener} is told of it.
 *
 * @param rule the number of the possible rule
 * @param concluded the values of what it concluded; empty when it concludes nothing
 * @param matched what was matched, in the order of the rule's steps
 */
record Firing(int rule, Optional<List<String>> concluded, List<Object> matched) {

    void tell(FiringListener listener) {
        if (concluded.isPresent()) {
            listener.concluded(rule, concluded.get(), matched.toArray());
        } else {
            listener.recorded(rule, matched.toArray());
        }
    }
}
