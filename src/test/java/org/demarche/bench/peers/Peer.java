package org.demarche.bench.peers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import lombok.experimental.Accessors;
import org.demarche.bench.measure.Machine;
import org.demarche.bench.measure.Program;

/** A rule engine that Debian has. */
@Getter
@Accessors(fluent = true)
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public enum Peer {
    CLIPS("CLIPS", "clips", "clips", List.of("clips", "-f2")),
    CLINGO("clingo", "clingo", "gringo", List.of("clingo", "--warn=none")),
    PROLOG("SWI-Prolog", "swipl", "swi-prolog-nox", List.of("swipl", "-q", "-g", "main", "-t", "halt"));

    private final String title;
    private final String program;
    private final String debian;
    private final List<String> command;

    /** How a file of it is run. */
    public Program running(Path file) {
        return new Program(
                title,
                java.util.stream.Stream.concat(command.stream(), java.util.stream.Stream.of(file.toString()))
                        .toArray(String[]::new));
    }

    public boolean installed() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> new File(folder, program).canExecute());
    }

    /** Whether a run without it would be worth nothing. */
    public static boolean required() {
        return "required".equals(System.getenv("DEMARCHE_PEERS"));
    }

    /** Those that are not there. */
    public static List<Peer> missing() {
        return Arrays.stream(values()).filter(each -> !each.installed()).toList();
    }

    /** Its name and version. */
    public String version() throws IOException {
        if (!installed()) {
            return title + " (not installed: " + debian + ")";
        }
        if (this != CLIPS) {
            return Machine.said(program, "--version");
        }
        // It tells its version only when a session begins.
        Path file = Files.createTempFile("version", ".clp");
        Files.writeString(file, "(exit)\n");
        String said = Machine.said(program, "-f", file.toString());
        Files.delete(file);
        return said;
    }
}
