package org.demarche.bench.measure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/** What several contenders answer to the same; nothing is timed before they agree. */
public final class Answers {

    private static final int SHOWN = 5;

    /** How often contenders have been compared, in this run. */
    private static final AtomicInteger COMPARED = new AtomicInteger();

    private final String job;
    private final Map<String, Set<String>> all = new LinkedHashMap<>();

    /** @param job what was to be done, in words */
    public Answers(String job) {
        this.job = job;
    }

    public void add(String contender, Set<String> answer) {
        all.put(contender, new TreeSet<>(answer));
    }

    /**
     * How many things all of them answer.
     *
     * @throws DifferentAnswersException when one of them answers something else than the first, or nothing
     */
    public int agreed() {
        Map.Entry<String, Set<String>> first = all.entrySet().iterator().next();
        if (first.getValue().isEmpty()) {
            throw new DifferentAnswersException(job + ": " + first.getKey() + " answers nothing.");
        }
        all.forEach((contender, answer) -> {
            if (!answer.equals(first.getValue())) {
                throw new DifferentAnswersException(job + ": " + first.getKey() + " and " + contender
                        + " answer differently." + only(first.getKey(), first.getValue(), answer)
                        + only(contender, answer, first.getValue()));
            }
        });
        COMPARED.addAndGet(all.size() - 1);
        return first.getValue().size();
    }

    /** How often a contender has answered the same as the first of its job. */
    public static int compared() {
        return COMPARED.get();
    }

    private static String only(String contender, Set<String> answer, Set<String> other) {
        Set<String> only = new TreeSet<>(answer);
        only.removeAll(other);
        return only.isEmpty()
                ? ""
                : " Only " + contender + " has " + only.size() + ", as "
                        + String.join(", ", only.stream().limit(SHOWN).toList()) + ".";
    }

    /** Contenders do not answer the same: whatever would be measured then says nothing. */
    public static final class DifferentAnswersException extends RuntimeException {
        public DifferentAnswersException(String message) {
            super(message);
        }
    }
}
