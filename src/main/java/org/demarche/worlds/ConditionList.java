package org.demarche.worlds;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * All minimal conditions of something, or as many of the shortest as are listed.
 *
 * @param listed sets of answers by question, the shortest first
 * @param others how many are not listed; -1 when they have not been worked out
 */
public record ConditionList(List<Map<String, String>> listed, BigInteger others) {

    /** So many are listed at most. */
    public static final int MOST = 1_000;

    /** They have not been worked out. */
    public static final ConditionList UNKNOWN = new ConditionList(List.of(), BigInteger.ONE.negate());

    public ConditionList {
        listed = List.copyOf(listed);
    }

    static ConditionList of(List<Map<String, String>> listed, BigInteger count) {
        return new ConditionList(
                listed.stream()
                        .sorted(Comparator.comparing((Map<String, String> condition) -> condition.size())
                                .thenComparing(Map::toString))
                        .toList(),
                count.subtract(BigInteger.valueOf(listed.size())));
    }
}
