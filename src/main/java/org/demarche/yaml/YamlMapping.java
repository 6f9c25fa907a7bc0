package org.demarche.yaml;

import java.util.List;
import java.util.Optional;
import org.demarche.source.SourceLocation;

/** Keys with their values in the order of the text; each key is there once. */
public record YamlMapping(List<YamlEntry> entries, SourceLocation at, YamlText text) implements YamlNode {

    public YamlMapping {
        entries = List.copyOf(entries);
    }

    /** The entry with this key. */
    public Optional<YamlEntry> entry(String key) {
        for (YamlEntry entry : entries) {
            if (entry.key().value().equals(key)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }
}
