package org.demarche.model;

import java.util.List;

/**
 * What an actor wants to avoid, concerning somebody or something ({@code ""} when it concerns nobody).
 */
public record Constraint(String actor, String avoids, String about) implements Fact {

    public Constraint {
        Fact.requireValues(actor, avoids, about);
    }

    /** Without about. */
    public Constraint(String actor, String avoids) {
        this(actor, avoids, "");
    }

    @Override
    public List<String> values() {
        return List.of(actor, avoids, about);
    }

    @Override
    public String text(int index) {
        return switch (index) {
            case 0 -> actor;
            case 1 -> avoids;
            case 2 -> about;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }

    @Override
    public String toString() {
        return id();
    }
}
