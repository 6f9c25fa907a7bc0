package org.demarche.cases;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.demarche.source.Problems;
import org.demarche.yaml.YamlScalar;

/** Where things were declared first, so that a second declaration can name both places. */
final class Declared {

    private final Map<String, YamlScalar> places = new HashMap<>();
    private final Problems problems;

    Declared(Problems problems) {
        this.problems = problems;
    }

    /** Where it was declared first. */
    Optional<YamlScalar> place(String what, String id) {
        return Optional.ofNullable(places.get(what + " " + id));
    }

    /**
     * Notes a declaration.
     *
     * @param what the kind of thing, {@code actor}
     * @return false, after adding a problem, when there is one already
     */
    boolean add(String what, YamlScalar id) {
        Optional<YamlScalar> first = Optional.ofNullable(places.putIfAbsent(what + " " + id.value(), id));
        first.ifPresent(place -> problems.add(id.error(
                        "duplicate-id",
                        "The " + what + " `" + id.value() + "` is already declared at " + place.at() + ".")
                .withHint("Rename or remove one of them.")));
        return first.isEmpty();
    }
}
