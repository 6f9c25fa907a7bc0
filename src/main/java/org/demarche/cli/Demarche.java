package org.demarche.cli;

import picocli.CommandLine.Command;

/** The command without a command. */
@Command(name = "demarche", subcommands = {RunCommand.class, WhyCommand.class})
final class Demarche {

    private final Terminal terminal;

    Demarche(Terminal terminal) {
        this.terminal = terminal;
    }

    Terminal terminal() {
        return terminal;
    }
}
