package org.demarche.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.demarche.source.FileNames;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.demarche.yaml.YamlReader;
import org.jspecify.annotations.Nullable;

/** Finds the folders of cases, and files by the end of their names. */
public final class CaseFolders {

    private static final Pattern CASE = Pattern.compile("(?m)^[\"']?case[\"']?\\s*:");

    private CaseFolders() {}

    /** The folders of cases in these folders, or above these files, sorted; a missing path is added to the problems. */
    public static List<Path> under(Collection<Path> paths, Problems problems) {
        TreeSet<Path> folders = new TreeSet<>();
        files(paths, FileNames::isYaml, problems).stream()
                .map(CaseFolders::parent)
                .distinct()
                .filter(CaseFolders::isCase)
                .forEach(folders::add);
        return List.copyOf(folders);
    }

    /** The folder of a file; the working folder, {@code ""}, for a file without one. */
    static Path parent(Path path) {
        return Optional.ofNullable(path.getParent()).orElse(Path.of(""));
    }

    /** Whether one of the files in the folder begins a case, be it well written or not. */
    static boolean isCase(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(CaseFolders::beginsCase);
        } catch (IOException | UncheckedIOException unreadable) {
            return false;
        }
    }

    /** All such files under these paths, each once, sorted. Names that begin with a dot are left out. */
    public static List<Path> files(Collection<Path> paths, Predicate<Path> wanted, Problems problems) {
        TreeSet<Path> found = new TreeSet<>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                problems.add(Problem.error(
                        "missing-path", SourceLocation.of(YamlReader.name(path)), "There is no such file or folder."));
                continue;
            }
            found.addAll(files(path, wanted, problems));
        }
        return List.copyOf(found);
    }

    private static List<Path> files(Path path, Predicate<Path> wanted, Problems problems) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return isHidden(path, folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (wanted.test(file) && !isHidden(path, file) && Files.isRegularFile(file)) {
                        found.add(file.normalize());
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    tell(file, failure, problems);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
                    if (failure != null) {
                        tell(folder, failure, problems);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            tell(path, unreadable, problems);
        }
        return found;
    }

    private static boolean isHidden(Path path, Path file) {
        return !file.equals(path)
                && Stream.of(YamlReader.name(path.relativize(file)).split("/")).anyMatch(name -> name.startsWith("."));
    }

    /** What may not be read is told; what has vanished meanwhile is no longer asked about. */
    private static void tell(Path path, IOException failure, Problems problems) {
        if (!(failure instanceof NoSuchFileException)) {
            problems.add(Problem.error(
                    "unreadable-file",
                    SourceLocation.of(YamlReader.name(path)),
                    "This cannot be read, so what is in it is not looked at: may you read it?"));
        }
    }

    private static boolean beginsCase(Path file) {
        if (!FileNames.isYaml(file)
                || FileNames.isExpectations(file)
                || FileNames.isMapping(file)
                || !Files.isRegularFile(file)) {
            return false;
        }
        try {
            // A case that cannot be read is one all the same: its problems are told when it is loaded.
            return CASE.matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    .find();
        } catch (IOException unreadable) {
            return false;
        }
    }
}
