package org.demarche.cases;

import java.util.Locale;

/** What a statement rests on. */
public enum Basis {
    /** Somebody observed or said it. */
    EVIDENCE,
    /** The analyst takes it to be so. */
    ASSUMPTION;

    /** What stands in YAML and JSON: {@code evidence}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
