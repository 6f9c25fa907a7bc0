package org.demarche.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The entry of the program {@code demarche}. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
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

    private static int lost(Output out, Terminal terminal) {
        terminal.err().println("demarche: the result could not be written: " + out.reason());
        terminal.err().flush();
        return ExitCode.OUR_FAULT.number();
    }

    private static PrintStream stream(Output output) {
        return new PrintStream(output, false, StandardCharsets.UTF_8);
    }
}
