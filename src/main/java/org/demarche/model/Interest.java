package org.demarche.model;

import java.util.List;

/**
 * What an actor would like to see, about somebody or something ({@code ""} when it is about nobody).
 */
public record Interest(String actor, String wants, String about) implements Fact {

    public Interest {
        Fact.requireValues(actor, wants, about);
    }

    /** Without about. */
    public Interest(String actor, String wants) {
        this(actor, wants, "");
    }

    @Override
    public List<String> values() {
        return List.of(actor, wants, about);
    }

    @Override
    public String text(int index) {
        return switch (index) {
            case 0 -> actor;
            case 1 -> wants;
            case 2 -> about;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }

    @Override
    public String toString() {
        return id();
    }
}
