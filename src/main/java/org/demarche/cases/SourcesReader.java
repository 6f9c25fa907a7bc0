package org.demarche.cases;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.source.Problems;
import org.demarche.yaml.YamlEntry;
import org.demarche.yaml.YamlFields;
import org.demarche.yaml.YamlReader;

/** Reads a file of sources. */
final class SourcesReader {

    private SourcesReader() {}

    static Map<String, Source> read(Path file, Problems problems) {
        return YamlReader.read(file, problems)
                .flatMap(root -> YamlFields.of(root, "a mapping of sources", problems))
                .map(fields -> read(fields.mapping().entries(), problems))
                .orElse(Map.of());
    }

    static Map<String, Source> read(List<YamlEntry> entries, Problems problems) {
        SourceReader reader = SourceReader.ofRules(problems);
        Map<String, Source> sources = new LinkedHashMap<>();
        entries.forEach(entry -> reader.read(entry).ifPresent(source -> sources.put(source.id(), source)));
        return Collections.unmodifiableMap(sources);
    }
}
