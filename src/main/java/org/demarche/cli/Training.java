package org.demarche.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs a command of every kind on the cases that come with the program, so that Java knows which classes to archive. The launcher starts it
 * and throws away what it prints.
 */
public final class Training {

    private static final String MOST = "facts/kim-beijing-2018";
    private static final String LEAST = "facts/kestrel-strait";

    private static final List<List<String>> COMMANDS = List.of(
            // Twice: what is kept of the first is read by the second.
            List.of("run", MOST),
            List.of("run", MOST),
            List.of("run", LEAST, "--format", "json"),
            List.of("run", LEAST, "--answer", "ally-escorts=yes", "--as-of", "2031-04-02"),
            List.of("run", "docs/examples/birds"),
            List.of("scenarios", LEAST),
            List.of("why", LEAST, "VAR.quarantine.KES"),
            List.of("whynot", LEAST, "HAL.quarantine.KES"),
            List.of("whatif", LEAST, "--answer", "ally-escorts=yes"),
            List.of("whatif", LEAST, "--add", "event: HAL escort KES", "--drop", "VAR.open-war"),
            List.of("diff", LEAST, "--other-answer", "ally-escorts=yes"),
            List.of("timeline", LEAST),
            List.of("assumptions", LEAST),
            List.of("trace", LEAST),
            List.of("check", LEAST, "rules/maritime"),
            List.of("test", LEAST, "rules/maritime"),
            List.of("fmt", "--check", LEAST),
            List.of("schema", "case"),
            List.of("repl", LEAST),
            List.of("run", "--help"),
            List.of("--help"),
            List.of("--version"),
            // Mistakes have classes of their own.
            List.of("rum"),
            List.of("why", LEAST, "VAR.quarantin.KES"),
            List.of("run", "no-such-case"));

    private Training() {}

    public static void main(String[] args) {
        Path home = Path.of(System.getProperty("demarche.home", "."));
        Terminal forgetful = terminal(Map.of("DEMARCHE_CACHE", "off"));
        System.setOut(forgetful.err());
        new Shell(forgetful).run(placed(home, List.of("run", MOST)));
        for (List<String> command : COMMANDS) {
            new Shell(terminal(System.getenv())).run(placed(home, command));
        }
        // As the program itself ends; Java makes the archive before.
        Runtime.getRuntime().halt(0);
    }

    private static Terminal terminal(Map<String, String> environment) {
        return new Terminal(
                System.in, stream(FileDescriptor.out), stream(FileDescriptor.err), environment, System.getProperties());
    }

    private static String[] placed(Path home, List<String> command) {
        return command.stream()
                .map(word -> word.matches("(facts|rules|docs)/.*")
                        ? home.resolve(word).toString()
                        : word)
                .toArray(String[]::new);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new Output(new FileOutputStream(descriptor)), false, StandardCharsets.UTF_8);
    }
}
