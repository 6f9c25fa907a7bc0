package org.demarche.worlds;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.demarche.diagrams.BudgetExceededException;
import org.demarche.diagrams.Diagrams;
import org.demarche.diagrams.Primes;
import org.demarche.inference.Accumulation;
import org.demarche.inference.Accumulation.Element;
import org.demarche.inference.DerivationGraph;
import org.demarche.inference.Fold;
import org.demarche.inference.LimitReachedException;

/**
 * The minimal ways in which an accumulate comes to an outcome: which elements have to be there and which must not, whatever the others
 * do. They are the prime implicants of the outcome as a set over its elements, each there or not.
 *
 * @param listed the shortest ways
 * @param others how many more there are
 */
public record OutcomeWays(List<Way> listed, BigInteger others) {

    private static final int NODES = 1 << 18;
    private static final int THERE = 1;

    /**
     * One way.
     *
     * @param present the nodes of the elements that are there
     * @param absent the nodes of those that must not be
     */
    public record Way(List<Integer> present, List<Integer> absent) {
        public Way {
            present = List.copyOf(present);
            absent = List.copyOf(absent);
        }
    }

    public OutcomeWays {
        listed = List.copyOf(listed);
    }

    /**
     * The ways to an outcome.
     *
     * @param most how many are listed at most
     * @throws LimitReachedException when they are too many to be worked out
     */
    public static OutcomeWays of(DerivationGraph graph, int outcome, int most) {
        Accumulation accumulation = graph.accumulationOf(outcome).orElseThrow();
        List<Element> elements = accumulation.elements();
        int[] values = new int[elements.size()];
        Arrays.fill(values, 2);
        Diagrams diagrams =
                new Diagrams(values, IntStream.range(0, values.length).toArray(), NODES, () -> {});
        try {
            int wanted = set(accumulation, graph, outcome, diagrams);
            Primes.Found found = new Primes(diagrams, NODES).of(wanted, Diagrams.ALL, most);
            List<Way> listed =
                    found.shortest().stream().map(each -> way(each, elements)).toList();
            return new OutcomeWays(listed, found.count().subtract(BigInteger.valueOf(listed.size())));
        } catch (BudgetExceededException tooMany) {
            throw new LimitReachedException("An `accumulate` of rule `" + accumulation.rule() + "` is made of "
                    + elements.size() + " things in more ways than can be told apart: match fewer facts.");
        }
    }

    /** The sets of elements that lead to the outcome, by dynamic programming over the states of the fold. */
    private static int set(Accumulation accumulation, DerivationGraph graph, int outcome, Diagrams diagrams) {
        Map<Fold, Integer> states = new LinkedHashMap<>();
        states.put(accumulation.start(), Diagrams.ALL);
        for (int i = 0; i < accumulation.elements().size(); i++) {
            Map<Fold, Integer> next = new LinkedHashMap<>();
            for (Map.Entry<Fold, Integer> state : states.entrySet()) {
                int there = diagrams.where(i, THERE);
                next.merge(state.getKey(), diagrams.minus(state.getValue(), there), diagrams::or);
                next.merge(
                        state.getKey().add(accumulation.elements().get(i).values()),
                        diagrams.and(state.getValue(), there),
                        diagrams::or);
            }
            states = next;
        }
        int wanted = Diagrams.NONE;
        for (Map.Entry<Fold, Integer> state : states.entrySet()) {
            if (graph.revised(accumulation, state.getKey()).equals(Optional.of(outcome))) {
                wanted = diagrams.or(wanted, state.getValue());
            }
        }
        return wanted;
    }

    private static Way way(List<Primes.Literal> literals, List<Element> elements) {
        List<Integer> present = new ArrayList<>();
        List<Integer> absent = new ArrayList<>();
        literals.stream()
                .sorted((one, other) -> Integer.compare(one.variable(), other.variable()))
                .forEach(each -> (each.value() == THERE ? present : absent)
                        .add(elements.get(each.variable()).node()));
        return new Way(present, absent);
    }
}
