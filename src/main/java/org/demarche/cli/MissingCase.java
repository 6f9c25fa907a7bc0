package org.demarche.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.source.LoadException;
import org.demarche.source.Problem;
import org.demarche.source.SourceLocation;
import org.demarche.source.Suggestion;

/** Says what could have been meant by a path at which there is nothing. */
final class MissingCase {

    private MissingCase() {}

    /** @throws LoadException when there is no such file or folder */
    static void check(Path path, Terminal terminal) {
        if (!Files.exists(path)) {
            throw new LoadException(List.of(Problem.error(
                            "missing-path",
                            SourceLocation.of(path.toString().replace('\\', '/')),
                            "There is no such file or folder.")
                    .withHint(hint(path, terminal))));
        }
    }

    /** The case of the nearest name, be it beside the path or among the cases. */
    private static String hint(Path path, Terminal terminal) {
        List<Path> candidates =
                new ArrayList<>(entries(Optional.ofNullable(path.getParent()).orElse(Path.of(""))));
        candidates.addAll(entries(Path.of("facts")));
        terminal.installed("facts").ifPresent(folder -> candidates.addAll(entries(folder)));
        List<String> names =
                candidates.stream().map(MissingCase::name).distinct().toList();
        return Suggestion.nearest(name(path), names)
                .flatMap(near -> candidates.stream()
                        .filter(each -> name(each).equals(near))
                        .findFirst())
                .map(near -> "Maybe `" + near.toString().replace('\\', '/') + "`?")
                .orElse("");
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(each -> !name(each).startsWith(".")).sorted().toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    private static String name(Path path) {
        return Optional.ofNullable(path.getFileName()).map(Path::toString).orElse("");
    }
}
