package org.demarche.events;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The actors that the case declares itself: whoever a table calls as the case does is taken for them. */
final class OwnActors {

    private final Set<String> ids;
    private final Map<String, String> byName = new HashMap<>();
    private final Set<String> used = new TreeSet<>();

    /** @param names what they are called, by id */
    OwnActors(Map<String, String> names) {
        ids = names.keySet();
        Set<String> shared = new HashSet<>();
        names.forEach((id, name) -> {
            if (byName.put(form(name), id) != null) {
                shared.add(form(name));
            }
        });
        // Which of several by one name is meant, nobody can tell.
        byName.keySet().removeAll(shared);
        byName.remove("");
    }

    /** The id of the actor that is called so, by its id or its name. */
    Optional<String> find(String called) {
        Optional<String> found =
                ids.contains(called) ? Optional.of(called) : Optional.ofNullable(byName.get(form(called)));
        found.ifPresent(used::add);
        return found;
    }

    /** The ids of those that were found. */
    Set<String> used() {
        return used;
    }

    /** A name as it is compared: sentences want an article before some, and tables write some in capitals. */
    private static String form(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceFirst("^the\\s+", "");
    }
}
