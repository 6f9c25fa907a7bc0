package org.demarche.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;

/** What a command printed and ended with. */
record Ran(int exit, String out, String err) {

    /** Runs a command that is written as on a command line, without quotes, piped. */
    static Ran command(String command) {
        return command(command, 88, false, Map.of());
    }

    /** A command that reads this text, as from a pipe. */
    static Ran reading(String input, String command) {
        return command(input, command, 80, false, Map.of());
    }

    static Ran command(String command, int columns, boolean terminal, Map<String, String> environment) {
        return command("", command, columns, terminal, environment);
    }

    private static Ran command(
            String input, String command, int columns, boolean terminal, Map<String, String> environment) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Properties properties = new Properties();
        properties.setProperty("demarche.columns", String.valueOf(columns));
        properties.setProperty("demarche.stdin.tty", "false");
        properties.setProperty("demarche.stdout.tty", String.valueOf(terminal));
        properties.setProperty("demarche.stderr.tty", String.valueOf(terminal));
        int exit = new Shell(new Terminal(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        stream(out),
                        stream(err),
                        environment,
                        properties))
                .run(command.isBlank() ? new String[0] : command.strip().split("\\s+"));
        return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
