package org.demarche.cases;

import java.nio.file.Path;
import java.util.Map;
import org.demarche.source.LoadException;
import org.demarche.source.Problems;

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
}
