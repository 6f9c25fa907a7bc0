package org.demarche.cli;

/** Doing it again whenever a file is saved. */
final class WatchOption {

    boolean on;

    /** Adds these to what a command can be given. */
    void describe(Usage usage) {
        usage.flag(
                "--watch",
                "Does it again whenever a file of rules, cases or expectations is saved, until Ctrl-C.",
                asked -> on = asked);
    }
}
