package org.demarche.inference;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.demarche.model.Fact;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.Pattern;

/** Something that may hold: a fact, or what stands inside a {@code not} or {@code exists} of a rule. */
public sealed interface Node extends Comparable<Node> {

    /** A text that no other node has, by which nodes are ordered. */
    String key();

    @Override
    default int compareTo(Node other) {
        return Comparator.comparing(Node::key).compare(this, other);
    }

    /** A fact. */
    record Known(Fact fact) implements Node {
        @Override
        public String key() {
            return fact.type().key() + ":" + String.join("|", fact.values());
        }
    }

    /**
     * That a condition inside a rule is met, for the values of the variables that the given facts bind.
     *
     * @param index the condition's number within the rule
     * @param before the patterns before it, one for each of the given facts
     * @param given the facts matched before it, in the order of the rule's patterns
     */
    record Local(String rule, int index, List<Pattern> before, List<Fact> given, RuleCondition condition)
            implements Node {
        public Local {
            before = List.copyOf(before);
            given = List.copyOf(given);
        }

        @Override
        public String key() {
            return "~" + rule + "#" + index
                    + given.stream().map(fact -> new Known(fact).key()).collect(Collectors.joining(",", "(", ")"));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Local local && key().equals(local.key());
        }

        @Override
        public int hashCode() {
            return key().hashCode();
        }
    }
}
