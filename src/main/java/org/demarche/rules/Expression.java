package org.demarche.rules;

import java.util.List;
import org.demarche.rules.RuleCondition.Comparison;

/** What a test inside a pattern asks of a fact. */
public sealed interface Expression {

    /** Asks nothing: the test only binds a variable. */
    Expression NOTHING = new All(List.of());

    /** One comparison. */
    record Compare(Comparison comparison) implements Expression {}

    /** All of them; asks nothing when there are none. */
    record All(List<Expression> parts) implements Expression {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one of them. */
    record Any(List<Expression> parts) implements Expression {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** Not that. */
    record Opposite(Expression of) implements Expression {}

    /** Something that only the engine can tell, as written. */
    record Unread(String text) implements Expression {}
}
