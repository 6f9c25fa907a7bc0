package org.demarche.model;

import java.util.List;

/**
 * Where reports come from: what is known of a source in which a report stands, or of the actor or source who says it in the first place.
 *
 * @param kind as the case puts it, {@code news agency}; {@code ""} when not given
 * @param country the actor in whose country it sits; {@code ""} when not given
 * @param owner the actor to whom it belongs; {@code ""} when not given
 */
public record Source(String source, String kind, String country, String owner) implements Fact {

    public Source {
        Fact.requireValues(source, kind, country, owner);
    }

    @Override
    public List<String> values() {
        return List.of(source, kind, country, owner);
    }

    @Override
    public String text(int index) {
        return switch (index) {
            case 0 -> source;
            case 1 -> kind;
            case 2 -> country;
            case 3 -> owner;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }

    /** Without its description, which may be a text of any kind. */
    @Override
    public String id() {
        return type().key() + "." + source;
    }

    @Override
    public String toString() {
        return id();
    }
}
