package org.demarche.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a command gave no result. */
final class ErrorReport {

    private ErrorReport() {}

    static String text(List<String> sentences, Page page) {
        Paper paper = new Paper(page);
        paper.paragraph(Ink.BAD.on("demarche: "), "  ", sentences.get(0));
        sentences.stream().skip(1).forEach(sentence -> paper.paragraph(2, sentence));
        return paper.print();
    }

    static Map<String, @Nullable Object> json(int exit, List<String> sentences) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("exit", exit);
        error.put("message", String.join(" ", sentences));
        Map<String, @Nullable Object> document = Json.document();
        document.put("error", error);
        return document;
    }
}
