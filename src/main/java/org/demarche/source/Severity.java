package org.demarche.source;

/** How bad a problem is, the worst first. */
public enum Severity {
    /** The files cannot be used. */
    ERROR("error"),
    /** The files can be used, but probably do not say what was meant. */
    WARNING("warning"),
    /** Nothing is wrong; somebody may want to know. */
    NOTE("note");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /** As it is told. */
    public String word() {
        return word;
    }
}
