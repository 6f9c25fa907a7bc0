package org.demarche.oracle;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.demarche.model.Fact;

/** The facts that hold in a scenario and those that are undefined there; all others are false. */
record Truths(Set<Fact> definite, Set<Fact> undefined) {

    Truths {
        definite = Set.copyOf(definite);
        undefined = Set.copyOf(undefined);
    }

    /** Sorted, so that two of them are easily compared by eye. */
    @Override
    public String toString() {
        return "true: " + sorted(definite) + "\nundefined: " + sorted(undefined);
    }

    private static Set<String> sorted(Set<Fact> facts) {
        return facts.stream()
                .map(fact -> fact.type().key() + " " + String.join(" ", fact.values()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
