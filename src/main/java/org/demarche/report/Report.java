package org.demarche.report;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A result that can be read by people and by programs. */
public final class Report {

    private final Function<Page, String> text;
    private final Supplier<Map<String, @Nullable Object>> json;

    Report(Function<Page, String> text, Supplier<Map<String, @Nullable Object>> json) {
        this.text = text;
        this.json = json;
    }

    /** The report as text, ending with a line feed. */
    public String text(Page page) {
        return text.apply(page);
    }

    /** The report as one JSON document: two spaces of indentation, line feeds, the same bytes for the same result. */
    public String json() {
        return Json.write(json.get());
    }
}
