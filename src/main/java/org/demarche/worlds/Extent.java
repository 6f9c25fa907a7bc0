package org.demarche.worlds;

import java.util.BitSet;
import java.util.Collection;
import org.demarche.inference.Choice;
import org.demarche.inference.DerivationGraph;
import org.demarche.model.Fact;
import org.demarche.model.Impossible;
import org.demarche.model.Settled;

/**
 * The labels of a program and the possible scenarios among them: those in which nothing {@link Impossible} holds and no question is
 * {@link Settled} on another answer.
 */
record Extent(Program program, ScenarioSpace space, Labels labels, Label possible) {

    static Extent of(Program program, ScenarioSpace space, Frame frame) {
        return of(program, space, WellFoundedLabels.of(program, frame));
    }

    /** The same for a graph with other statements; what depends on them must be known. */
    Extent stating(DerivationGraph graph, BitSet affected) {
        Program revised = program.of(graph);
        return of(revised, space, ((WellFoundedLabels) labels).with(revised, affected));
    }

    private static Extent of(Program program, ScenarioSpace space, Labels labels) {
        Frame frame = labels.frame();
        Label possible = frame.all();
        for (int node : program.nodes().stream().toArray()) {
            Fact fact = program.graph().fact(node).orElse(null);
            if (fact instanceof Impossible) {
                possible = possible.minus(labels.definitely(node));
            } else if (fact instanceof Settled settled
                    // A question that does not exist yet cannot be settled on another answer.
                    && !space.answers(settled.question()).isEmpty()) {
                Label answered = frame.where(new Choice(settled.question(), settled.answer()));
                possible = possible.minus(labels.definitely(node).minus(answered));
            }
        }
        return new Extent(program, space, labels, possible);
    }

    /** Whether a fact decides which scenarios are possible. */
    static boolean decides(Fact fact) {
        return fact instanceof Impossible || fact instanceof Settled;
    }

    Extent given(Collection<Choice> answers) {
        Label rest = possible;
        for (Choice answer : answers) {
            rest = rest.and(labels.frame().where(answer));
        }
        return new Extent(program, space, labels, rest);
    }

    /** Where a node holds, among the possible scenarios. */
    Label holds(int node) {
        return labels.definitely(node).and(possible);
    }

    /** Where a node holds or is undefined, among the possible scenarios. */
    Label mayHold(int node) {
        return labels.possibly(node).and(possible);
    }

    /** Where a node is undefined, among the possible scenarios. */
    Label undefined(int node) {
        return mayHold(node).minus(holds(node));
    }
}
