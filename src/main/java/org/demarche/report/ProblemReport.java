package org.demarche.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.lint.CheckPage;
import org.demarche.source.Problem;
import org.demarche.source.Severity;
import org.jspecify.annotations.Nullable;

/** Sets problems: each with its place, its line and what to do about it, and at the end how many there are. */
final class ProblemReport {

    private ProblemReport() {}

    static String text(List<Problem> problems, Page page) {
        return Ink.render(each(problems) + count(problems) + "\n", page.colour());
    }

    /** One after the other, the worst first. */
    static String each(List<Problem> problems) {
        StringBuilder text = new StringBuilder();
        problems.stream()
                .sorted(Comparator.comparing(Problem::severity).thenComparing(Comparator.naturalOrder()))
                .forEach(problem -> text.append(text(problem)).append('\n'));
        return text.toString();
    }

    /** {@code 2 errors and 1 warning in 1 file}. */
    static String count(List<Problem> problems) {
        long files = problems.stream().map(each -> each.at().file()).distinct().count();
        return Words.and(counts(problems)) + " in " + Words.count((int) files, "file");
    }

    private static List<String> counts(List<Problem> problems) {
        return Stream.of(Severity.values())
                .map(severity -> Map.entry(severity, (int) problems.stream()
                        .filter(each -> each.severity() == severity)
                        .count()))
                .filter(each -> each.getValue() > 0)
                .map(each -> Words.count(each.getValue(), each.getKey().word()))
                .toList();
    }

    static List<Map<String, @Nullable Object>> json(List<Problem> problems) {
        // Problems are many and pages few, and to find one is to look through a text.
        Map<String, Optional<String>> pages = new HashMap<>();
        return problems.stream()
                .map(problem -> json(problem, pages.computeIfAbsent(problem.check(), ProblemReport::page)))
                .toList();
    }

    private static String text(Problem problem) {
        String severity = ": " + problem.severity().word() + ": ";
        String shown = problem.toString();
        int found = shown.indexOf(severity);
        return found < 0
                ? shown
                : shown.substring(0, found) + ": "
                        + ink(problem.severity()).on(problem.severity().word()) + ": "
                        + shown.substring(found + severity.length());
    }

    private static Ink ink(Severity severity) {
        return severity == Severity.NOTE ? Ink.STRONG : Ink.BAD;
    }

    static Map<String, @Nullable Object> json(Problem problem) {
        return json(problem, page(problem.check()));
    }

    private static Optional<String> page(String check) {
        return CheckPage.of(check).map(CheckPage::path);
    }

    private static Map<String, @Nullable Object> json(Problem problem, Optional<String> page) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("severity", problem.severity().word());
        written.put("check", problem.check());
        Json.putPlace(written, problem.at());
        written.put("message", problem.message());
        written.put("hint", problem.hint().isEmpty() ? null : problem.hint());
        written.put("page", page.orElse(null));
        return written;
    }
}
