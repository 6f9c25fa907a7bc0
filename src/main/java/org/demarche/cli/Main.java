package org.demarche.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.demarche.operational.SessionRun;

/** The entry of the program {@code demarche}. */
public final class Main {

    /** Milliseconds. */
    private static final long WORD = 3_000;

    private Main() {}

    public static void main(String[] args) {
        // Values are read by our own converters; those of picocli look for classes and methods of all kinds at every
        // start.
        System.setProperty("picocli.converters.excludes", ".*");
        Thread main = Thread.currentThread();
        Output out = new Output(new FileOutputStream(FileDescriptor.out));
        Output err = new Output(new FileOutputStream(FileDescriptor.err));
        Terminal terminal = new Terminal(System.in, stream(out), stream(err), System.getenv(), System.getProperties());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> tellWhoEnds(main, terminal, args)));
        // What classes of others print has no place among results.
        System.setOut(terminal.err());
        int code = profiles(args)
                ? StartupProfile.run(terminal, Arrays.copyOfRange(args, 1, args.length))
                : new Shell(terminal).run(args);
        terminal.out().flush();
        terminal.err().flush();
        // Not System.exit: what is still running has been left behind, and other people's shutdown hooks take their
        // time.
        Runtime.getRuntime().halt(code == 0 && out.failed() ? lost(out, terminal) : code);
    }

    private static boolean profiles(String... args) {
        return args.length > 1 && args[0].equals(StartupProfile.OPTION);
    }

    /**
     * Where code of rules or of their classes ends the program, that is told first, so that it does not look like success. A session in
     * which it happens can tell more.
     */
    private static void tellWhoEnds(Thread main, Terminal terminal, String... args) {
        if (Thread.getAllStackTraces().values().stream().noneMatch(SessionRun::exits)) {
            return;
        }
        try {
            if (!SessionRun.exits(main.getStackTrace())) {
                main.join(WORD);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        int code = new Failures(terminal, List.of(args))
                .report(new RefusedException(
                        ExitCode.NOT_LOADED,
                        List.of(
                                "Code of the rules, or of a class that they use, has ended the program (`System.exit`), so"
                                        + " nothing can be told of what came out.")));
        Runtime.getRuntime().halt(code);
    }

    private static int lost(Output out, Terminal terminal) {
        terminal.err().println("demarche: the result could not be written: " + out.reason());
        terminal.err().flush();
        return ExitCode.OUR_FAULT.number();
    }

    private static PrintStream stream(Output output) {
        return new PrintStream(output, false, StandardCharsets.UTF_8);
    }
}
