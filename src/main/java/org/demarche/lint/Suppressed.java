package org.demarche.lint;

import org.demarche.source.Problem;

/**
 * A finding that a rule says is right as it is.
 *
 * @param reason why, in the rule's own words
 */
public record Suppressed(Problem problem, String reason) {}
