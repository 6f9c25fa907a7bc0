package org.demarche.operational;

import java.util.List;
import org.demarche.source.SourceLocation;

/**
 * A rule fired.
 *
 * @param number which firing it was, from 1 on
 * @param facts what it fired on, in the order of its patterns
 */
public record Firing(int number, String rule, SourceLocation at, List<Shown> facts) {

    public Firing {
        facts = List.copyOf(facts);
    }
}
