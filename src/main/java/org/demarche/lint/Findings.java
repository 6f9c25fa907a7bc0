package org.demarche.lint;

import java.util.List;
import org.demarche.source.Problem;

/**
 * What was found, both sorted by place.
 *
 * @param problems what is left
 * @param suppressed what rules suppress
 */
public record Findings(List<Problem> problems, List<Suppressed> suppressed) {

    public Findings {
        problems = List.copyOf(problems);
        suppressed = List.copyOf(suppressed);
    }
}
