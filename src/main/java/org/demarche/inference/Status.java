package org.demarche.inference;

import java.util.Locale;

/** In how many of the possible scenarios an inference holds. */
public enum Status {
    /** In every one, definitely. */
    ROBUST,
    /** In some, or in none but for a tendency that may fail, or it is undecided in some. */
    CONTINGENT,
    /** In none, whatever the tendencies do. */
    EXCLUDED;

    /** As it stands in files and output. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
