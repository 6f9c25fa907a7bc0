package org.demarche.report;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A result that can be read by people and by programs. */
public final class Report {

    private final Function<Page, String> text;
    private final Supplier<Map<String, @Nullable Object>> json;
    private final Map<String, Supplier<String>> forms;

    Report(Function<Page, String> text, Supplier<Map<String, @Nullable Object>> json) {
        this(text, json, Map.of());
    }

    private Report(
            Function<Page, String> text,
            Supplier<Map<String, @Nullable Object>> json,
            Map<String, Supplier<String>> forms) {
        this.text = text;
        this.json = json;
        this.forms = Map.copyOf(forms);
    }

    /** The same report with one more form. */
    Report with(String form, Supplier<String> made) {
        Map<String, Supplier<String>> more = new HashMap<>(forms);
        more.put(form, made);
        return new Report(text, json, more);
    }

    /** The report as text, ending with a line feed. */
    public String text(Page page) {
        return text.apply(page);
    }

    /** The report as one JSON document: two spaces of indentation, line feeds, the same bytes for the same result. */
    public String json() {
        return Json.write(json.get());
    }

    /** The report in a form that not every report has, {@code sarif}; empty when this one has not. */
    public Optional<String> in(String form) {
        return Optional.ofNullable(forms.get(form)).map(Supplier::get);
    }
}
