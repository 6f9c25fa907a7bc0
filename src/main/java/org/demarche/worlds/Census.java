package org.demarche.worlds;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demarche.inference.Choice;
import org.demarche.inference.Derivation;
import org.demarche.inference.Estimate;
import org.demarche.inference.LimitReachedException;

/** Counts some nodes together in one walk through the scenarios, and scales up what was counted of a part of them. */
final class Census {

    private final ScenarioSpace space;
    private final Counter possible;
    private final Map<Integer, Counted> counted = new LinkedHashMap<>();
    private long seen;

    /** What is counted of one node. */
    private record Counted(Counter holds, Counter mayHold, Map<String, Counter> byRule) {}

    /** @param nodes the nodes to count, with the questions on which each may depend */
    Census(ScenarioSpace space, Map<Integer, List<String>> nodes) {
        this.space = space;
        this.possible = new Counter(space, space.questions());
        nodes.forEach((node, questions) -> counted.put(
                node, new Counted(new Counter(space, questions), new Counter(space, List.of()), new TreeMap<>())));
    }

    void add(Extent extent, int scenarios) {
        seen += scenarios;
        BlockLabel within = (BlockLabel) extent.possible();
        possible.add(within);
        counted.forEach((node, count) -> {
            count.holds().add((BlockLabel) extent.holds(node));
            count.mayHold().add((BlockLabel) extent.mayHold(node));
            Map<String, Label> rules = new HashMap<>();
            for (Derivation derivation : extent.program().graph().derivationsOf(node)) {
                rules.merge(derivation.rule(), extent.labels().fires(derivation), Label::or);
            }
            rules.forEach((rule, label) -> count.byRule()
                    .computeIfAbsent(rule, any -> new Counter(space, List.of()))
                    .add((BlockLabel) label.and(within)));
        });
    }

    /**
     * What was counted of each node.
     *
     * @param whole all questions
     * @param given those that are answered
     * @param size how many scenarios of them there are
     * @param exact whether all of them were seen
     */
    Map<Integer, Tally> tallies(ScenarioSpace whole, List<Choice> given, BigInteger size, boolean exact) {
        if (possible.all() == 0 && !exact) {
            throw new LimitReachedException(
                    "None of " + seen + " scenarios drawn at random is possible, so that nothing"
                            + " can be estimated: allow more with `--max-nodes`, or answer some of the questions.");
        }
        Map<Choice, BigInteger> byAnswer = byAnswer(whole, given, size);
        Map<Integer, Tally> tallies = new HashMap<>();
        counted.forEach((node, count) -> tallies.put(
                node,
                new Tally(
                        scaled(possible, size),
                        byAnswer,
                        scaled(count.holds(), size),
                        count.holds().byAnswer(whole, given, each -> scaled(each, size)),
                        scaled(count.mayHold(), size),
                        byRule(count, size),
                        exact
                                ? Optional.empty()
                                : Optional.of(Estimate.of(count.holds().all(), possible.all())))));
        return tallies;
    }

    /** How many possible scenarios have each answer. */
    Map<Choice, BigInteger> byAnswer(ScenarioSpace whole, List<Choice> given, BigInteger size) {
        return possible.byAnswer(whole, given, count -> scaled(count, size));
    }

    private Map<String, BigInteger> byRule(Counted count, BigInteger size) {
        Map<String, BigInteger> byRule = new TreeMap<>();
        count.byRule().forEach((rule, counter) -> {
            if (counter.all() > 0) {
                byRule.put(rule, scaled(counter, size));
            }
        });
        return byRule;
    }

    private BigInteger scaled(Counter counter, BigInteger size) {
        return scaled(BigInteger.valueOf(counter.all()), size);
    }

    private BigInteger scaled(BigInteger count, BigInteger size) {
        BigInteger of = BigInteger.valueOf(seen);
        return count.multiply(size).add(of.shiftRight(1)).divide(of);
    }
}
