package org.demarche.model;

import java.util.List;

/**
 * A finding on somebody or something, concerning somebody or something ({@code ""} when it concerns nobody).
 */
public record Judgement(String subject, String finding, String about) implements Fact {

    public Judgement {
        Fact.requireValues(subject, finding, about);
    }

    /** Without about. */
    public Judgement(String subject, String finding) {
        this(subject, finding, "");
    }

    @Override
    public List<String> values() {
        return List.of(subject, finding, about);
    }

    @Override
    public String text(int index) {
        return switch (index) {
            case 0 -> subject;
            case 1 -> finding;
            case 2 -> about;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }

    @Override
    public String toString() {
        return id();
    }
}
