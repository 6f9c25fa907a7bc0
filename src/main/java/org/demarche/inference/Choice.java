package org.demarche.inference;

import java.util.Comparator;

/** One answer to one question. */
public record Choice(String question, String answer) implements Comparable<Choice> {

    private static final Comparator<Choice> ORDER =
            Comparator.comparing(Choice::question).thenComparing(Choice::answer);

    @Override
    public int compareTo(Choice other) {
        return ORDER.compare(this, other);
    }
}
