package org.demarche.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.demarche.source.FileNames;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.demarche.source.Suggestion;

/** Finds the rule files under some paths, and the vocabulary and sources that go with them. */
final class RuleFiles {

    private static final int ANCESTORS = 3;

    private RuleFiles() {}

    /** All rule files, each once, sorted. */
    static List<Path> find(List<Path> paths, Problems problems) {
        TreeSet<Path> files = new TreeSet<>();
        for (Path path : paths) {
            String name = path.toString().replace('\\', '/');
            if (!Files.exists(path)) {
                problems.add(Problem.error(
                                "missing-path", SourceLocation.of(name), "There is no such file or folder of rules.")
                        .withHint(nearest(path)));
                continue;
            }
            List<Path> found = under(path, problems);
            if (found.isEmpty()) {
                problems.add(Problem.error(
                        "empty-folder", SourceLocation.of(name), "The folder has no rule files (`*.drl`)."));
            }
            files.addAll(found);
        }
        return List.copyOf(files);
    }

    /** The files of this name beside the rules: in the paths themselves, else in the nearest folder above. */
    static List<Path> beside(List<Path> paths, String name) {
        List<Path> found = new ArrayList<>();
        for (Path path : paths) {
            nearest(path, name)
                    .filter(file -> found.stream().noneMatch(other -> same(file, other)))
                    .ifPresent(found::add);
        }
        return found;
    }

    /** One file may be named in two ways: by a relative and an absolute path, or through a link. */
    private static boolean same(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException unreadable) {
            return one.equals(other);
        }
    }

    private static Optional<Path> nearest(Path path, String name) {
        Path folder = Files.isDirectory(path) ? path : parent(path);
        for (int up = 0; up <= ANCESTORS && folder != null; up++) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file)) {
                return Optional.of(file.normalize());
            }
            folder = parent(folder);
        }
        return Optional.empty();
    }

    /** What stands beside a path that is not there and is spelt nearly like it. */
    private static String nearest(Path missing) {
        try (Stream<Path> beside = Files.list(parent(missing).toAbsolutePath())) {
            List<String> names = beside.filter(path -> Files.isDirectory(path) || FileNames.hasRules(path))
                    .map(path -> path.getFileName().toString())
                    .toList();
            return Suggestion.hint(missing.getFileName().toString(), names);
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static Path parent(Path path) {
        Path parent = path.getParent();
        return parent != null ? parent : path.toAbsolutePath().equals(path) ? path : Path.of("");
    }

    private static List<Path> under(Path path, Problems problems) {
        try (Stream<Path> files = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> FileNames.hasRules(file) || file.equals(path))
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            problems.add(Problem.error(
                    "unreadable-file",
                    SourceLocation.of(path.toString().replace('\\', '/')),
                    "The folder cannot be read to its end: is there a link in it that leads back to it, or a part that you"
                            + " may not read?"));
            return List.of();
        }
    }
}
