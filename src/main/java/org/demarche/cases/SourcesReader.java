package org.demarche.cases;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.demarche.source.Problems;
import org.demarche.yaml.YamlFields;
import org.demarche.yaml.YamlReader;

/** Reads a file of sources. */
final class SourcesReader {

    private SourcesReader() {}

    static Map<String, Source> read(Path file, Problems problems) {
        SourceReader reader = new SourceReader(problems);
        Map<String, Source> sources = new LinkedHashMap<>();
        YamlReader.read(file, problems)
                .flatMap(root -> YamlFields.of(root, "a mapping of sources", problems))
                .ifPresent(fields -> fields.mapping()
                        .entries()
                        .forEach(entry -> reader.read(entry).ifPresent(source -> sources.put(source.id(), source))));
        return Collections.unmodifiableMap(sources);
    }
}
