package org.demarche.compile;

import java.util.List;

/**
 * What the rules of the possibility form match for an {@code accumulate}: that it can come to these results. It is known to the
 * session only and no fact of anybody's; the engine inserts it as soon as some of the matches could make it.
 *
 * @param site which accumulate
 * @param given what was matched before it: facts, and outcomes of earlier accumulates
 * @param results the kept results in their order
 */
public record Outcome(int site, List<Object> given, List<Object> results) {
    public Outcome {
        given = List.copyOf(given);
        results = List.copyOf(results);
    }

    /** What was matched just before, by which Drools finds it among all others. */
    public Object last() {
        return given.get(given.size() - 1);
    }

    public boolean follows(Object... matched) {
        return given.equals(List.of(matched));
    }

    /** A result as the text that facts would have for it. */
    public String text(int index) {
        return results.get(index).toString();
    }
}
