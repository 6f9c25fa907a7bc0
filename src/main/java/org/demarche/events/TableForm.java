package org.demarche.events;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a table is written.
 *
 * @param separator between cells; empty to see it in the first row
 * @param quotes whether quotes stand around cells; empty for so in all tables but those separated by tabs
 */
record TableForm(Optional<Character> separator, Optional<Boolean> quotes, Charset encoding, EventDates.Order dates) {

    static final TableForm USUAL =
            new TableForm(Optional.empty(), Optional.empty(), StandardCharsets.UTF_8, EventDates.Order.YEAR_MONTH_DAY);

    static final Map<String, Character> SEPARATORS =
            ordered(List.of("tab", "comma", "semicolon"), List.of('\t', ',', ';'));

    static final Map<String, Charset> ENCODINGS = ordered(
            List.of("utf-8", "latin-1", "windows-1252"),
            List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, Charset.forName("windows-1252")));

    static final Map<String, EventDates.Order> DATES =
            ordered(List.of("year-month-day", "day-month-year", "month-day-year"), List.of(EventDates.Order.values()));

    private static <T> Map<String, T> ordered(List<String> words, List<T> values) {
        Map<String, T> all = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i++) {
            all.put(words.get(i), values.get(i));
        }
        return all;
    }
}
