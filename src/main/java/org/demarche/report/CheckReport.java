package org.demarche.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.demarche.check.Checks;
import org.demarche.lint.CheckPage;
import org.demarche.lint.Suppressed;
import org.demarche.source.Problem;
import org.demarche.source.Severity;
import org.jspecify.annotations.Nullable;

/** What is wrong with rules and cases, or that nothing is; notes are only where something stands unless all is asked for. */
final class CheckReport {

    private CheckReport() {}

    /** @param notes whether to tell them at all */
    static String text(Checks checks, boolean notes, Page page) {
        List<Problem> loud = checks.problems().stream()
                .filter(each -> each.severity() != Severity.NOTE || notes && page.verbose())
                .toList();
        StringBuilder text = new StringBuilder(Ink.render(ProblemReport.each(loud), page.colour()));
        if (page.verbose()) {
            checks.suppressed().forEach(each -> text.append(suppressed(each)).append('\n'));
        } else if (notes) {
            text.append(notes(checks, page));
        }
        return text + Ink.render(summary(checks), page.colour()) + "\n";
    }

    /** {@code 1 warning and 2 notes in 2 files; 1 suppressed}. */
    static String summary(Checks checks) {
        List<Problem> problems = checks.problems();
        String looked = Words.and(List.of(Words.count(checks.rules(), "rule"), Words.count(checks.cases(), "case")));
        List<String> parts = new ArrayList<>();
        if (checks.reach(Severity.WARNING)) {
            parts.add(ProblemReport.count(problems));
        } else {
            parts.add(Ink.GOOD.on("no problems in " + looked));
            if (!problems.isEmpty()) {
                parts.add(Words.count(problems.size(), "note"));
            }
        }
        if (!checks.suppressed().isEmpty()) {
            parts.add(checks.suppressed().size() + " suppressed");
        }
        return String.join("; ", parts);
    }

    private static String suppressed(Suppressed found) {
        Problem problem = found.problem();
        return problem.at() + ": suppressed: " + problem.message() + " [" + problem.check() + "]\n    because "
                + found.reason();
    }

    /** For each check what it finds, and in which lines of which files. */
    private static String notes(Checks checks, Page page) {
        Map<String, Map<String, List<Problem>>> found = checks.problems().stream()
                .filter(each -> each.severity() == Severity.NOTE)
                .collect(Collectors.groupingBy(
                        Problem::check,
                        TreeMap::new,
                        Collectors.groupingBy(each -> each.at().file(), TreeMap::new, Collectors.toList())));
        Paper paper = new Paper(page);
        found.forEach((check, files) -> {
            paper.paragraph(
                    "note: ", "  ", CheckPage.of(check).map(CheckPage::title).orElse(check) + " [" + check + "]");
            files.forEach((file, problems) -> paper.paragraph("  ", "      ", file + lines(problems)));
        });
        return paper.print();
    }

    private static String lines(List<Problem> problems) {
        return problems.stream()
                .map(each -> each.at().line())
                .filter(line -> line > 0)
                .distinct()
                .map(String::valueOf)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "), lines -> lines.isEmpty() ? "" : ":" + lines));
    }

    static Map<String, @Nullable Object> json(Checks checks) {
        Map<String, @Nullable Object> document = Json.document();
        document.put("rules", checks.rules());
        document.put("cases", checks.cases());
        document.put("expectations", checks.expectations());
        document.put("errors", checks.count(Severity.ERROR));
        document.put("warnings", checks.count(Severity.WARNING));
        document.put("notes", checks.count(Severity.NOTE));
        document.put("problems", ProblemReport.json(checks.problems()));
        document.put(
                "suppressed",
                checks.suppressed().stream().map(CheckReport::json).toList());
        return document;
    }

    private static Map<String, @Nullable Object> json(Suppressed found) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>(ProblemReport.json(found.problem()));
        written.put("reason", found.reason());
        return written;
    }
}
