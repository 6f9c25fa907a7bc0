package org.demarche.events;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Counts words. How many it can tell apart is limited: a table may have another one in each of its rows. */
final class Counter {

    private static final int MOST = 20_000;

    private final Map<String, long[]> counts = new HashMap<>();
    private long others;

    void add(String word) {
        long[] count = counts.get(word);
        if (count != null) {
            count[0]++;
        } else if (counts.size() < MOST) {
            counts.put(word, new long[] {1});
        } else {
            others++;
        }
    }

    /** How many times a word came that was one too many to be told apart. */
    long others() {
        return others;
    }

    /** The most frequent first. */
    List<Counted> list(Function<String, List<String>> candidates) {
        return counts.entrySet().stream()
                .map(each -> new Counted(each.getKey(), each.getValue()[0], candidates.apply(each.getKey())))
                .sorted(Comparator.comparingLong(Counted::rows).reversed().thenComparing(Counted::word))
                .toList();
    }
}
