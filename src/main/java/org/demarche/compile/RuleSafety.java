package org.demarche.compile;

/** Which rule files may be loaded. */
public enum RuleSafety {
    /** All that Demarche can run. */
    AS_WRITTEN,

    /**
     * Only rules that match facts and conclude, made of what {@link Allowed} lists: loading and running them runs nothing that their
     * author wrote. Everything else is refused before anything is compiled.
     */
    DECLARATIVE_ONLY
}
