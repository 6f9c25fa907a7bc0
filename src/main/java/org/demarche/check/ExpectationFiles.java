package org.demarche.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.source.FileNames;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.demarche.source.Suggestion;
import org.demarche.yaml.YamlReader;

/** Finds files of expectations and the cases they are about. */
final class ExpectationFiles {

    private final Collection<Path> paths;
    private final Problems problems;

    ExpectationFiles(Collection<Path> paths, Problems problems) {
        this.paths = paths;
        this.problems = problems;
    }

    List<ExpectationFile> find() {
        return CaseFolders.files(paths, FileNames::isExpectations, problems).stream()
                .flatMap(file -> read(file).stream())
                .toList();
    }

    private Optional<ExpectationFile> read(Path file) {
        ExpectationReader.Content content = ExpectationReader.content(file, problems);
        return content.isEmpty()
                ? Optional.empty()
                : caseFolder(file, content.caseId())
                        .map(folder ->
                                new ExpectationFile(file, folder, content.expectations(), content.acceptances()));
    }

    private Optional<Path> caseFolder(Path file, Optional<String> named) {
        Path beside = CaseFolders.parent(file);
        if (named.isPresent()) {
            return named(file, named.get());
        }
        if (CaseFolders.isCase(beside)) {
            return Optional.of(beside);
        }
        add(
                file,
                "no-case",
                "The file stands beside no case, so it has to say which case it is about.",
                "Write `case: …` and put the list under `expectations:`.");
        return Optional.empty();
    }

    private Optional<Path> named(Path file, String id) {
        Map<String, Path> cases = new LinkedHashMap<>();
        CaseFolders.under(places(file), new Problems()).forEach(folder -> cases.putIfAbsent(name(folder), folder));
        if (!cases.containsKey(id)) {
            add(
                    file,
                    "unknown-case",
                    "The file is about the case `" + id + "`, but no folder of that name under `facts` is a case.",
                    Suggestion.hint(id, cases.keySet()));
        }
        return Optional.ofNullable(cases.get(id));
    }

    /** Where the case may be: beside the file, in the folders {@code facts} above it, in the given paths. */
    private List<Path> places(Path file) {
        List<Path> places = new ArrayList<>();
        Optional<Path> folder = Optional.of(CaseFolders.parent(file));
        places.add(folder.get());
        while (folder.isPresent()) {
            Path facts = folder.get().resolve("facts");
            if (Files.isDirectory(facts)) {
                places.add(facts);
            }
            folder = above(folder.get());
        }
        places.addAll(paths);
        return places;
    }

    /** The folder above, also when the path is relative and at its end. */
    private static Optional<Path> above(Path folder) {
        return Optional.ofNullable(folder.getParent())
                .or(() -> name(folder).isEmpty()
                        ? Optional.ofNullable(folder.toAbsolutePath().getParent())
                        : folder.isAbsolute() ? Optional.empty() : Optional.of(Path.of("")));
    }

    private static String name(Path path) {
        return Optional.ofNullable(path.getFileName()).map(Path::toString).orElse("");
    }

    private void add(Path file, String check, String message, String hint) {
        problems.add(Problem.error(check, SourceLocation.of(YamlReader.name(file)), message)
                .withHint(hint));
    }
}
