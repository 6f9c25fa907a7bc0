package org.demarche.explain.whynot;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Statements of a declared kind that might be enough and are not tried, since they may have any of many values.
 *
 * @param kind the name of the kind
 * @param fields those that may have other values than were tried
 * @param all whether no statement of the kind was tried
 */
public record Untried(String kind, SortedSet<String> fields, boolean all) {

    public Untried {
        fields = Collections.unmodifiableSortedSet(new TreeSet<>(fields));
    }

    Untried(String kind, Set<String> fields, boolean all) {
        this(kind, new TreeSet<>(fields), all);
    }

    Untried and(Untried other) {
        Set<String> both = new TreeSet<>(fields);
        both.addAll(other.fields);
        return new Untried(kind, both, all && other.all);
    }
}
