package org.demarche.source;

/** How bad a problem is. */
public enum Severity {
    /** The files cannot be used. */
    ERROR,
    /** The files can be used, but probably do not say what was meant. */
    WARNING
}
