package org.demarche.inference;

import java.util.Locale;

/** How labels were worked out, from the best way to the last. */
public enum Method {
    /** With decision diagrams of everything together: exact. */
    DIAGRAMS,
    /** With decision diagrams of what one inference stands on: exact. */
    CONES,
    /** Scenario by scenario over what one inference stands on: counts are exact, conditions and likelihoods are not known. */
    BLOCKS,
    /** From scenarios drawn at random: everything is estimated. */
    SAMPLING;

    /** Whether its counts are exact. */
    public boolean exact() {
        return this != SAMPLING;
    }

    /** The name in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
