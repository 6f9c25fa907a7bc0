package org.demarche.model;

import java.util.List;

/**
 * What an actor is after: an aim, towards a target ({@code ""} when it has none).
 */
public record Intention(String actor, String aim, String target) implements Fact {

    public Intention {
        Fact.requireValues(actor, aim, target);
    }

    /** Without target. */
    public Intention(String actor, String aim) {
        this(actor, aim, "");
    }

    @Override
    public List<String> values() {
        return List.of(actor, aim, target);
    }

    @Override
    public String text(int index) {
        return switch (index) {
            case 0 -> actor;
            case 1 -> aim;
            case 2 -> target;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }

    @Override
    public String toString() {
        return id();
    }
}
