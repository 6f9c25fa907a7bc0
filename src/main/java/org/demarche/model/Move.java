package org.demarche.model;

import java.util.List;

/**
 * What an actor will do to a target ({@code ""} when there is none).
 */
public record Move(String actor, String action, String target) implements Fact {

    public Move {
        Fact.requireValues(actor, action, target);
    }

    /** Without target. */
    public Move(String actor, String action) {
        this(actor, action, "");
    }

    @Override
    public List<String> values() {
        return List.of(actor, action, target);
    }

    @Override
    public String text(int index) {
        return switch (index) {
            case 0 -> actor;
            case 1 -> action;
            case 2 -> target;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }

    @Override
    public String toString() {
        return id();
    }
}
