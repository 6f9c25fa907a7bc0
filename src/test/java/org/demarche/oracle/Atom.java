package org.demarche.oracle;

import java.util.Map;
import org.demarche.model.Fact;
import org.demarche.rules.RuleCondition;

/** What a ground rule speaks of. */
sealed interface Atom {

    /** A fact holds. */
    record Holds(Fact fact) implements Atom {}

    /** What stands inside a {@code not} is met, for these values of the variables bound before it. */
    record Met(RuleCondition inner, Map<String, String> values) implements Atom {
        public Met {
            values = Map.copyOf(values);
        }
    }
}
