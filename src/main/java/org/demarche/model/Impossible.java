package org.demarche.model;

import java.util.List;

/**
 * That a scenario cannot be, with the reason as a vocabulary term.
 */
public record Impossible(String because) implements Fact {

    public Impossible {
        Fact.requireValues(because);
    }

    @Override
    public List<String> values() {
        return List.of(because);
    }

    @Override
    public String text(int index) {
        return switch (index) {
            case 0 -> because;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }

    @Override
    public String toString() {
        return id();
    }
}
