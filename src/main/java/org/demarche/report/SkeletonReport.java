package org.demarche.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.check.ExpectationYaml;
import org.demarche.check.Skeletons;
import org.jspecify.annotations.Nullable;

/** Expectations that nobody has written, as they would stand in files. */
final class SkeletonReport {

    private SkeletonReport() {}

    /** A file of expectations, whatever page it is for: it is to be kept and edited. */
    static String text(List<Skeletons> skeletons) {
        StringBuilder text = new StringBuilder();
        for (Skeletons each : skeletons) {
            text.append(text.length() == 0 ? "" : "\n");
            text.append("# ").append(each.caseId()).append(": ");
            if (each.expectations().isEmpty()) {
                text.append("every inference has an expectation.\n");
            } else {
                text.append(Words.count(each.expectations().size(), "inference"))
                        .append(" without an expectation, as it comes out now. Is it what should?\n")
                        .append("# Keep in ")
                        .append(each.file().toString().replace('\\', '/'))
                        .append(" what is right, and correct the rules for what is not.\n");
                each.expectations()
                        .forEach(expectation ->
                                text.append(ExpectationYaml.of(expectation)).append('\n'));
            }
        }
        return text.toString();
    }

    static Map<String, @Nullable Object> json(List<Skeletons> skeletons) {
        Map<String, @Nullable Object> document = Json.document();
        document.put("cases", skeletons.stream().map(SkeletonReport::json).toList());
        return document;
    }

    private static Map<String, @Nullable Object> json(Skeletons skeletons) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("case", skeletons.caseId());
        written.put("file", skeletons.file().toString().replace('\\', '/'));
        written.put(
                "expectations",
                skeletons.expectations().stream().map(ExpectationYaml::of).toList());
        return written;
    }
}
