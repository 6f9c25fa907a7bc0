package org.demarche.events;

import java.util.List;

/**
 * Something in a table that is not understood.
 *
 * @param rows in how many rows it stands
 * @param candidates what it might stand for; empty where nothing is known of it
 */
public record Counted(String word, long rows, List<String> candidates) {

    public Counted {
        candidates = List.copyOf(candidates);
    }
}
