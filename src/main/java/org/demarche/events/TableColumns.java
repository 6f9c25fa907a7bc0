package org.demarche.events;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.demarche.yaml.Keys;

/**
 * Where in a table things stand.
 *
 * @param names what each column is called in the first row, or its number counted from 1, by the key that it has in a mapping
 */
record TableColumns(Map<String, String> names) {

    static final String DATE = "date";
    static final String ACTOR = "actor";
    static final String TARGET = "target";
    static final String CODE = "code";
    static final String MODE = "mode";
    static final String ACTOR_COUNTRY = "actor-country";
    static final String TARGET_COUNTRY = "target-country";

    static final Keys KEYS = Keys.of(
            DATE,
            "The column of the day: its name in the first row, or its number counted from 1.",
            ACTOR,
            "The column of who acts.",
            TARGET,
            "The column of whom it is done to; without it, events have no target.",
            CODE,
            "The column of the code of the event, in CAMEO or PLOVER.",
            MODE,
            "The column of the mode of the event in PLOVER.",
            ACTOR_COUNTRY,
            "The column of the country of who acts, looked at with `roles: country` only.",
            TARGET_COUNTRY,
            "The column of the country of whom it is done to, looked at with `roles: country` only.");

    TableColumns {
        names = Map.copyOf(names);
    }

    /** These, but for those that are said otherwise. */
    TableColumns with(Map<String, String> others) {
        Map<String, String> all = new LinkedHashMap<>(names);
        all.putAll(others);
        return new TableColumns(all);
    }

    /** The keys of those without which there is no event and that nobody has named. */
    Stream<String> missing() {
        return Stream.of(DATE, ACTOR, CODE).filter(key -> !names.containsKey(key));
    }

    /** Whether all are numbers, so that the first row need not name them. */
    boolean numbered() {
        return names.values().stream().allMatch(TableColumns::isNumber);
    }

    static boolean isNumber(String column) {
        return column.matches("[1-9]\\d{0,3}");
    }
}
