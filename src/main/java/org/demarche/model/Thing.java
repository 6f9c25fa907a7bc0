package org.demarche.model;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A fact of a kind that a rule file declares. Its values are words, the same for equal values; none is absent. */
public record Thing(FactType type, List<String> values) implements Fact {

    /** So many of the first values are properties too, {@code text0} and so on. */
    public static final int PROPERTIES = 8;

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

    /** The value in a position, counted from 0. */
    public String text(int index) {
        return values.get(index);
    }

    // Drools keeps facts in order by the values of properties, and finds those that a value is compared with; what a
    // method
    // with an argument tells is compared with every fact instead.

    /** The value in position 0. */
    public String getText0() {
        return values.get(0);
    }

    /** The value in position 1. */
    public String getText1() {
        return values.get(1);
    }

    /** The value in position 2. */
    public String getText2() {
        return values.get(2);
    }

    /** The value in position 3. */
    public String getText3() {
        return values.get(3);
    }

    /** The value in position 4. */
    public String getText4() {
        return values.get(4);
    }

    /** The value in position 5. */
    public String getText5() {
        return values.get(5);
    }

    /** The value in position 6. */
    public String getText6() {
        return values.get(6);
    }

    /** The value in position 7. */
    public String getText7() {
        return values.get(7);
    }

    /** How the value in a position stands in order to another: numbers by size. */
    public int compare(int index, String other) {
        return type.fields().get(index).type().compare(values.get(index), other);
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
