package org.demarche.check;

import org.demarche.source.Problem;

/** A case whose rules do more than conclude: it is run as plain Drools runs it, and has no scenarios. */
public final class PlainCase {

    /** What can be done about expectations of it. */
    public static final String HINT =
            "Let that rule conclude with `insertLogical`, or move what is expected into `expect:` under `steps:` of the case.";

    private PlainCase() {}

    /**
     * That its expectations cannot be checked, and why.
     *
     * @param sign where its rules do more, a clause
     */
    public static String unchecked(Problem sign) {
        return "What is expected here cannot be checked: at " + sign.at() + " " + sign.message()
                + ", so the case is run as plain Drools runs it, without scenarios and reasons.";
    }
}
