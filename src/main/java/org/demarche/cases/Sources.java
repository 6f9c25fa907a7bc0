package org.demarche.cases;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.demarche.source.LoadException;
import org.demarche.source.Problems;
import org.demarche.yaml.YamlEntry;

/** The sources of rules: {@code rules/sources.yaml}. */
public final class Sources {

    private Sources() {}

    /**
     * The sources in a file by id, in its order.
     *
     * @throws LoadException with all that is wrong with it
     */
    public static Map<String, Source> read(Path file) {
        Problems problems = new Problems();
        Map<String, Source> sources = SourcesReader.read(file, problems);
        problems.throwIfErrors();
        return sources;
    }

    /** The sources that are declared, by id, in their order. Problems are added. */
    public static Map<String, Source> of(List<YamlEntry> entries, Problems problems) {
        return SourcesReader.read(entries, problems);
    }
}
