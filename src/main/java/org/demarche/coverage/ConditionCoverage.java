package org.demarche.coverage;

import org.demarche.source.SourceLocation;

/**
 * What expectations have seen of a condition.
 *
 * @param text the condition in one line
 * @param met whether it was met somewhere, together with the conditions before it
 * @param decisive whether leaving it out would change somewhere whether the rule is met
 */
public record ConditionCoverage(String text, SourceLocation at, boolean met, boolean decisive) {

    public boolean covered() {
        return met && decisive;
    }
}
