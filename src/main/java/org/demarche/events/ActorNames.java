package org.demarche.events;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the actors of the case that names in a table stand for. */
final class ActorNames {

    /** How tables write that there is nobody. */
    private static final Set<String> NOBODY = Set.of("", "None", "NULL", "---");

    private static final int COUNTRY = 3;
    private static final int MOST_REMEMBERED = 50_000;
    private static final int LONGEST_REMEMBERED = 100;

    private final EventMapping mapping;
    private final Map<List<String>, Optional<String>> remembered = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    /** Actors of the case that the mapping speaks of: where a table calls them so too, they are meant. */
    private final Set<String> ids = new HashSet<>();

    private final OwnActors own;

    ActorNames(EventMapping mapping, Declarations declared) {
        this.mapping = mapping;
        Map<String, String> names = new HashMap<>(declared.actors());
        mapping.declaredActors().forEach((id, actor) -> names.putIfAbsent(id, actor.name()));
        own = new OwnActors(names);
        ids.addAll(mapping.declaredActors().keySet());
        ids.addAll(mapping.only().actors());
        ids.addAll(mapping.actors().values());
    }

    static boolean isNobody(String name) {
        return NOBODY.contains(name);
    }

    /**
     * The id of the actor.
     *
     * @param country the country that the table says besides; {@code ""} when it does not
     */
    Optional<String> find(String name, String country) {
        List<String> asked = List.of(name, country);
        Optional<String> known = remembered.get(asked);
        if (known != null) {
            return known;
        }
        Optional<String> found = look(name).or(() -> mapping.roles() ? country(name, country) : Optional.empty());
        if (remembered.size() < MOST_REMEMBERED && name.length() + country.length() <= LONGEST_REMEMBERED) {
            remembered.put(asked, found);
        }
        return found;
    }

    /** The names in the mapping that no row had. */
    List<String> unused() {
        return mapping.actors().keySet().stream()
                .filter(name -> !used.contains(name))
                .sorted()
                .toList();
    }

    /** The ids of those that are known because the case itself calls them so. */
    List<String> own() {
        return List.copyOf(own.used());
    }

    private Optional<String> look(String name) {
        if (isNobody(name)) {
            return Optional.empty();
        }
        String mapped = mapping.actors().get(name);
        if (mapped != null) {
            used.add(name);
            return Optional.of(mapped);
        }
        return mapping.countries().stream()
                .flatMap(scheme -> Countries.find(scheme, name).stream())
                .findFirst()
                .or(() -> Optional.of(name).filter(ids::contains))
                .or(() -> own.find(name));
    }

    private Optional<String> country(String name, String country) {
        boolean coded = mapping.countries().contains(CountryScheme.CAMEO) && name.matches("[A-Z]{4,}");
        Optional<String> first = coded ? look(name.substring(0, COUNTRY)) : Optional.empty();
        return first.or(() -> look(country));
    }
}
