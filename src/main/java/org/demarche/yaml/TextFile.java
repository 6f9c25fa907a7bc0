package org.demarche.yaml;

import java.nio.file.Path;
import java.util.Optional;
import org.demarche.source.FileText;
import org.demarche.source.Problems;

/** The text of a file that people can have written. */
final class TextFile {

    private TextFile() {}

    static Optional<String> read(Path file, Problems problems) {
        return FileText.read(file, YamlReader.name(file), problems);
    }
}
