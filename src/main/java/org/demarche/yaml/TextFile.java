package org.demarche.yaml;

import java.nio.file.Path;
import java.util.Optional;
import org.demarche.source.FileText;
import org.demarche.source.Problems;

/** The text of a file that people can have written. */
public final class TextFile {

    private TextFile() {}

    /** The text without a byte order mark; empty, after adding a problem, when it is none. */
    public static Optional<String> read(Path file, Problems problems) {
        return FileText.read(file, YamlReader.name(file), problems);
    }
}
