package org.demarche.worlds;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.demarche.inference.Choice;
import org.demarche.inference.Estimate;
import org.demarche.inference.Inference.Pivot;

/**
 * How much each question matters to a node. Influence is the largest minus the smallest share, over the question's possible
 * answers, of the scenarios with that answer in which the node holds (for two answers Birnbaum's importance: "On the
 * importance of different components in a multicomponent system", 1969). Information gain is by how many bits knowing the answer
 * is expected to lessen the doubt whether it holds (Shannon's mutual information). Both count scenarios, each alike.
 */
final class Pivots {

    private Pivots() {}

    /** The questions that matter, the most influential first. */
    static List<Pivot> of(Tally tally, ScenarioSpace space) {
        return space.questions().stream()
                .flatMap(question -> pivot(tally, question, tally.possible(question, space.answers(question))).stream())
                .filter(pivot -> plain(tally, pivot.question(), space))
                .sorted(Comparator.comparing(Pivot::influence).reversed())
                .toList();
    }

    /** How much a question matters; empty when it does not. */
    private static Optional<Pivot> pivot(Tally tally, String question, List<Choice> answers) {
        List<Share> shares = answers.stream().map(tally::share).sorted().toList();
        double influence = shares.isEmpty() ? 0 : shares.get(shares.size() - 1).minus(shares.get(0));
        return influence > 0 ? Optional.of(new Pivot(question, influence, gain(tally, answers))) : Optional.empty();
    }

    /** Of an estimate only those differences count that are more than chance: the intervals of some two answers lie apart. */
    private static boolean plain(Tally tally, String question, ScenarioSpace space) {
        if (tally.estimate().isEmpty()) {
            return true;
        }
        long drawn = tally.estimate().get().drawn();
        List<Estimate> estimates = tally.possible(question, space.answers(question)).stream()
                .map(answer -> {
                    long having = Math.max(
                            1, Math.round(drawn * new Share(tally.scenarios(answer), tally.scenarios()).value()));
                    return Estimate.of(Math.round(having * tally.share(answer).value()), having);
                })
                .toList();
        double leastHigh = estimates.stream().mapToDouble(Estimate::high).min().orElse(1);
        double mostLow = estimates.stream().mapToDouble(Estimate::low).max().orElse(0);
        return mostLow > leastHigh;
    }

    private static double gain(Tally tally, List<Choice> answers) {
        if (tally.scenarios().signum() == 0) {
            return 0;
        }
        double gain = doubt(new Share(tally.holds(), tally.scenarios()).value());
        for (Choice answer : answers) {
            double weight = new Share(tally.scenarios(answer), tally.scenarios()).value();
            gain -= weight * doubt(tally.share(answer).value());
        }
        return Math.max(0, gain);
    }

    private static double doubt(double share) {
        return bits(share) + bits(1 - share);
    }

    private static double bits(double share) {
        return share <= 0 ? 0 : -share * Math.log(share) / Math.log(2);
    }
}
