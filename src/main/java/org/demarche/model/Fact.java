package org.demarche.model;

import java.util.List;

/** Something that rules match or conclude. Two facts of a kind with equal values are the same fact. */
public sealed interface Fact
        permits Intention,
                Capability,
                Interest,
                Constraint,
                Relation,
                Condition,
                Event,
                Report,
                Hypothesis,
                Source,
                Move,
                Judgement,
                Indication,
                Settled,
                Impossible,
                Thing {

    /** The values in the order of the fields; an absent one is {@code ""}. */
    List<String> values();

    /** The value in a position, counted from 0; {@code ""} when absent. */
    default String text(int index) {
        return values().get(index);
    }

    /** Its kind. */
    default FactType type() {
        return FactType.of(getClass());
    }

    /**
     * The id under which people speak of the fact: its values joined by dots, absent ones left out, after the kind's name
     * where the values alone could be mistaken for another kind's ({@code PRK.lean-on.CHN},
     * {@code settled.traveller.leader}).
     */
    default String id() {
        StringBuilder id = new StringBuilder(type().namedInIds() ? type().key() + "." : "");
        int start = id.length();
        for (String value : values()) {
            if (!value.isEmpty()) {
                id.append(id.length() == start ? "" : ".").append(value);
            }
        }
        return id.toString();
    }

    /** The value of a field, {@code ""} when absent. */
    default String value(String field) {
        return values().get(type().indexOf(field));
    }

    /** @throws NullPointerException when a value is null: absent values are {@code ""} */
    static void requireValues(String... values) {
        for (String value : values) {
            if (value == null) {
                throw new NullPointerException("A value of a fact is missing; an absent one is \"\".");
            }
        }
    }
}
