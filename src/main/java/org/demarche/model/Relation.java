package org.demarche.model;

import java.util.List;

/**
 * How an actor stands to another ({@code ""} when the relation names nobody).
 */
public record Relation(String actor, String relation, String other) implements Fact {

    public Relation {
        Fact.requireValues(actor, relation, other);
    }

    /** Without other. */
    public Relation(String actor, String relation) {
        this(actor, relation, "");
    }

    @Override
    public List<String> values() {
        return List.of(actor, relation, other);
    }

    @Override
    public String text(int index) {
        return switch (index) {
            case 0 -> actor;
            case 1 -> relation;
            case 2 -> other;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }

    @Override
    public String toString() {
        return id();
    }
}
