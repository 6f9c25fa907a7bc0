package org.demarche.explain.causes;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demarche.source.Citation;

/**
 * On what two assessments differ about an inference.
 *
 * @param kind what it is that differs
 * @param id of what differs: of the fact, the rule, the question or the actor
 * @param clause what differs, as a clause that can follow "because"
 * @param citations who states it, where it is a statement
 * @param others what it takes besides, as clauses: where it holds more widely, all that its nearest support has and the other has not
 * @param alternatives what would do instead, each by itself, as clauses; known only where the changes between the two were tried
 * @param besides what else the two differ on that bears on it, where not all of it need be; as clauses
 * @param day since when it differs, where that is why
 * @param traced whether the inference was followed down to it; else it only bears on the inference, and differs
 */
public record Cause(
        Kind kind,
        String id,
        String clause,
        List<Citation> citations,
        List<String> others,
        List<String> alternatives,
        List<String> besides,
        Optional<LocalDate> day,
        boolean traced) {

    public Cause {
        citations = List.copyOf(citations);
        others = List.copyOf(others);
        alternatives = List.copyOf(alternatives);
        besides = List.copyOf(besides);
    }

    static Cause of(Kind kind, String id, String clause) {
        return new Cause(kind, id, clause, List.of(), List.of(), List.of(), List.of(), Optional.empty(), true);
    }

    /** @param all whether it takes all of what it differs on more */
    Cause with(List<String> more, boolean all, boolean followed) {
        return new Cause(
                kind, id, clause, citations, all ? more : List.of(), List.of(), all ? List.of() : more, day, followed);
    }

    /** The same as one of several changes, which were tried. */
    public Cause due(List<String> needed, List<String> instead) {
        return new Cause(kind, id, clause, citations, needed, instead, List.of(), day, true);
    }

    Cause since(Optional<LocalDate> from) {
        return new Cause(kind, id, clause, citations, others, alternatives, besides, from, traced);
    }

    /** The clause. */
    @Override
    public String toString() {
        return clause;
    }

    /** What can differ. */
    public enum Kind {
        /** A fact that only one of the two states. */
        STATEMENT("statement"),
        /** An answer that is given, settled or possible in only one of the two. */
        ANSWER("answer"),
        /** A question that only one of the two asks. */
        QUESTION("question"),
        /** An actor that only one of the two knows. */
        ACTOR("actor"),
        /** A rule that only one of the two has. */
        RULE("rule"),
        /** A rule that asks for something else, or concludes something else, in one of the two. */
        CHANGED_RULE("changed rule"),
        /** How likely a rule holds. */
        RULE_LIKELIHOOD("likelihood of a rule"),
        /** How likely the answers to a question are. */
        ANSWER_LIKELIHOOD("likelihood of answers");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As it is told. */
        public String word() {
            return word;
        }
    }
}
