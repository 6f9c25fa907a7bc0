package org.demarche.cli;

/** What a command ends with. */
enum ExitCode {
    /** Done; also when nothing was inferred. */
    DONE(0),
    /** Something went wrong that is not the user's fault. */
    OUR_FAULT(1),
    /** Wrong usage, or an unknown question, answer or id. */
    USAGE(2),
    /** Files do not load. */
    NOT_LOADED(3),
    /** There are findings: unmet expectations, gaps, no possible scenario. */
    FINDINGS(4),
    /** Stopped at a limit. */
    LIMIT(5);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
