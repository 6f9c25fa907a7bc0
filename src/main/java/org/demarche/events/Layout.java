package org.demarche.events;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.experimental.Accessors;

/** The tables of a data set. Columns after the headers and codebooks of their publishers. */
@Getter(AccessLevel.PACKAGE)
@Accessors(fluent = true)
public enum Layout {
    /** GDELT 1.0 and 2.0, tables of events: no header; with the address of the source, which came in 2013, one column more. */
    GDELT(
            new TableColumns(Map.of("date", "2", "actor", "6", "target", "16", "code", "27")),
            List.of(CountryScheme.CAMEO),
            Set.of(57, 58, 61),
            false),
    /** ICEWS coded events. */
    ICEWS(
            new TableColumns(Map.of(
                    "date", "Event Date",
                    "actor", "Source Name",
                    "actor-country", "Source Country",
                    "target", "Target Name",
                    "target-country", "Target Country",
                    "code", "CAMEO Code")),
            List.of(CountryScheme.NAME),
            Set.of(),
            false),
    /** POLECAT, coded by PLOVER; several actors stand in one cell. */
    POLECAT(
            new TableColumns(Map.of(
                    "date", "Event Date",
                    "actor", "Actor Name",
                    "actor-country", "Actor Country",
                    "target", "Recipient Name",
                    "target-country", "Recipient Country",
                    "code", "Event Type",
                    "mode", "Event Mode")),
            List.of(CountryScheme.ISO3, CountryScheme.NAME),
            Set.of(),
            true);

    private final TableColumns columns;
    private final List<CountryScheme> countries;

    /** How many columns its tables can have; empty where the first row says it. */
    private final Set<Integer> widths;

    /** Whether a cell may name several, separated by {@code ;}. */
    private final boolean several;

    Layout(TableColumns columns, List<CountryScheme> countries, Set<Integer> widths, boolean several) {
        this.columns = columns;
        this.countries = countries;
        this.widths = widths;
        this.several = several;
    }

    /** What stands in a mapping for each. */
    static Map<String, Layout> byKey() {
        Map<String, Layout> keys = new LinkedHashMap<>();
        for (Layout layout : values()) {
            keys.put(layout.name().toLowerCase(Locale.ROOT), layout);
        }
        return keys;
    }

    /** What stands in a mapping for them. */
    public static List<String> keys() {
        return List.copyOf(byKey().keySet());
    }
}
