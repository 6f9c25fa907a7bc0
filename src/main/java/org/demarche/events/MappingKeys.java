package org.demarche.events;

import java.util.List;
import org.demarche.yaml.Keys;

/** The keys of a mapping, with what each is for. */
public final class MappingKeys {

    public static final Keys FILE = Keys.of(
                    "layout",
                    "The data set whose tables these are: `gdelt`, `icews` or `polecat`. Other tables are described by `columns`.",
                    "columns",
                    "Where things stand in the table: names of columns as its first row has them, or numbers counted from 1.",
                    "separator",
                    "What stands between cells: `tab`, `comma` or `semicolon`; without it, it is seen in the first row.",
                    "quotes",
                    "Whether quotes may stand around cells: `yes` or `no`. Without it they may, but for tables separated by tabs.",
                    "encoding",
                    "How letters are written: `utf-8`, `latin-1` or `windows-1252`; utf-8 unless said otherwise.",
                    "dates",
                    "Which part of a day comes first: `year-month-day`, `day-month-year` or `month-day-year`; the year unless said otherwise.",
                    "countries",
                    "How the table names states: `iso3`, `iso2`, `cow`, `cow-number`, `cameo` or `name`, or several in the order in which to try them.",
                    "roles",
                    "`country`: whoever acts for a country is taken for the country (`CHNGOV` is China). Without it each such actor has to be named under `actors`.",
                    "parents",
                    "`yes`: where a code of CAMEO is not known, the more general ones that it belongs to are tried (0354, 035, 03).")
            .and(
                    Keys.of(
                            "actions",
                            "Actions of the vocabulary by the codes of the table, where the vocabulary does not say it or not clearly: `\"042\": visit`.",
                            "actors",
                            "Actors of the case by what they are called in the table: `\"Kim Jong Un\": kim-jong-un`.",
                            "only",
                            "What is to be taken of the table; without it, everything.",
                            "ignore",
                            "What is known not to matter; it is counted and nothing else said about it.",
                            "source",
                            "Who says so, for all statements: the id of a source, and the place in it.",
                            "as",
                            "`reports`: each event is what the source reports, and whether it is so becomes a question. `facts` unless said otherwise.",
                            "origin",
                            "With `as: reports`: who says it in the first place, an actor or a source of the case; `anonymous` unless said otherwise.",
                            "reliability",
                            "How reliable the source of all statements is, from A (completely) to E (not); F: cannot be judged. Else that of the source, where it has one.",
                            "credibility",
                            "How credible all statements are, from 1 (confirmed by other sources) to 5 (improbable); 6: cannot be judged."))
            .and(Keys.of("declare", "What is written along for the case: sources and actors."));

    public static final Keys COLUMNS = TableColumns.KEYS;

    public static final Keys ONLY = Keys.of(
            "actors",
            "Actors of the case: only events between these are taken.",
            "from",
            "The first day.",
            "to",
            "The last day.");

    public static final Keys IGNORE = Keys.of(
            "codes",
            "Codes of events that do not matter; a code of CAMEO stands for all below it.",
            "actors",
            "What actors are called in the table that do not matter.");

    public static final Keys DECLARE =
            Keys.of("sources", "Sources, written as in a case.", "actors", "Actors, written as in a case.");

    /** What may stand as {@code as}. */
    public static final List<String> AS = List.of("facts", "reports");

    public static final List<String> YES_OR_NO = List.of("yes", "no", "true", "false");

    /** What may stand as {@code roles}. */
    public static final String COUNTRY = "country";

    public static final List<String> SEPARATORS = List.copyOf(TableForm.SEPARATORS.keySet());
    public static final List<String> ENCODINGS = List.copyOf(TableForm.ENCODINGS.keySet());
    public static final List<String> DATES = List.copyOf(TableForm.DATES.keySet());

    private MappingKeys() {}
}
