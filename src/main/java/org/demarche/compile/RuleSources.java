package org.demarche.compile;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.demarche.cases.Source;
import org.demarche.cases.Sources;
import org.demarche.source.LoadException;
import org.demarche.source.Problems;

/**
 * The sources that rules may cite.
 *
 * @param byId in the order of the files
 * @param files where they were looked for and found, as messages name them
 */
record RuleSources(Map<String, Source> byId, List<String> files) {

    /** Those in the files {@code sources.yaml} that go with rules in some files and folders. Problems are added. */
    static RuleSources read(List<Path> paths, Problems problems) {
        Map<String, Source> sources = new LinkedHashMap<>();
        List<Path> files = RuleFiles.beside(paths, "sources.yaml");
        for (Path file : files) {
            try {
                sources.putAll(Sources.read(file));
            } catch (LoadException broken) {
                problems.addAll(broken.problems());
            }
        }
        return new RuleSources(
                Collections.unmodifiableMap(sources),
                files.stream().map(file -> file.toString().replace('\\', '/')).toList());
    }

    /** What to say of a source that is not among them, to go on after "cites …". */
    String lack() {
        if (files.isEmpty()) {
            return ", and there is no file `sources.yaml` beside or above the rules: write one that has it.";
        }
        String where = files.stream().map(file -> "`" + file + "`").collect(Collectors.joining(" or "));
        return ", which is not in " + where + ": add it there, also when a case declares it.";
    }
}
