package org.demarche.model;

import java.util.Locale;

/** How good the evidence is (ICD 203), apart from how likely a thing is. Ordered from low to high. */
public enum Confidence {
    LOW,
    MODERATE,
    HIGH;

    /** {@code low}, {@code moderate} or {@code high}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
