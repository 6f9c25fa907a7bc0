package org.demarche.report;

import java.util.Map;
import java.util.function.Function;

/** A result that can be read by people and by programs. */
public final class Report {

    private final Function<Page, String> text;
    private final Map<String, Object> json;

    Report(Function<Page, String> text, Map<String, Object> json) {
        this.text = text;
        this.json = json;
    }

    /** The report as text, ending with a line feed. */
    public String text(Page page) {
        return text.apply(page);
    }

    /** The report as one JSON document: two spaces of indentation, line feeds, always the same bytes for the same result. */
    public String json() {
        return Json.write(json);
    }
}
