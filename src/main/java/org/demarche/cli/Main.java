package org.demarche.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.demarche.operational.SessionRun;

/** The entry of the program {@code demarche}. */
public final class Main {

    /** Milliseconds. */
    private static final long WORD = 10_000;

    private Main() {}

    public static void main(String[] args) {
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitWord(main)));
        Output out = new Output(new FileOutputStream(FileDescriptor.out));
        Output err = new Output(new FileOutputStream(FileDescriptor.err));
        Terminal terminal = new Terminal(System.in, stream(out), stream(err), System.getenv(), System.getProperties());
        int code = new Shell(terminal).run(args);
        terminal.out().flush();
        terminal.err().flush();
        // Not System.exit: what is still running has been left behind, and other people's shutdown hooks take their
        // time.
        Runtime.getRuntime().halt(code == 0 && out.failed() ? lost(out, terminal) : code);
    }

    /** Where rules end the program, which code of theirs can, it is first said that they did. */
    private static void awaitWord(Thread main) {
        boolean byRules = Thread.getAllStackTraces().values().stream().anyMatch(SessionRun::exits);
        if (byRules) {
            try {
                main.join(WORD);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
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
