package org.demarche.model;

import java.util.List;

/**
 * That something bears on an answer to a question: CC very consistent, C consistent, I inconsistent, II very inconsistent. It never changes what holds.
 */
public record Indication(String question, String answer, String rating) implements Fact {

    public Indication {
        Fact.requireValues(question, answer, rating);
    }

    @Override
    public List<String> values() {
        return List.of(question, answer, rating);
    }

    @Override
    public String text(int index) {
        return switch (index) {
            case 0 -> question;
            case 1 -> answer;
            case 2 -> rating;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }

    @Override
    public String toString() {
        return id();
    }
}
