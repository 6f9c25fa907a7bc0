package org.demarche.worlds;

import java.util.Collection;
import java.util.List;
import org.demarche.inference.Choice;
import org.demarche.inference.LikelihoodBounds;
import org.demarche.inference.Method;

/** What one way of working out the labels can say about the nodes it looked at. Immutable. */
interface View {

    Method method();

    /** The labels: of all scenarios where the method is exact about them, else of some drawn at random. */
    Extent extent();

    /** The same with some questions answered. */
    View given(Collection<Choice> answers);

    Tally tally(int node);

    /** Whether the node holds or is undefined in some possible scenario, be tendencies as they may. */
    boolean everMayHold(int node);

    /** The rules with a likelihood that have a switch which changes the node in some possible scenario, sorted. */
    List<String> changing(int node);

    LikelihoodBounds likelihood(int node);

    /** The minimal sets of answers that, among the possible scenarios, lead into a label. */
    ConditionList conditions(Label label);
}
