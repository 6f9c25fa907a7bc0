package org.demarche.events;

import java.util.ArrayList;
import java.util.List;

/**
 * One side of an event, as a table has it.
 *
 * @param country {@code ""} where the table does not say it
 */
record Party(String name, String country) {

    /** The parties in a cell that may name several, separated by {@code ;}, each with its country where these are as many. */
    static List<Party> all(String name, String country) {
        if (name.indexOf(';') < 0 && country.indexOf(';') < 0 && country.indexOf('|') < 0) {
            return List.of(new Party(name, country));
        }
        String[] names = name.split(";");
        String[] countries = country.split("[;|]");
        List<Party> parties = new ArrayList<>();
        int count = names.length > 1 ? names.length : countries.length;
        for (int i = 0; i < count; i++) {
            String one = names.length > 1 ? names[i] : name;
            String of = countries.length == 1 ? country : i < countries.length ? countries[i] : "";
            parties.add(new Party(one.strip(), of.strip()));
        }
        return parties;
    }

    boolean nobody() {
        return ActorNames.isNobody(name) && ActorNames.isNobody(country);
    }

    /** As it is told of. */
    String told() {
        return ActorNames.isNobody(name) ? country : name;
    }
}
