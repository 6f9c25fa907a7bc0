package org.demarche.worlds;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.demarche.inference.Choice;
import org.demarche.inference.LimitReachedException;

/**
 * The set of scenarios in which something holds. Labels of one evaluation can be combined with each other. Equal sets are equal
 * labels.
 */
public interface Label {

    Label and(Label other);

    Label or(Label other);

    /** The scenarios in this one and not in the other. */
    Label minus(Label other);

    /**
     * The scenarios that would be in it if their question had this answer.
     *
     * @throws LimitReachedException where scenarios were only counted
     */
    Label supposing(Choice choice);

    boolean isEmpty();

    /** How many scenarios. */
    BigInteger count();

    /** How many of its scenarios have this answer. */
    BigInteger count(Choice choice);

    /** Its scenarios one after the other, in the order of the questions and their answers; found only as they are asked for. */
    Stream<Map<String, String>> scenarios();

    /** The first scenarios in it. */
    default List<Map<String, String>> scenarios(int most) {
        return scenarios().limit(most).toList();
    }
}
