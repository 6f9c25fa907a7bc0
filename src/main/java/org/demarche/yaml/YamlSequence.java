package org.demarche.yaml;

import java.util.List;
import org.demarche.source.SourceLocation;

/** A list of nodes. */
public record YamlSequence(List<YamlNode> items, SourceLocation at, YamlText text) implements YamlNode {

    public YamlSequence {
        items = List.copyOf(items);
    }
}
