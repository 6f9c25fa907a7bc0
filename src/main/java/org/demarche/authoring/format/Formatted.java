package org.demarche.authoring.format;

import java.nio.file.Path;

/**
 * A file in form.
 *
 * @param before its text as it was, and {@code after} in form
 */
public record Formatted(Path file, String before, String after) {

    public boolean changed() {
        return !before.equals(after);
    }

    /** What differs, as a unified diff; {@code ""} when nothing does. */
    public String diff() {
        return UnifiedDiff.of(file.toString().replace('\\', '/'), before, after);
    }
}
