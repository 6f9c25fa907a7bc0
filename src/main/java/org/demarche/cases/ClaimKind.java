package org.demarche.cases;

import java.util.Locale;

/** What carries a claim. */
public enum ClaimKind {
    /** A statement that cites it. */
    FACT,
    /** A report that cites it. */
    REPORT,
    /** A question that cites it. */
    QUESTION,
    /** A rule that cites it. */
    RULE,
    /** Nothing cites it: it must come out by itself, and an expectation says so. */
    THESIS;

    /** What stands in YAML and JSON: {@code thesis}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
