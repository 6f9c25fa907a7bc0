package org.demarche.model;

import java.util.List;

/**
 * What an actor is able to do: a means, against or for a target ({@code ""} when it has none).
 */
public record Capability(String actor, String means, String target) implements Fact {

    public Capability {
        Fact.requireValues(actor, means, target);
    }

    /** Without target. */
    public Capability(String actor, String means) {
        this(actor, means, "");
    }

    @Override
    public List<String> values() {
        return List.of(actor, means, target);
    }

    @Override
    public String text(int index) {
        return switch (index) {
            case 0 -> actor;
            case 1 -> means;
            case 2 -> target;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }

    @Override
    public String toString() {
        return id();
    }
}
