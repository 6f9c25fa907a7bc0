package org.demarche.model;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A fact of a kind that a rule file declares or imports. Its values are words, the same for equal values; none is absent. */
public record Thing(FactType type, List<String> values) implements Fact {

    /** What needs no quotes in an id. */
    private static final Pattern BARE = Pattern.compile("[\\p{L}\\p{N}_+-]+");

    /** @throws NullPointerException when a value is null */
    public Thing {
        values = List.copyOf(values);
    }

    /** The name of its kind, by which Drools finds it among all others. */
    public String kind() {
        return type.typeName();
    }

    @Override
    public String text(int index) {
        return values.get(index);
    }

    /** {@code Location.key.office}; a value that could be mistaken for several words stands in quotes, which no value has. */
    @Override
    public String id() {
        return values.isEmpty()
                ? type.typeName()
                : type.typeName() + "." + values.stream().map(Thing::inId).collect(Collectors.joining("."));
    }

    private static String inId(String value) {
        return BARE.matcher(value).matches() ? value : '"' + value + '"';
    }

    @Override
    public String toString() {
        return id();
    }
}
