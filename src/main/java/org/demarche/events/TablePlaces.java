package org.demarche.events;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.demarche.source.Suggestion;
import org.demarche.source.UnseenSigns;

/**
 * Where in the rows of a table things stand.
 *
 * @param places counted from 0, by the key of the column
 * @param width how many cells a row has
 */
record TablePlaces(Map<String, Integer> places, int width) {

    /** Stands where a blank was pasted from a page; no name has one at its end. */
    private static final char HARD_SPACE = '\u00A0';

    private static final int LONGEST_CELL = 1000;
    private static final int MOST_SUGGESTED = 200;
    private static final int LONGEST_SUGGESTED = 60;

    /**
     * The columns that a mapping asks for.
     *
     * @param first the first row of the table, which may name them
     * @param at where it begins
     * @param problems those that are not there are added
     */
    static Optional<TablePlaces> of(CSVRecord first, EventMapping mapping, SourceLocation at, Problems problems) {
        TreeSet<Integer> widths =
                new TreeSet<>(mapping.layout().map(Layout::widths).orElse(Set.of()));
        if (!widths.isEmpty() && !widths.contains(first.size())) {
            String known = widths.stream().map(String::valueOf).collect(Collectors.joining(" or "));
            problems.add(Problem.error(
                            "other-table",
                            at,
                            "The row has " + columns(first.size()) + ", and these tables have " + known + ".")
                    .withHint("Is it the table of events, and is the separator right?"));
            return Optional.empty();
        }
        Map<String, Integer> places = new TreeMap<>();
        new TreeMap<>(mapping.columns().names()).forEach((key, column) -> {
            List<Integer> found = places(column, first);
            if (found.isEmpty()) {
                problems.add(lacking(key, column, first, at));
            } else if (found.size() > 1) {
                problems.add(shared(key, column, found, at));
            } else {
                places.put(key, found.get(0));
            }
        });
        return Optional.of(new TablePlaces(places, first.size()));
    }

    private static Problem lacking(String key, String column, CSVRecord first, SourceLocation at) {
        String message = TableColumns.isNumber(column)
                ? "There is no column " + column + " (`" + key + "`): the row has " + columns(first.size()) + "."
                : "The first row names no column `" + column + "` (`" + key + "`).";
        List<String> near = first.stream()
                .limit(MOST_SUGGESTED)
                .map(String::strip)
                .filter(name -> name.length() <= LONGEST_SUGGESTED)
                .toList();
        String hint = Suggestion.hint(column, near);
        return Problem.error("no-column", at, message)
                .withHint(hint.isEmpty() ? "`columns:` in the mapping says which columns there are." : hint);
    }

    /** Which of columns with the same heading is meant, nobody can tell. */
    private static Problem shared(String key, String column, List<Integer> found, SourceLocation at) {
        String numbers = found.stream().map(place -> String.valueOf(place + 1)).collect(Collectors.joining(", "));
        return Problem.error(
                        "duplicate-column",
                        at,
                        "The first row names " + found.size() + " columns `" + column + "` (`" + key
                                + "`): those with the numbers " + numbers + ".")
                .withHint("Say in the mapping by its number which one is meant, `columns: {" + key + ": "
                        + (found.get(0) + 1) + "}`, or rename the others.");
    }

    /** The columns that are called so, or the one with that number. */
    private static List<Integer> places(String column, CSVRecord first) {
        if (TableColumns.isNumber(column)) {
            int place = Integer.parseInt(column) - 1;
            return place < first.size() ? List.of(place) : List.of();
        }
        return IntStream.range(0, first.size())
                .filter(place -> first.get(place).strip().equalsIgnoreCase(column))
                .boxed()
                .toList();
    }

    /** What keeps a row from being read; empty when nothing does. */
    Optional<Problem> fault(CSVRecord row) {
        // What is empty behind the last column is left by spreadsheets, and in files of POLECAT.
        boolean wide = row.size() > width && row.stream().skip(width).anyMatch(cell -> !cell.isBlank());
        if (row.size() < width || wide) {
            return Optional.of(broken("The row has " + columns(row.size()) + " instead of " + width + ".", ""));
        }
        for (int place : places.values()) {
            Optional<Problem> fault = fault(row.get(place));
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<Problem> fault(String cell) {
        if (cell.length() > LONGEST_CELL) {
            return Optional.of(broken("A cell of the row is longer than 1,000 letters.", ""));
        }
        if (cell.indexOf(TableText.UNREADABLE) >= 0) {
            return Optional.of(broken(
                    "In the row stands a letter that is not in the encoding of the table.",
                    "`encoding: latin-1` in the mapping is for old programs."));
        }
        return cell.chars().anyMatch(letter -> Character.isISOControl(letter) || UnseenSigns.turns(letter))
                ? Optional.of(broken("In the row stands a sign that is not printed.", ""))
                : Optional.empty();
    }

    private static Problem broken(String message, String hint) {
        return Problem.error("broken-row", SourceLocation.of(""), message).withHint(hint);
    }

    Row row(CSVRecord row, String file, long line) {
        String mode = cell(row, TableColumns.MODE);
        String code = cell(row, TableColumns.CODE);
        return new Row(
                file,
                line,
                cell(row, TableColumns.DATE),
                cell(row, TableColumns.ACTOR),
                cell(row, TableColumns.ACTOR_COUNTRY),
                cell(row, TableColumns.TARGET),
                cell(row, TableColumns.TARGET_COUNTRY),
                ActorNames.isNobody(mode) || code.isEmpty() ? code : code + "/" + mode);
    }

    /** What stands in a column; {@code ""} where the table has none such. */
    String cell(CSVRecord row, String key) {
        int place = places.getOrDefault(key, -1);
        return place < 0 || place >= row.size()
                ? ""
                : row.get(place).replace(HARD_SPACE, ' ').strip();
    }

    private static String columns(int count) {
        return count == 1 ? "1 column" : count + " columns";
    }
}
