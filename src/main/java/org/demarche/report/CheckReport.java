package org.demarche.report;

import java.util.List;
import java.util.Map;
import org.demarche.check.Checks;
import org.demarche.source.Severity;
import org.jspecify.annotations.Nullable;

/** What {@code check} found. */
final class CheckReport {

    private CheckReport() {}

    static String text(Checks checks, Page page) {
        String what = Words.and(List.of(Words.count(checks.rules(), "rule"), Words.count(checks.cases(), "case")));
        boolean quiet = checks.problems().stream().allMatch(each -> each.severity() == Severity.NOTE);
        return checks.problems().isEmpty() || quiet && !page.verbose()
                ? Ink.render(Ink.GOOD.on("no problems in " + what) + notes(checks), page.colour()) + "\n"
                : ProblemReport.text(checks.problems(), page);
    }

    private static String notes(Checks checks) {
        long notes = count(checks, Severity.NOTE);
        return notes == 0 ? "" : "; " + Words.count((int) notes, "note") + " (-v)";
    }

    static Map<String, @Nullable Object> json(Checks checks) {
        Map<String, @Nullable Object> document = Json.document();
        document.put("rules", checks.rules());
        document.put("cases", checks.cases());
        document.put("expectations", checks.expectations());
        document.put("errors", count(checks, Severity.ERROR));
        document.put("warnings", count(checks, Severity.WARNING));
        document.put("notes", count(checks, Severity.NOTE));
        document.put("problems", ProblemReport.json(checks.problems()));
        return document;
    }

    private static long count(Checks checks, Severity severity) {
        return checks.problems().stream()
                .filter(each -> each.severity() == severity)
                .count();
    }
}
