package org.demarche.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.cache.SourceFile;
import org.demarche.source.FileNames;
import org.demarche.source.FileText;
import org.demarche.source.Problems;

/** All that what is read of rules depends on: the bytes of their files, and where these stand. */
final class RuleInputs {

    /** In no name of a file. */
    private static final String BETWEEN = "\0";

    private RuleInputs() {}

    /** The files in an order of their own; empty where they cannot be read, or are not the kind of files that is kept. */
    static Optional<List<SourceFile>> of(List<Path> paths, RuleSafety safety) {
        Problems problems = new Problems();
        List<SourceFile> all = new ArrayList<>();
        try {
            for (String name : List.of("vocabulary.yaml", "sources.yaml")) {
                for (Path file : RuleFiles.beside(paths, name)) {
                    all.add(file(name, file));
                }
            }
            for (Path file : RuleFiles.find(paths, problems)) {
                if (FileNames.isTable(file)) {
                    return Optional.empty();
                }
                all.add(file(safety + BETWEEN + DrlFile.group(file), file));
            }
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        boolean small = all.stream().allMatch(file -> file.content().length <= FileText.LARGEST);
        return problems.list().isEmpty() && small ? Optional.of(List.copyOf(all)) : Optional.empty();
    }

    private static SourceFile file(String as, Path file) throws IOException {
        return new SourceFile(as + BETWEEN + file.toString().replace('\\', '/'), Files.readAllBytes(file));
    }
}
