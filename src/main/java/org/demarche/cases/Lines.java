package org.demarche.cases;

import java.util.List;
import java.util.Map;
import org.demarche.source.Problem;
import org.demarche.source.SourceLocation;

/** The lines of the files a case was read from, for problems found later. */
record Lines(Map<String, List<String>> byFile) {

    static final Lines NONE = new Lines(Map.of());

    Problem error(String check, SourceLocation at, String message) {
        return Problem.error(check, at, message).withLine(line(at));
    }

    Problem warning(String check, SourceLocation at, String message) {
        return Problem.warning(check, at, message).withLine(line(at));
    }

    private String line(SourceLocation at) {
        List<String> lines = byFile.getOrDefault(at.file(), List.of());
        return at.line() >= 1 && at.line() <= lines.size() ? lines.get(at.line() - 1) : "";
    }
}
