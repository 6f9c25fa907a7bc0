package org.demarche.worlds;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * The exact set of scenarios in which something holds. Labels of one evaluation can be combined with each other. Equal sets are
 * equal labels.
 */
public interface Label {

    Label and(Label other);

    Label or(Label other);

    /** The scenarios in this one and not in the other. */
    Label minus(Label other);

    boolean isEmpty();

    /** How many scenarios. */
    BigInteger count();

    /** Whether it depends on the question: whether another answer alone can lead out of it. */
    boolean dependsOn(String question);

    /** The scenarios that would be in this label if the question had this answer, whatever it is. */
    Label given(String question, String answer);

    /** The first scenarios in it, in the order of the questions and their answers. */
    List<Map<String, String>> scenarios(int most);
}
