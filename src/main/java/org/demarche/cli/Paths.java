package org.demarche.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.demarche.source.FileNames;

/** The files and folders a command looks at. */
final class Paths {

    List<Path> paths = List.of();

    /** Adds these to what a command can be given. */
    void describe(Usage usage) {
        usage.paths(
                "PATH",
                "",
                "Files or folders with cases, rules or expectations; without any, all of `rules` and `facts`.",
                given -> paths = given);
    }

    /** Those given; else the folders of rules and cases here, and never those where Demarche is installed. */
    List<Path> local(Terminal terminal) {
        List<Path> local = paths.isEmpty() ? here() : paths;
        local.forEach(path -> MissingCase.check(path, terminal));
        if (local.isEmpty()) {
            throw RefusedException.usage(
                    "There are no rules and no cases here: no folder `rules` or `facts`, and no file of either.",
                    "Name the files and folders that you mean, or go to where they are.");
        }
        return local;
    }

    /** The folders of rules and cases; else the working folder, if it is a folder of rules or of a case itself. */
    private static List<Path> here() {
        List<Path> folders = Stream.of("rules", "facts")
                .map(Path::of)
                .filter(Files::isDirectory)
                .toList();
        return folders.isEmpty() && hasFiles() ? List.of(Path.of("")) : folders;
    }

    private static boolean hasFiles() {
        try (Stream<Path> files = Files.list(Path.of(""))) {
            return files.anyMatch(file -> FileNames.hasRules(file) || FileNames.isYaml(file));
        } catch (IOException unreadable) {
            return false;
        }
    }
}
