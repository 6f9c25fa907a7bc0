package org.demarche.worlds;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.demarche.inference.Choice;
import org.demarche.inference.Derivation;
import org.demarche.inference.DerivationGraph;
import org.demarche.inference.LimitReachedException;
import org.demarche.inference.Limits;

/** Evaluates scenario by scenario, over one recorded graph. */
public final class EnumeratingEvaluator implements Evaluator {

    @Override
    public Labels evaluate(DerivationGraph graph, ScenarioSpace space, Predicate<Derivation> counts, Limits limits) {
        BigInteger size = space.size();
        if (size.compareTo(BigInteger.valueOf(limits.scenarios())) > 0) {
            throw new LimitReachedException("The open questions make " + size + " scenarios, and at most "
                    + limits.scenarios() + " can be enumerated: leave some out of the case, or raise the limit.");
        }
        Found found = new Found(graph, space);
        WellFounded semantics = new WellFounded(graph, counts);
        for (int scenario = 0; scenario < size.intValueExact(); scenario++) {
            WellFounded.Model model = semantics.model(stated(graph, space.scenario(scenario)));
            found.add(scenario, model);
        }
        return found;
    }

    private static BitSet stated(DerivationGraph graph, Map<String, String> scenario) {
        BitSet stated = new BitSet();
        for (int node = 0; node < graph.nodes().size(); node++) {
            stated.set(
                    node,
                    graph.statedOutright(node)
                            || graph.statedBy(node).stream()
                                    .anyMatch(choice -> choice.answer().equals(scenario.get(choice.question()))));
        }
        return stated;
    }

    private static final class Found implements Labels {
        private final ScenarioSpace space;
        private final List<ScenarioSet> definite;
        private final List<ScenarioSet> possible;

        Found(DerivationGraph graph, ScenarioSpace space) {
            this.space = space;
            this.definite =
                    graph.nodes().stream().map(node -> ScenarioSet.none(space)).toList();
            this.possible =
                    graph.nodes().stream().map(node -> ScenarioSet.none(space)).toList();
        }

        void add(int scenario, WellFounded.Model model) {
            model.definite().stream().forEach(node -> definite.get(node).bits().set(scenario));
            model.possible().stream().forEach(node -> possible.get(node).bits().set(scenario));
        }

        @Override
        public Label all() {
            return ScenarioSet.all(space);
        }

        @Override
        public Label none() {
            return ScenarioSet.none(space);
        }

        @Override
        public Label where(Choice choice) {
            ScenarioSet where = ScenarioSet.none(space);
            if (space.has(choice)) {
                for (int scenario = 0; scenario < where.size(); scenario++) {
                    where.bits()
                            .set(
                                    scenario,
                                    choice.answer()
                                            .equals(space.scenario(scenario).get(choice.question())));
                }
            }
            return where;
        }

        @Override
        public Label definitely(int node) {
            return definite.get(node);
        }

        @Override
        public Label possibly(int node) {
            return possible.get(node);
        }
    }
}
