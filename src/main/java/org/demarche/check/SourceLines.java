package org.demarche.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.demarche.source.Problem;

/** Shows the line in which a problem stands, where it does not yet; each file is read once. */
final class SourceLines {

    /** A longer line helps nobody in a message. */
    private static final int LONGEST = 300;

    private final Map<String, List<String>> files = new HashMap<>();

    Problem shown(Problem problem) {
        int line = problem.at().line();
        if (!problem.line().isEmpty() || line == 0) {
            return problem;
        }
        List<String> lines = files.computeIfAbsent(problem.at().file(), SourceLines::read);
        return line > lines.size() || lines.get(line - 1).length() > LONGEST
                ? problem
                : problem.withLine(lines.get(line - 1));
    }

    private static List<String> read(String file) {
        try {
            return Files.readAllLines(Path.of(file));
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
