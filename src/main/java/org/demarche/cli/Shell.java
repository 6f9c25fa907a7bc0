package org.demarche.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.demarche.report.Page;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/** Runs one command line against a terminal. */
final class Shell {

    /** Picocli sets no narrower help, and wider is hard to read. */
    private static final int NARROWEST_HELP = 55;

    private static final int WIDEST_HELP = 100;

    /** Tell of all commands. */
    private static final Set<String> OF_ALL = Set.of("completion", "man");

    private static final String[] VERSION = {"--version"};

    private final Terminal terminal;

    Shell(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Runs a command and says what the process is to end with. */
    int run(String... args) {
        Failures failures = new Failures(terminal, List.of(args));
        try {
            return commandLine(failures, wanted(args)).execute(args);
        } catch (Error fault) {
            // Memory, stack, or code of a rule that cannot even be loaded: the user is told either way.
            return failures.report(fault);
        }
    }

    /** The commands that a command line can be about: the one it names, where it names one that does not look at the others; none to
     * tell of the version. */
    private static List<String> wanted(String... args) {
        if (Arrays.equals(args, VERSION)) {
            return List.of();
        }
        boolean one = args.length > 0 && Demarche.COMMANDS.contains(args[0]) && !OF_ALL.contains(args[0]);
        return one ? List.of(args[0]) : Demarche.COMMANDS;
    }

    private CommandLine commandLine(Failures failures, List<String> commands) {
        Page page = terminal.outPage(true, false);
        return Usage.line("demarche", new Demarche(terminal, failures, commands))
                .setOut(new PrintWriter(terminal.out(), true))
                .setErr(new PrintWriter(terminal.err(), true))
                .setColorScheme(Help.defaultColorScheme(page.colour() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(Math.max(NARROWEST_HELP, Math.min(WIDEST_HELP, page.width())))
                .setUsageHelpAutoWidth(false)
                .setExecutionExceptionHandler((exception, command, parsed) -> failures.report(exception))
                .setParameterExceptionHandler((exception, args) -> failures.misused(exception));
    }
}
