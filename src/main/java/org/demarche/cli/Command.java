package org.demarche.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** What Demarche can be told to do. Ends with an exit code. */
abstract class Command implements Callable<Integer> {

    private @Nullable CommandLine line;

    /** Says how it is written, and what help tells of it. */
    abstract void describe(Usage usage);

    /** Told the words it is written with. */
    final void on(CommandLine words) {
        line = words;
    }

    final CommandLine line() {
        return Objects.requireNonNull(line);
    }

    /** Shows help where a command was to be named. */
    final int refused() {
        line().usage(line().getErr());
        return ExitCode.USAGE.number();
    }

    /** The command line with all commands. */
    final CommandLine rootLine() {
        return line().getCommandSpec().root().commandLine();
    }

    final Demarche demarche() {
        return (Demarche) line().getCommandSpec().root().userObject();
    }
}
