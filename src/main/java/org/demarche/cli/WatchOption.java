package org.demarche.cli;

import picocli.CommandLine.Option;

/** Doing it again whenever a file is saved. */
final class WatchOption {

    @Option(
            names = "--watch",
            description = "Does it again whenever a file of rules, cases or expectations is saved, until Ctrl-C.")
    boolean on;
}
