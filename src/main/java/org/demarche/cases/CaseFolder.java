package org.demarche.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.source.FileNames;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.demarche.source.Suggestion;
import org.demarche.yaml.YamlReader;

/**
 * The files of a case.
 *
 * @param facts in the order of their names
 * @param folder empty when the case is a single file
 */
record CaseFolder(List<Path> facts, Optional<Path> claims, Optional<Path> folder) {

    private static final String CLAIMS = "claims.yaml";
    private static final CaseFolder NOTHING = new CaseFolder(List.of(), Optional.empty(), Optional.empty());

    /** The files at a path; none, after adding a problem, when there is no case. */
    static CaseFolder find(Path path, Problems problems) {
        try {
            if (Files.isDirectory(path)) {
                return folder(path, problems);
            }
            return Files.exists(path) ? file(path, problems) : missing(path, problems);
        } catch (IOException unreadable) {
            return refuse(path, problems, "unreadable", "The folder cannot be read.", "");
        }
    }

    private static CaseFolder file(Path path, Problems problems) {
        return FileNames.isYaml(path)
                ? new CaseFolder(List.of(path), Optional.empty(), Optional.empty())
                : refuse(path, problems, "not-yaml", "A case is a folder or a file that ends in `.yaml`.", "");
    }

    private static CaseFolder folder(Path path, Problems problems) throws IOException {
        List<Path> files = list(path);
        files.stream()
                .filter(FileNames::isYml)
                .forEach(file -> refuse(
                        file, problems, "not-yaml", "The file is not read, because it ends in `.yml`.", "Rename it."));
        List<Path> facts = files.stream()
                .filter(file -> FileNames.isYaml(file) && !Files.isDirectory(file))
                .filter(file ->
                        !name(file).equals(CLAIMS) && !FileNames.isExpectations(file) && !FileNames.isMapping(file))
                .toList();
        if (facts.isEmpty()) {
            return refuse(path, problems, "empty-folder", "The folder has no file of facts in it.", meant(files));
        }
        return new CaseFolder(
                facts, files.stream().filter(file -> name(file).equals(CLAIMS)).findFirst(), Optional.of(path));
    }

    private static String meant(List<Path> files) {
        return files.stream()
                .filter(Files::isDirectory)
                .findFirst()
                .map(folder -> "A case is a folder such as `" + YamlReader.name(folder) + "`.")
                .orElse("A case begins with a file `case.yaml`.");
    }

    private static CaseFolder missing(Path path, Problems problems) throws IOException {
        Path parent = Optional.ofNullable(path.getParent()).orElse(Path.of(""));
        List<String> beside = Files.isDirectory(parent)
                ? list(parent).stream().map(CaseFolder::name).toList()
                : List.of();
        return refuse(
                path,
                problems,
                "missing-path",
                "There is no such file or folder.",
                Suggestion.hint(name(path), beside));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !name(file).startsWith(".")).sorted().toList();
        }
    }

    private static String name(Path path) {
        return Optional.ofNullable(path.getFileName()).map(Path::toString).orElse("");
    }

    private static CaseFolder refuse(Path path, Problems problems, String check, String message, String hint) {
        problems.add(Problem.error(check, SourceLocation.of(YamlReader.name(path)), message)
                .withHint(hint));
        return NOTHING;
    }
}
