package org.demarche.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program as it is started from a shell, again and again.
 *
 * @param name of the contender
 * @param environment added to that of the benchmarks
 * @param before what is done before each start and not measured
 */
public record Program(String name, List<String> command, Map<String, String> environment, Runnable before) {

    /** How clingo says that it has found one model, or all of them, and that all went well. */
    private static final List<Integer> DONE = List.of(0, 10, 30);

    /** Nothing may take longer. */
    private static final int MOST_SECONDS = 180;

    /** The exit code of what was stopped then. */
    private static final int KILLED = 137;

    public Program(String name, String... command) {
        this(name, List.of(command), Map.of(), () -> {});
    }

    public Program with(Map<String, String> added) {
        return new Program(name, command, added, before);
    }

    public Program before(Runnable work) {
        return new Program(name, command, environment, work);
    }

    public Program named(String other) {
        return new Program(other, command, environment, before);
    }

    /** What it writes on standard output. */
    public String output() throws IOException, InterruptedException {
        before.run();
        Path errors = Files.createTempFile("benchmark", ".err");
        Path output = Files.createTempFile("benchmark", ".out");
        Process process = builder()
                .redirectError(errors.toFile())
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        try {
            ended(process, errors);
            return Files.readString(output);
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }

    /** Runs it once, and tells what that cost. */
    Cost run() throws IOException, InterruptedException {
        before.run();
        double cpu = Processes.childrenSeconds();
        long start = System.nanoTime();
        Process process = builder()
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long peak = Processes.waitFor(process);
        double wall = (System.nanoTime() - start) / 1e9;
        ended(process, Path.of("/dev/null"));
        return new Cost(wall, Processes.childrenSeconds() - cpu, peak);
    }

    private ProcessBuilder builder() {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectInput(Path.of("/dev/null").toFile());
        builder.environment().putAll(environment);
        return builder;
    }

    private void ended(Process process, Path errors) throws IOException, InterruptedException {
        int code = process.waitFor();
        if (!DONE.contains(code)) {
            throw new FailedException(
                    name,
                    code,
                    String.join(" ", command) + "\n" + Files.readString(errors).strip());
        }
    }

    /** A program that does not do what it is asked to. */
    public static final class FailedException extends RuntimeException {
        private final int code;

        FailedException(String name, int code, String message) {
            super(name + " ended with " + code + ": " + message);
            this.code = code;
        }

        /** In a cell of a table. */
        public String shortly() {
            return code == KILLED ? "stopped after " + MOST_SECONDS + " s" : "fails (exit " + code + ")";
        }
    }

    /**
     * What one run cost.
     *
     * @param wall seconds from start to end
     * @param cpu seconds of all processors
     * @param peak bytes of memory at most
     */
    record Cost(double wall, double cpu, long peak) {}
}
