package org.demarche.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** All such files under these paths, each once, sorted. Names that begin with a dot are left out. */
    static List<Path> files(Collection<Path> paths, Predicate<Path> wanted, Problems problems) {
        TreeSet<Path> found = new TreeSet<>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                problems.add(Problem.error(
                        "missing-path", SourceLocation.of(YamlReader.name(path)), "There is no such file or folder."));
                continue;
            }
            found.addAll(files(path, wanted));
        }
        return List.copyOf(found);
    }

    private static List<Path> files(Path path, Predicate<Path> wanted) {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(wanted)
                    .filter(file -> Stream.of(
                                    YamlReader.name(path.relativize(file)).split("/"))
                            .noneMatch(name -> name.startsWith(".")))
                    .filter(Files::isRegularFile)
                    .map(Path::normalize)
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static boolean beginsCase(Path file) {
        if (!FileNames.isYaml(file) || FileNames.isExpectations(file) || !Files.isRegularFile(file)) {
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
