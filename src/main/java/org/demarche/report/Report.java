package org.demarche.report;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A result that can be read by people and by programs. */
public final class Report {

    private final Function<Page, String> text;
    private final Supplier<Map<String, @Nullable Object>> json;
    private final Map<String, Supplier<String>> others;

    Report(Function<Page, String> text, Supplier<Map<String, @Nullable Object>> json) {
        this(text, json, Map.of());
    }

    /** @param others further forms, by their names */
    Report(
            Function<Page, String> text,
            Supplier<Map<String, @Nullable Object>> json,
            Map<String, Supplier<String>> others) {
        this.text = text;
        this.json = json;
        this.others = new TreeMap<>(others);
    }

    /** The report as text, ending with a line feed. */
    public String text(Page page) {
        return text.apply(page);
    }

    /** The report as one JSON document: two spaces of indentation, line feeds, the same bytes for the same result. */
    public String json() {
        return Json.write(json.get());
    }

    /** The report in another form; empty when it has none of that name. */
    public Optional<String> in(String form) {
        return Optional.ofNullable(others.get(form)).map(Supplier::get);
    }
}
