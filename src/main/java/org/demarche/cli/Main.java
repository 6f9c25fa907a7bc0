package org.demarche.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The entry of the program {@code demarche}. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        Terminal terminal = new Terminal(
                stream(FileDescriptor.out), stream(FileDescriptor.err), System.getenv(), System.getProperties());
        System.exit(run(args, terminal));
    }

    /** Runs a command and says what the process is to end with. */
    static int run(String[] args, Terminal terminal) {
        return new CommandLine(new Demarche(terminal)).execute(args);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
