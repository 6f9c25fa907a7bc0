package org.demarche.worlds;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.demarche.inference.Choice;
import org.demarche.inference.Inference.Pivot;
import org.demarche.inference.LikelihoodBounds;
import org.demarche.inference.Method;

/** What one way of working out the labels can say about the nodes it looked at. Immutable. */
interface View {

    Method method();

    /** What was evaluated. */
    Program program();

    /** The labels: of all scenarios where they are known as diagrams, else of some drawn at random. */
    Extent extent();

    /** The same with some questions answered. */
    View given(Collection<Choice> answers);

    Tally tally(int node);

    /** The questions a node turns on, the most influential first. */
    default List<Pivot> pivots(int node) {
        return Pivots.of(tally(node), space());
    }

    /** The scenarios, without switches. */
    ScenarioSpace space();

    /** How many scenarios a label has; estimated where the method is not exact. */
    BigInteger count(Function<Extent, Label> label);

    /** How many possible scenarios have each answer; estimated where the method is not exact. */
    Map<Choice, BigInteger> byAnswer();

    /** The labels as they are in one scenario, at least. */
    Extent at(Map<String, String> scenario);

    /**
     * The scenarios of a label one after the other, found only as they are asked for; where the method is not exact, some of those
     * drawn at random.
     */
    Stream<Map<String, String>> scenarios(Function<Extent, Label> label);

    /** Whether the node holds or is undefined in some possible scenario, be tendencies as they may. */
    boolean everMayHold(int node);

    /** The rules with a likelihood that have a switch which changes the node in some possible scenario, sorted. */
    List<String> changing(int node);

    LikelihoodBounds likelihood(int node);

    /** The minimal sets of answers that, among the possible scenarios, lead into a label. */
    ConditionList conditions(Function<Extent, Label> label);
}
