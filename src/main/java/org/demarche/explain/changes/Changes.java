package org.demarche.explain.changes;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.demarche.explain.whynot.Untried;
import org.demarche.inference.Status;
import org.demarche.model.Fact;
import org.demarche.worlds.Worlds;

/**
 * The smallest changes that make something hold where it does not, or fall where it does, each of them tried by evaluating it.
 *
 * @param before how it stands now
 * @param listed answers first, then statements, assumptions before evidence, then what would have to be added
 * @param untried how many more statements might be enough when added, and have not been tried
 * @param open of which kinds only some statements were tried, or none, and none of them would change it
 * @param exhaustive whether all rules were gone into that bear on it; else there may be more statements that would be enough
 */
public record Changes(
        Fact fact, Standing before, List<Change> listed, int untried, List<Untried> open, boolean exhaustive) {

    public Changes {
        listed = List.copyOf(listed);
        open = List.copyOf(open);
    }

    /** Those after which its status is another. */
    public List<Change> deciding() {
        return listed.stream()
                .filter(each -> each.after().status() != before.status())
                .toList();
    }

    /** Whether it holds in a larger part of the scenarios after a change. */
    public boolean widens(Change change) {
        Standing after = change.after();
        return after.scenarios()
                        .multiply(before.possible())
                        .compareTo(before.scenarios().multiply(after.possible()))
                > 0;
    }

    /**
     * How something stands.
     *
     * @param scenarios in how many of the possible scenarios it holds
     * @param possible how many scenarios are possible
     * @param conditions the minimal sets of answers under which it holds, where it does in some scenarios only
     */
    public record Standing(
            Status status, BigInteger scenarios, BigInteger possible, List<Map<String, String>> conditions) {
        public Standing {
            conditions = List.copyOf(conditions);
        }

        /** The part of the possible scenarios in which it holds, as a fraction in lowest terms. */
        List<BigInteger> share() {
            BigInteger divisor = scenarios.gcd(possible).max(BigInteger.ONE);
            return List.of(scenarios.divide(divisor), possible.divide(divisor));
        }

        /** How a fact stands; one that could hold in no scenario is excluded. */
        static Standing of(Fact fact, Worlds worlds) {
            BigInteger possible = worlds.count();
            return worlds.graph()
                    .find(fact)
                    .map(node -> {
                        Status status = worlds.status(node);
                        return new Standing(
                                status,
                                worlds.label(node).count(),
                                possible,
                                status == Status.CONTINGENT
                                        ? worlds.conditions(node).listed()
                                        : List.of());
                    })
                    .orElseGet(() -> new Standing(Status.EXCLUDED, BigInteger.ZERO, possible, List.of()));
        }
    }

    /** What is changed. */
    public enum Kind {
        /** A question is answered, or answered otherwise. */
        ANSWER("answer"),
        /** An assumption is dropped. */
        ASSUMPTION("assumption"),
        /** A statement that rests on evidence is withdrawn. */
        WITHDRAW("withdraw"),
        /** A statement is added. */
        ADD("add");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As it stands in JSON. */
        public String word() {
            return word;
        }
    }

    /**
     * A change.
     *
     * @param answers the answers that are given, by question; none where a statement is changed
     * @param fact the statement that is withdrawn or added
     * @param sentence that statement as a sentence, {@code ""} where answers are given
     * @param after how the inference stands then
     */
    public record Change(
            Kind kind, SortedMap<String, String> answers, Optional<Fact> fact, String sentence, Standing after) {

        static Change of(Map<String, String> answers, Standing after) {
            return new Change(Kind.ANSWER, new TreeMap<>(answers), Optional.empty(), "", after);
        }
    }
}
