package org.demarche.explain;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.cases.Basis;
import org.demarche.inference.Inference;
import org.demarche.model.Likelihood;
import org.demarche.source.Citation;
import org.demarche.source.SourceLocation;

/**
 * Why an inference holds where it does.
 *
 * @param sentence the inference as a sentence
 * @param possible how many scenarios are possible
 * @param reasons the derivations that conclude it in some possible scenario, the one with most scenarios first
 */
public record Explanation(Inference inference, String sentence, BigInteger possible, List<Reason> reasons) {

    public Explanation {
        reasons = List.copyOf(reasons);
    }

    /** The whole tree as indented lines. */
    @Override
    public String toString() {
        return Outline.of(this);
    }

    /**
     * A rule that was met.
     *
     * @param sentence what the rule says, with the names filled in
     * @param at where the rule stands
     * @param scenarios in how many possible scenarios the derivation stands
     * @param conditions the minimal sets of answers under which it stands
     */
    public record Reason(
            String rule,
            String title,
            String sentence,
            List<Citation> citations,
            Optional<Likelihood> likelihood,
            SourceLocation at,
            BigInteger scenarios,
            List<Map<String, String>> conditions,
            List<Premise> premises) {
        public Reason {
            citations = List.copyOf(citations);
            conditions = List.copyOf(conditions);
            premises = List.copyOf(premises);
        }
    }

    /** What a rule's conclusion stands on. */
    public sealed interface Premise {

        /** The premise as a sentence. */
        String sentence();
    }

    /**
     * A fact.
     *
     * @param origins who states it; empty when it is only derived
     * @param reasons why it holds as far as it is derived; empty when shown above
     * @param shownAbove whether its reasons have been given earlier in the tree
     */
    public record Held(String id, String sentence, List<Origin> origins, List<Reason> reasons, boolean shownAbove)
            implements Premise {
        public Held {
            origins = List.copyOf(origins);
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * What had to be absent.
     *
     * @param presentUnder the minimal sets of answers under which it is there after all, and the rule not met
     */
    public record Absent(String sentence, List<Map<String, String>> presentUnder) implements Premise {
        public Absent {
            presentUnder = List.copyOf(presentUnder);
        }
    }

    /**
     * That something is there, which is met in several ways: together they cover where the rule stands on it.
     */
    public record OneOf(List<Way> ways) implements Premise {
        public OneOf {
            ways = List.copyOf(ways);
        }

        @Override
        public String sentence() {
            return "One of these is there";
        }
    }

    /**
     * One way in which something is there, or one of several things.
     *
     * @param conditions the minimal sets of answers under which it is
     */
    public record Way(List<Map<String, String>> conditions, List<Premise> premises) {
        public Way {
            conditions = List.copyOf(conditions);
            premises = List.copyOf(premises);
        }
    }

    /**
     * What many things come to together, each of them there or not.
     *
     * @param sentence what they come to; that nothing is there when there are none
     * @param elements those that are there in some scenario in which the rule stands on it
     */
    public record Accumulated(String sentence, List<Way> elements) implements Premise {
        public Accumulated {
            elements = List.copyOf(elements);
        }
    }

    /** Who states a fact. */
    public sealed interface Origin {}

    /** A statement of the case. */
    public record Stated(List<Citation> citations, Basis basis, String note, SourceLocation at) implements Origin {
        public Stated {
            citations = List.copyOf(citations);
        }
    }

    /** An answer to an open question. */
    public record Answered(String question, String ask, String answer, String says) implements Origin {}

    /** The engine itself, of what an answer to a question would amount to. */
    public record Asked(String question, String ask) implements Origin {}
}
