package org.demarche.model;

import java.util.List;

/**
 * That a question has this answer and no other: scenarios with another answer are not possible.
 */
public record Settled(String question, String answer) implements Fact {

    public Settled {
        Fact.requireValues(question, answer);
    }

    @Override
    public List<String> values() {
        return List.of(question, answer);
    }

    @Override
    public String text(int index) {
        return switch (index) {
            case 0 -> question;
            case 1 -> answer;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }

    @Override
    public String toString() {
        return id();
    }
}
