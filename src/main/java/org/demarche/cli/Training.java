package org.demarche.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

    /** What is run again and again. */
    private static final List<List<String>> AGAIN = List.of(
            List.of("run", MOST), List.of("run", LEAST, "--answer", "ally-escorts=yes", "--as-of", "2031-04-02"));

    /** Commands that reason over a case: what is asked often. */
    private static final List<List<String>> ASKING = List.of(
            List.of("scenarios", LEAST),
            List.of("why", LEAST, "VAR.quarantine.KES"),
            List.of("whynot", LEAST, "HAL.quarantine.KES"),
            List.of("whatif", LEAST, "--answer", "ally-escorts=yes"),
            List.of("whatif", LEAST, "--add", "event: HAL escort KES", "--drop", "VAR.open-war"),
            List.of("diff", LEAST, "--other-answer", "ally-escorts=yes"),
            List.of("timeline", LEAST),
            List.of("assumptions", LEAST),
            List.of("hypotheses", MOST, "--question", "traveller"),
            List.of("indicators", MOST, "--question", "prk-aim"),
            List.of("reports", MOST),
            List.of("--version"));

    private static final List<List<String>> OTHERS = List.of(
            List.of("run", LEAST, "--format", "json"),
            List.of("run", "docs/examples/birds"),
            List.of("trace", LEAST),
            List.of("check", LEAST, "rules/maritime"),
            List.of("test", LEAST, "rules/maritime"),
            List.of("fmt", "--check", LEAST),
            List.of("schema", "case"),
            List.of("repl", LEAST),
            List.of("run", "--help"),
            List.of("--help"),
            // Mistakes have classes of their own.
            List.of("rum"),
            List.of("why", LEAST, "VAR.quarantin.KES"),
            List.of("run", "no-such-case"));

    private Training() {}

    /**
     * @param args {@code again} for a run of what has not changed, {@code ask} for all commands that reason, {@code other} for the rest,
     *     {@code all} for everything
     */
    public static void main(String[] args) throws IOException {
        Path home = Path.of(System.getProperty("demarche.home", "."));
        Terminal terminal = terminal(System.getenv());
        System.setOut(terminal.err());
        String kind = args.length == 0 ? "all" : args[0];
        if (kind.equals("other") || kind.equals("all")) {
            // Of rules that nobody has read before.
            new Shell(terminal(Map.of("DEMARCHE_CACHE", "off"))).run(placed(home, List.of("run", MOST)));
            OTHERS.forEach(command -> new Shell(terminal).run(placed(home, command)));
        }
        if (!kind.equals("other")) {
            // Twice: what is kept of the first is read by the second.
            AGAIN.forEach(command -> new Shell(terminal).run(placed(home, command)));
            AGAIN.forEach(command -> new Shell(terminal).run(placed(home, command)));
        }
        if (kind.equals("ask") || kind.equals("all")) {
            ASKING.forEach(command -> new Shell(terminal).run(placed(home, command)));
            runUnseen(home, terminal);
        }
        // As the program itself ends; Java makes the archive before.
        Runtime.getRuntime().halt(0);
    }

    /** A case whose facts nobody has reasoned over before, by rules that have been read: it takes Drools, and no more. */
    private static void runUnseen(Path home, Terminal terminal) throws IOException {
        String actor = "a-" + Long.toHexString(System.nanoTime());
        Path file = Files.createTempFile("demarche", ".yaml");
        try {
            Files.writeString(file, """
                    case: training
                    rules: [maritime]
                    sources: {the-training: {title: Training}}
                    actors: {%1$s: {name: One}, b: {name: Other}}
                    facts:
                      - {intention: %1$s isolate b, source: the-training}
                      - {capability: [%1$s, naval-interdiction, b], source: the-training}
                      - {constraint: %1$s open-war, source: the-training}
                    """.formatted(actor));
            new Shell(terminal)
                    .run(
                            "run",
                            file.toString(),
                            "--rules",
                            home.resolve("rules").toString());
        } finally {
            Files.delete(file);
        }
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
