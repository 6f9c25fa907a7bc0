package org.demarche.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.source.Problem;
import org.demarche.source.Severity;
import org.jspecify.annotations.Nullable;

/** Sets problems: each with its place, its line and what to do about it, and at the end how many there are. */
final class ProblemReport {

    private ProblemReport() {}

    static String text(List<Problem> problems, Page page) {
        StringBuilder text = new StringBuilder();
        problems.forEach(problem -> text.append(text(problem)).append('\n'));
        return Ink.render(text + count(problems) + "\n", page.colour());
    }

    /** {@code 2 errors in 1 file}. */
    static String count(List<Problem> problems) {
        long errors = problems.stream()
                .filter(each -> each.severity() == Severity.ERROR)
                .count();
        long files = problems.stream().map(each -> each.at().file()).distinct().count();
        List<String> counts = new ArrayList<>();
        if (errors > 0) {
            counts.add(Words.count((int) errors, "error"));
        }
        if (errors < problems.size()) {
            counts.add(Words.count(problems.size() - (int) errors, "warning"));
        }
        return Words.and(counts) + " in " + Words.count((int) files, "file");
    }

    static List<Map<String, @Nullable Object>> json(List<Problem> problems) {
        return problems.stream().map(ProblemReport::json).toList();
    }

    private static String text(Problem problem) {
        String severity = ": " + word(problem) + ": ";
        String shown = problem.toString();
        int found = shown.indexOf(severity);
        return found < 0
                ? shown
                : shown.substring(0, found) + ": " + Ink.BAD.on(word(problem)) + ": "
                        + shown.substring(found + severity.length());
    }

    private static Map<String, @Nullable Object> json(Problem problem) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("severity", word(problem));
        written.put("check", problem.check());
        Json.putPlace(written, problem.at());
        written.put("message", problem.message());
        written.put("hint", problem.hint().isEmpty() ? null : problem.hint());
        return written;
    }

    private static String word(Problem problem) {
        return problem.severity() == Severity.ERROR ? "error" : "warning";
    }
}
