package org.demarche.explain.why;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.demarche.cases.Basis;
import org.demarche.inference.Inference;
import org.demarche.model.Likelihood;
import org.demarche.source.Citation;
import org.demarche.source.SourceLocation;

/**
 * Why an inference holds where it does: the minimal supports it has, each of them enough.
 *
 * @param sentence the inference as a sentence
 * @param possible how many scenarios are possible
 * @param supports the one that covers most scenarios first, and then always the one that adds most to those before it
 * @param complete whether these are all; else there are more
 */
public record Explanation(
        Inference inference, String sentence, BigInteger possible, List<Support> supports, boolean complete) {

    public Explanation {
        supports = List.copyOf(supports);
    }

    /** The tree of the first support as indented lines, and how many others there are. */
    @Override
    public String toString() {
        return Outline.of(this);
    }

    /** The tree of the widest support; empty when there is none. */
    public Optional<Reason> reason() {
        return supports.stream().findFirst().flatMap(Support::reason);
    }

    /**
     * A set of statements, answers and absences that is enough for the inference, and of which none can be left out.
     *
     * @param scenarios in how many possible scenarios it stands
     * @param conditions the minimal sets of answers under which it stands
     * @param facts the ids of the facts it needs that are stated in every scenario, sorted
     * @param answers the answers it needs, by question
     * @param absences what must not be there, as sentences
     * @param rules the rules it goes through, from the inference downwards, each once
     * @param reason the tree; empty where it was not asked for
     */
    public record Support(
            BigInteger scenarios,
            List<Map<String, String>> conditions,
            List<String> facts,
            SortedMap<String, String> answers,
            List<String> absences,
            List<Step> rules,
            Optional<Reason> reason) {
        public Support {
            conditions = List.copyOf(conditions);
            facts = List.copyOf(facts);
            answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
            absences = List.copyOf(absences);
            rules = List.copyOf(rules);
        }
    }

    /** A rule on the way. */
    public record Step(String rule, String title) {}

    /**
     * How much is told.
     *
     * @param supports how many supports are given with their trees
     * @param depth how many rules deep the trees go
     */
    public record Detail(int supports, int depth) {

        /** The widest support, down to its sources. */
        public static final Detail SHORT = new Detail(1, Integer.MAX_VALUE);

        /** All supports, down to their sources. */
        public static final Detail ALL = new Detail(Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /**
     * A rule that was met.
     *
     * @param sentence what the rule says, with the names filled in
     * @param at where the rule stands
     */
    public record Reason(
            String rule,
            String title,
            String sentence,
            List<Citation> citations,
            Optional<Likelihood> likelihood,
            SourceLocation at,
            List<Premise> premises) {
        public Reason {
            citations = List.copyOf(citations);
            premises = List.copyOf(premises);
        }
    }

    /** What a rule's conclusion stands on. */
    public sealed interface Premise {

        /** The premise as a sentence. */
        String sentence();
    }

    /** Whether the reason of a premise is given with it. */
    public enum Shown {
        /** Here, if it has one. */
        HERE,
        /** It has been given earlier. */
        ABOVE,
        /** It was left out, because it lies deeper than was asked for. */
        NOT
    }

    /**
     * A fact.
     *
     * @param tests what else the rule asks of its values, beyond what the sentence says
     * @param origins who states it; empty when it is derived
     * @param reason why it holds when it is derived and the reason is shown here
     * @param shownIn by which of the supports, counted from 0, it has been shown; that of this one when it has not
     */
    public record Held(
            String id,
            String sentence,
            List<String> tests,
            List<Origin> origins,
            Optional<Reason> reason,
            Shown shown,
            int shownIn)
            implements Premise {
        public Held {
            tests = List.copyOf(tests);
            origins = List.copyOf(origins);
        }
    }

    /**
     * What had to be absent.
     *
     * @param presentUnder the minimal sets of answers under which it is there after all, and the rule not met
     * @param instead where nothing may be so without something else: what else there is, for all that would be an exception
     */
    public record Absent(String sentence, List<Map<String, String>> presentUnder, List<Held> instead)
            implements Premise {
        public Absent {
            presentUnder = List.copyOf(presentUnder);
            instead = List.copyOf(instead);
        }
    }

    /**
     * What many things come to together, each of them there or not.
     *
     * @param sentence what they come to; that nothing is there when there are none
     * @param present those it takes
     * @param absent those that must not be there
     * @param others how many more there may be, whose being there or not makes no difference
     * @param comesTo what those present come to, where they are all there is; else {@code ""}
     */
    public record Accumulated(String sentence, List<Element> present, List<Absent> absent, int others, String comesTo)
            implements Premise {
        public Accumulated {
            present = List.copyOf(present);
            absent = List.copyOf(absent);
        }
    }

    /**
     * Something that is accumulated.
     *
     * @param premises what it stands on: the facts that match, for the most part one
     * @param taken what is taken of it, where that does not show in the facts: "credibility 3"; else {@code ""}
     */
    public record Element(List<Premise> premises, String taken) {
        public Element {
            premises = List.copyOf(premises);
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

    /**
     * An answer to a question.
     *
     * @param open whether other answers are possible
     */
    public record Answered(String question, String ask, String answer, String says, boolean open) implements Origin {}

    /** The engine itself, of what an answer to a question would amount to. */
    public record Asked(String question, String ask) implements Origin {}
}
