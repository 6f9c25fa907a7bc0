package org.demarche.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Parameters;

/** The files and folders a command looks at. */
final class Paths {

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description =
                    "Files or folders with cases, rules or expectations; without any, all of `rules` and `facts`.")
    List<Path> paths = List.of();

    /** Those given; else the folders of rules and cases here, or where Demarche is installed. */
    List<Path> orAll(Terminal terminal) {
        if (!paths.isEmpty()) {
            paths.forEach(path -> MissingCase.check(path, terminal));
            return paths;
        }
        List<Path> all = Stream.of("rules", "facts")
                .flatMap(folder ->
                        Optional.of(Path.of(folder))
                                .filter(Files::isDirectory)
                                .or(() -> terminal.installed(folder))
                                .stream())
                .toList();
        if (all.isEmpty()) {
            throw RefusedException.usage("There is no folder `rules` or `facts` here.", "Say which files you mean.");
        }
        return all;
    }
}
