package org.demarche.explain.whynot;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.AccessLevel;
import lombok.With;
import org.demarche.explain.matching.Sought;
import org.demarche.explain.why.Explanation.Held;
import org.demarche.inference.Inference;
import org.demarche.model.Fact;
import org.demarche.source.Citation;
import org.demarche.source.SourceLocation;

/**
 * What keeps something from being inferred: every rule that could conclude it, the nearest first.
 *
 * @param sentence what is not inferred, as a sentence
 * @param inference what is known of it where rules conclude it in some scenario, or could if something were absent
 * @param scenarios in how many of the possible scenarios it does not hold
 * @param conditions the minimal sets of answers under which it does not hold
 * @param attempts one for each rule that could conclude it; none where it holds in every possible scenario
 */
public record Obstacles(
        Fact fact,
        String sentence,
        Optional<Inference> inference,
        BigInteger scenarios,
        List<Map<String, String>> conditions,
        List<Attempt> attempts) {

    public Obstacles {
        conditions = List.copyOf(conditions);
        attempts = List.copyOf(attempts);
    }

    /**
     * How far a rule gets, in some of the scenarios.
     *
     * @param scenarios in how many scenarios it gets so far
     * @param conditions the minimal sets of answers under which it does; none when it does so wherever is looked
     * @param left in how many more of the scenarios that are looked at something else or more is lacking, and is not told
     * @param unmet how many of its conditions are not met
     * @param steps its conditions in their order
     * @param alternatives what else would be enough instead, with other facts
     * @param exhaustive whether all facts were tried; else there may be something nearer
     */
    public record Attempt(
            String rule,
            String title,
            List<Citation> citations,
            SourceLocation at,
            BigInteger scenarios,
            List<Map<String, String>> conditions,
            BigInteger left,
            int unmet,
            List<Step> steps,
            List<Alternative> alternatives,
            boolean exhaustive) {
        public Attempt {
            citations = List.copyOf(citations);
            conditions = List.copyOf(conditions);
            steps = List.copyOf(steps);
            alternatives = List.copyOf(alternatives);
        }

        /** The conditions that are not met. */
        public List<Unmet> missing() {
            return steps.stream()
                    .filter(Unmet.class::isInstance)
                    .map(Unmet.class::cast)
                    .toList();
        }
    }

    /**
     * Another way to meet a rule that lacks as little.
     *
     * @param conditions the minimal sets of answers under which it does; none when it does wherever the attempt is told of
     * @param lacking the conditions that are not met then
     */
    public record Alternative(List<Map<String, String>> conditions, List<Unmet> lacking) {
        public Alternative {
            conditions = List.copyOf(conditions);
            lacking = List.copyOf(lacking);
        }
    }

    /** A condition of a rule. */
    public sealed interface Step {

        /** The condition as a sentence. */
        String sentence();
    }

    /**
     * A condition that is met.
     *
     * @param facts by which facts; none for an absence
     */
    public record Met(String sentence, List<Held> facts) implements Step {
        public Met {
            facts = List.copyOf(facts);
        }
    }

    /** A condition that speaks of something that is missing: whether it is met hangs on what that will be. */
    public record Open(String sentence) implements Step {}

    /** Why a condition is not met. */
    public enum Kind {
        /** Nobody states it. */
        MISSING("missing"),
        /** Something holds that excludes it. */
        CONTRADICTED("contradicted"),
        /** Rules could conclude it, but do not. */
        NOT_CONCLUDED("not concluded"),
        /** Something is there that must not be. */
        BLOCKED("blocked"),
        /** It holds, but only in other scenarios. */
        ELSEWHERE("open in other scenarios"),
        /** The rules contradict themselves about it. */
        UNDECIDED("undecided"),
        /** What is counted or compared comes to something else. */
        OTHERWISE("comes to something else");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As it is told. */
        public String word() {
            return word;
        }
    }

    /**
     * A condition that is not met.
     *
     * @param sentence what the rule asks for, in its own wording where it has one
     * @param sought what is missing, as far as it is known; empty where it is no single fact
     * @param holdsUnder the minimal sets of answers under which it would be met; none when there are none
     * @param near the facts that come nearest to what is asked
     * @param remarks what else there is to say: what a count comes to, that a statement is not known yet, what contradicts it
     * @param blockers what is there that must not be, each with its own reasons
     * @param parts the conditions inside it that are not met; of something that must not be there, what would take it away; of
     *     something counted, what would be counted too
     * @param attempts the rules that could conclude it
     * @param others how many more rules could
     * @param shownAbove whether its attempts have been given earlier
     */
    @With(AccessLevel.PACKAGE)
    public record Unmet(
            String sentence,
            Kind kind,
            Optional<Sought> sought,
            List<Map<String, String>> holdsUnder,
            List<Near> near,
            List<String> remarks,
            List<Held> blockers,
            List<Unmet> parts,
            List<Attempt> attempts,
            int others,
            boolean shownAbove)
            implements Step {
        public Unmet {
            holdsUnder = List.copyOf(holdsUnder);
            near = List.copyOf(near);
            remarks = List.copyOf(remarks);
            blockers = List.copyOf(blockers);
            parts = List.copyOf(parts);
            attempts = List.copyOf(attempts);
        }

        /** The fact that is missing, where all the values are known that it needs. */
        public Optional<Fact> fact() {
            return sought.flatMap(Sought::fact);
        }
    }

    /**
     * A fact that is nearly what is asked for.
     *
     * @param differences how it differs: "the target is South Korea, not the United States"
     */
    public record Near(String id, String sentence, List<String> differences) {
        public Near {
            differences = List.copyOf(differences);
        }
    }
}
