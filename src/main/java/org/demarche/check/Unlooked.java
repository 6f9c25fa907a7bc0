package org.demarche.check;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.demarche.source.FileNames;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.demarche.yaml.YamlReader;

/** Tells what is among the files to check and is not checked, so that "no problems" is said of nothing else. */
final class Unlooked {

    /** What is read with rules and cases. */
    private static final Set<String> BESIDE = Set.of("vocabulary.yaml", "sources.yaml", "claims.yaml");

    private Unlooked() {}

    /** @param cases the folders of cases that are checked */
    static void tell(Collection<Path> paths, Collection<Path> cases, Problems problems) {
        List<Path> yaml = CaseFolders.files(paths, FileNames::isYaml, new Problems());
        if (yaml.isEmpty()
                && !problems.hasErrors()
                && CaseFolders.files(paths, FileNames::hasRules, new Problems()).isEmpty()) {
            paths.forEach(path -> problems.add(Problem.error(
                            "empty-folder",
                            SourceLocation.of(YamlReader.name(path)),
                            "There is nothing to check here: no rules and no case.")
                    .withHint("Rules stand in files that end in `.drl`; a case begins with a file `case.yaml`.")));
        }
        yaml.stream()
                .filter(file -> !cases.contains(CaseFolders.parent(file))
                        && !FileNames.isExpectations(file)
                        && !FileNames.isMapping(file))
                .filter(file -> !BESIDE.contains(file.getFileName().toString()))
                .forEach(file -> problems.add(Problem.note(
                        "not-checked",
                        SourceLocation.of(YamlReader.name(file)),
                        "This file is not checked, since no file beside it begins a case with `case:`.")));
    }
}
