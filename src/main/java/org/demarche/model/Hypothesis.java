package org.demarche.model;

import java.util.List;

/**
 * What an answer to an open question would amount to, as a fact of the given kind ({@code capability}), with its first value, its term and its third value ({@code ""} when absent). It holds in every scenario, so that general rules can speak of questions. Of an answer that would amount to nothing in particular there is one that names only the answer.
 */
public record Hypothesis(String question, String answer, String kind, String subject, String term, String object)
        implements Fact {

    public Hypothesis {
        Fact.requireValues(question, answer, kind, subject, term, object);
    }

    @Override
    public List<String> values() {
        return List.of(question, answer, kind, subject, term, object);
    }

    @Override
    public String text(int index) {
        return switch (index) {
            case 0 -> question;
            case 1 -> answer;
            case 2 -> kind;
            case 3 -> subject;
            case 4 -> term;
            case 5 -> object;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }

    @Override
    public String toString() {
        return id();
    }
}
