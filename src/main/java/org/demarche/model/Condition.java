package org.demarche.model;

import java.util.List;

/**
 * A state somebody or something is in, concerning somebody or something ({@code ""} when it concerns nobody).
 */
public record Condition(String subject, String state, String about) implements Fact {

    public Condition {
        Fact.requireValues(subject, state, about);
    }

    /** Without about. */
    public Condition(String subject, String state) {
        this(subject, state, "");
    }

    @Override
    public List<String> values() {
        return List.of(subject, state, about);
    }

    @Override
    public String text(int index) {
        return switch (index) {
            case 0 -> subject;
            case 1 -> state;
            case 2 -> about;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }

    @Override
    public String toString() {
        return id();
    }
}
