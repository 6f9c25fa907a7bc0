package org.demarche.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.RawValue;

/** What came out of several cases, each as a command about it alone would write it. */
final class CasesReport {

    /** How deep a document stands within this one. */
    private static final String INDENT = " ".repeat(6);

    private CasesReport() {}

    /** One after the other, each under where it was read from. */
    static String text(List<CaseResult> cases, Page page) {
        return cases.stream()
                .map(each -> new Paper(page)
                                .heading("==> " + name(each) + " <==")
                                .print()
                        + (each.failure().isEmpty() ? each.written() : "No result; why is told on the error stream.\n"))
                .collect(Collectors.joining("\n"));
    }

    /** Why the others have none; {@code ""} when all have one. */
    static String failures(List<CaseResult> cases, Page page) {
        Map<String, List<String>> casesByWhy = new LinkedHashMap<>();
        cases.forEach(each -> each.failure()
                .ifPresent(why -> casesByWhy
                        .computeIfAbsent(why.text(page), any -> new ArrayList<>())
                        .add(name(each))));
        StringBuilder text = new StringBuilder();
        casesByWhy.forEach((why, failed) -> text.append(
                        new Paper(page).paragraph(0, Words.and(failed) + ":").print())
                .append(why)
                .append('\n'));
        long failed = cases.stream().filter(each -> each.failure().isPresent()).count();
        return failed == 0
                ? ""
                : text.toString() + failed + " of " + Words.count(cases.size(), "case") + " without a result\n";
    }

    static Map<String, @Nullable Object> json(List<CaseResult> cases) {
        Map<String, @Nullable Object> document = Json.document();
        document.put("cases", cases.stream().map(CasesReport::entry).toList());
        return document;
    }

    private static Map<String, Object> entry(CaseResult result) {
        String alone = result.failure().map(Report::json).orElse(result.written());
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("facts", name(result));
        entry.put("exit", result.exit());
        // A line feed is never part of a text in JSON.
        entry.put("result", new RawValue(alone.strip().replace("\n", "\n" + INDENT)));
        return entry;
    }

    private static String name(CaseResult result) {
        return result.facts().toString().replace('\\', '/');
    }
}
