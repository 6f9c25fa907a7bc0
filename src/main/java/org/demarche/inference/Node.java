package org.demarche.inference;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lombok.Getter;
import lombok.experimental.Accessors;
import org.demarche.model.Fact;
import org.demarche.model.Thing;
import org.demarche.rules.RuleCondition;
import org.demarche.rules.RuleCondition.Accumulate;
import org.demarche.rules.RuleCondition.Pattern;

/**
 * Something that may hold: a fact, what stands inside a {@code not} or {@code exists} of a rule, or what an {@code accumulate} of
 * a rule is made of and comes to.
 */
public sealed interface Node extends Comparable<Node> {

    /** A text that no other node has, by which nodes are ordered. */
    String key();

    @Override
    default int compareTo(Node other) {
        return key().compareTo(other.key());
    }

    /** A fact. */
    record Known(Fact fact) implements Node {
        @Override
        public String key() {
            // Words of ours have no bar in them; those of a declared fact stand in quotes then.
            if (fact instanceof Thing) {
                return ":" + fact.id();
            }
            StringBuilder key = new StringBuilder(fact.type().key());
            String by = ":";
            for (String value : fact.values()) {
                key.append(by).append(value);
                by = "|";
            }
            return key.toString();
        }
    }

    /**
     * That a condition inside a rule is met, for the values of the variables that the given facts bind. It is known by its rule, its
     * number within the rule, the facts matched before it, in the order of the rule's patterns, each with the pattern it matched, and
     * what accumulates before it came to.
     */
    @Getter
    @Accessors(fluent = true)
    final class Local implements Node {
        private final String rule;
        private final int index;
        private final List<Pattern> before;
        private final List<Fact> given;
        private final List<Outcome> outcomes;
        private final RuleCondition condition;

        /** Long, and asked for by everything that looks for the node. */
        private final String key;

        public Local(
                String rule,
                int index,
                List<Pattern> before,
                List<Fact> given,
                List<Outcome> outcomes,
                RuleCondition condition) {
            this.rule = rule;
            this.index = index;
            this.before = List.copyOf(before);
            this.given = List.copyOf(given);
            this.outcomes = List.copyOf(outcomes);
            this.condition = condition;
            this.key = place(rule, index, given, outcomes);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Local local && key.equals(local.key);
        }

        @Override
        public int hashCode() {
            return key.hashCode();
        }

        @Override
        public String toString() {
            return key;
        }
    }

    /**
     * That something is there for an {@code accumulate} of a rule. The same facts with the same values are one element, in however
     * many ways they match.
     *
     * @param index the number of the accumulate within the rule
     * @param matched the facts that its source matched
     * @param bound the values of the variables that every alternative of its source binds, by name
     */
    record Element(
            String rule,
            int index,
            List<Pattern> before,
            List<Fact> given,
            List<Outcome> outcomes,
            List<Fact> matched,
            SortedMap<String, String> bound)
            implements Node {
        public Element {
            before = List.copyOf(before);
            given = List.copyOf(given);
            outcomes = List.copyOf(outcomes);
            matched = List.copyOf(matched);
            bound = Collections.unmodifiableSortedMap(new TreeMap<>(bound));
        }

        @Override
        public String key() {
            return place(rule, index, given, outcomes) + "+" + facts(matched) + bound;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Element element && key().equals(element.key());
        }

        @Override
        public int hashCode() {
            return key().hashCode();
        }
    }

    /**
     * That an {@code accumulate} of a rule comes to these results, for the facts matched before it. No derivation concludes it: in
     * which scenarios it holds is for the graph's {@link DerivationGraph#accumulations() accumulations} to say.
     *
     * @param index the number of the accumulate within the rule
     * @param results the results that something behind the accumulate asks for, by variable; all of them meet its tests
     */
    record Outcome(
            String rule,
            int index,
            List<Pattern> before,
            List<Fact> given,
            List<Outcome> outcomes,
            Accumulate condition,
            SortedMap<String, Value> results)
            implements Node {
        public Outcome {
            before = List.copyOf(before);
            given = List.copyOf(given);
            outcomes = List.copyOf(outcomes);
            results = Collections.unmodifiableSortedMap(new TreeMap<>(results));
        }

        @Override
        public String key() {
            return place(rule, index, given, outcomes) + "=" + results;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Outcome outcome && key().equals(outcome.key());
        }

        @Override
        public int hashCode() {
            return key().hashCode();
        }
    }

    private static String place(String rule, int index, List<Fact> given, List<Outcome> outcomes) {
        return "~" + rule + "#" + index + facts(given)
                + (outcomes.isEmpty()
                        ? ""
                        : outcomes.stream().map(Outcome::key).collect(Collectors.joining(",", "[", "]")));
    }

    private static String facts(List<Fact> facts) {
        StringBuilder all = new StringBuilder("(");
        for (Fact fact : facts) {
            all.append(all.length() == 1 ? "" : ",").append(new Known(fact).key());
        }
        return all.append(')').toString();
    }
}
