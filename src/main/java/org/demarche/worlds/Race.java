package org.demarche.worlds;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.demarche.diagrams.BudgetExceededException;
import org.demarche.inference.Watch;

/**
 * Evaluates a program with decision diagrams, in several orders of the questions: each gets a small budget of nodes, then each a
 * larger one, until one of them is done. Budgets and not clocks, so that the same order wins on every machine.
 */
final class Race {

    private static final int FIRST_BUDGET = 1 << 14;
    private static final int GROWTH = 1 << 3;

    private Race() {}

    /** The labels and possible scenarios; empty when every order takes more nodes than that. */
    static Optional<Extent> run(Program program, ScenarioSpace space, int nodes, Watch watch) {
        List<Supplier<int[]>> orders = VariableOrders.of(program, space);
        long budget = Math.min(FIRST_BUDGET, nodes);
        while (true) {
            for (Supplier<int[]> order : orders) {
                Optional<Extent> done = attempt(program, space, order.get(), (int) budget, nodes, watch);
                if (done.isPresent()) {
                    return done;
                }
            }
            if (budget >= nodes) {
                return Optional.empty();
            }
            budget = Math.min(GROWTH * budget, nodes);
            watch.doing("working out the labels, with up to " + budget + " nodes");
        }
    }

    private static Optional<Extent> attempt(
            Program program, ScenarioSpace space, int[] order, int budget, int nodes, Watch watch) {
        DiagramFrame frame = new DiagramFrame(space, order, budget, watch);
        try {
            Extent extent = Extent.of(program, space, frame);
            frame.open(frame.diagrams().nodes() + Math.max(FIRST_BUDGET, nodes));
            return Optional.of(extent);
        } catch (BudgetExceededException tooMany) {
            return Optional.empty();
        }
    }
}
