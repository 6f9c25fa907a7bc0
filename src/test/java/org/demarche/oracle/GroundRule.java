package org.demarche.oracle;

import java.util.ArrayList;
import java.util.List;

/** A rule without variables: the head holds where all that is present holds and nothing that is absent does. */
record GroundRule(Atom head, List<Atom> present, List<Atom> absent) {

    GroundRule {
        present = List.copyOf(present);
        absent = List.copyOf(absent);
    }

    static <T> List<T> plus(List<T> all, T one) {
        List<T> longer = new ArrayList<>(all);
        longer.add(one);
        return longer;
    }
}
