package org.demarche.authoring.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.demarche.source.FileNames;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.demarche.yaml.YamlReader;

/** Finds the files that have a form. */
public final class FormatFiles {

    private FormatFiles() {}

    /** The rule files and YAML files under some paths, each once, sorted; hidden files and folders are left out. */
    public static List<Path> under(Collection<Path> paths, Problems problems) {
        TreeSet<Path> found = new TreeSet<>();
        for (Path path : paths) {
            try (Stream<Path> files = Files.walk(path)) {
                files.filter(file -> hasForm(file) && !hidden(path.relativize(file)) && Files.isRegularFile(file))
                        .map(Path::normalize)
                        .forEach(found::add);
            } catch (IOException unreadable) {
                problems.add(Problem.error(
                        "unreadable", SourceLocation.of(YamlReader.name(path)), "The folder cannot be read."));
            }
        }
        if (found.isEmpty()) {
            paths.forEach(path -> problems.add(Problem.error(
                    "empty-folder",
                    SourceLocation.of(YamlReader.name(path)),
                    Files.isDirectory(path)
                            ? "There is nothing to put into form in this folder: no rule file (`*.drl`) and no `*.yaml`."
                            : "This is neither a rule file (`*.drl`) nor a `*.yaml`.")));
        }
        return List.copyOf(found);
    }

    /** Whether it is a rule file or a YAML file by its name. */
    public static boolean hasForm(Path file) {
        return FileNames.isRuleFile(file) || FileNames.isYaml(file);
    }

    private static boolean hidden(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .anyMatch(part -> part.toString().startsWith("."));
    }
}
