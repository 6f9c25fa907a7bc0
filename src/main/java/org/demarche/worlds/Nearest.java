package org.demarche.worlds;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.demarche.diagrams.Simplex;
import org.demarche.inference.Choice;
import org.demarche.inference.ProbableScenario;

/** Finds single scenarios in a label: the most probable one, or the one with fewest other answers than a given one. */
final class Nearest {

    /** Stands for a probability of 0: so dear that no other answer's probability makes up for it. */
    private static final double NEVER = 1e6;

    private final DiagramFrame frame;
    private final ScenarioSpace space;

    Nearest(DiagramFrame frame) {
        this.frame = frame;
        this.space = frame.space();
    }

    /** The scenario with the highest guaranteed probability; empty for the empty label, and where no open question has likelihoods. */
    Optional<ProbableScenario> mostProbable(Label label, Label possible, LikelihoodReckoner reckoner) {
        double[][] costs = new double[space.questions().size()][];
        List<String> unknown = new ArrayList<>();
        boolean nothingKnown = true;
        for (int i = 0; i < costs.length; i++) {
            String question = space.questions().get(i);
            costs[i] = new double[space.answersOf(i)];
            Optional<Simplex> known = reckoner.distribution(question);
            if (settled(question, possible)) {
                continue;
            }
            if (known.isEmpty()) {
                unknown.add(question);
            } else {
                costs[i] = costs(known.get());
                nothingKnown = false;
            }
        }
        return nothingKnown
                ? Optional.empty()
                : frame.cheapest(label, costs)
                        .map(found -> new ProbableScenario(found.scenario(), probability(found.cost()), unknown));
    }

    private boolean settled(String question, Label possible) {
        return space.answers(question).stream()
                        .filter(answer ->
                                possible.count(new Choice(question, answer)).signum() > 0)
                        .count()
                == 1;
    }

    private static double[] costs(Simplex known) {
        return IntStream.range(0, known.low().length)
                .mapToDouble(known::least)
                .map(least -> least <= 0 ? NEVER : -Math.log(least))
                .toArray();
    }

    private static double probability(double cost) {
        return cost >= NEVER ? 0 : Math.exp(-cost);
    }

    /** The answers to change, by question, that lead from a scenario into a label with the fewest changes; empty for the empty label. */
    Optional<Map<String, String>> changes(Map<String, String> scenario, Label into) {
        double[][] costs = new double[space.questions().size()][];
        for (int i = 0; i < costs.length; i++) {
            String question = space.questions().get(i);
            costs[i] = space.answers(question).stream()
                    .mapToDouble(answer -> answer.equals(scenario.get(question)) ? 0 : 1)
                    .toArray();
        }
        return frame.cheapest(into, costs).map(found -> {
            Map<String, String> changes = new LinkedHashMap<>();
            found.scenario().forEach((question, answer) -> {
                if (!answer.equals(scenario.get(question))) {
                    changes.put(question, answer);
                }
            });
            return Collections.unmodifiableMap(changes);
        });
    }
}
