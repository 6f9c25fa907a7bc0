package org.demarche.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.demarche.source.Suggestion;
import org.demarche.yaml.YamlReader;

/** A table of events, gone through row by row: of no more than one is there ever more than a moment. */
final class EventTable {

    private static final int LONGEST_CELL = 1000;

    private final Path file;
    private final String name;
    private final EventMapping mapping;
    private final Problems problems;

    /** From where in a row to take what, by the key of the column; empty until the first row is read. */
    private final Map<String, Integer> places = new TreeMap<>();

    private int width;
    private long line;

    /** @param problems what keeps the table from being read is added to these */
    EventTable(Path file, EventMapping mapping, Problems problems) {
        this.file = file;
        this.name = YamlReader.name(file);
        this.mapping = mapping;
        this.problems = problems;
    }

    /** Goes through all rows, or none where the table is of another kind. */
    void forEach(Consumer<Row> rows, Consumer<Problem> broken) {
        try (TableText text = TableText.open(file, mapping.form().encoding())) {
            try (CSVParser parser =
                    CSVParser.builder().setReader(text).setFormat(format(text)).get()) {
                read(parser.iterator(), parser, text, rows, broken);
            }
        } catch (TableText.NoTextException none) {
            refuse("not-text", 0, Optional.ofNullable(none.getMessage()).orElse(""), "");
        } catch (IOException | UncheckedIOException failed) {
            explain(failed);
        }
    }

    private void explain(Exception failed) {
        Throwable cause =
                failed instanceof UncheckedIOException && failed.getCause() != null ? failed.getCause() : failed;
        boolean unread = !Files.isReadable(file) || Files.isDirectory(file);
        if (unread) {
            boolean there = Files.exists(file);
            refuse(
                    there ? "unreadable" : "missing-path",
                    0,
                    there ? "The file cannot be read." : "There is no such file.",
                    "");
        } else if (cause instanceof TableText.RowTooLongException) {
            refuse(
                    "row-too-long",
                    line + 1,
                    "The row that begins here does not end within a million letters.",
                    "Is a quote opened in it and never closed? `quotes: no` in the mapping says that quotes are letters.");
        } else {
            refuse(
                    "open-quote",
                    line + 1,
                    "In the row that begins here a quote is opened and not closed.",
                    "`quotes: no` in the mapping says that quotes are letters like others.");
        }
    }

    private void refuse(String check, long at, String message, String hint) {
        problems.add(Problem.error(check, place(at), message).withHint(hint));
    }

    private SourceLocation place(long at) {
        return new SourceLocation(name, (int) Math.min(Integer.MAX_VALUE, at), 0);
    }

    private CSVFormat format(TableText text) throws IOException {
        char separator = mapping.form().separator().orElse(separator(text.firstLine()));
        boolean quotes = mapping.form().quotes().orElse(separator != '\t');
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setQuote(quotes ? '"' : null)
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .get();
    }

    /** The sign that stands most often in a line; of those that do so alike, the first of tab, comma and semicolon. */
    private static char separator(String line) {
        char most = '\t';
        long best = 0;
        for (char each : TableForm.SEPARATORS.values()) {
            long count = line.chars().filter(letter -> letter == each).count();
            if (count > best) {
                best = count;
                most = each;
            }
        }
        return most;
    }

    private void read(
            Iterator<CSVRecord> records,
            CSVParser parser,
            TableText text,
            Consumer<Row> rows,
            Consumer<Problem> broken) {
        text.beginRow();
        while (records.hasNext()) {
            CSVRecord row = records.next();
            long first = line + 1;
            line = parser.getCurrentLineNumber();
            text.beginRow();
            if (row.size() == 1 && row.get(0).isBlank()) {
                continue;
            }
            if (places.isEmpty()) {
                if (!begin(row, first)) {
                    return;
                }
                if (isHeader(row)) {
                    continue;
                }
            }
            fault(row)
                    .ifPresentOrElse(
                            why -> broken.accept(why.withAt(place(first))), () -> rows.accept(row(row, first)));
        }
        if (places.isEmpty()) {
            refuse("empty-file", 0, "The file is empty.", "");
        }
    }

    /** Looks at the first row; whether the table is of the kind that is expected. */
    private boolean begin(CSVRecord first, long at) {
        width = first.size();
        Optional<Layout> layout = mapping.layout().filter(each -> !each.widths().isEmpty());
        if (layout.isPresent() && !layout.get().widths().contains(width)) {
            refuse(
                    "other-table",
                    at,
                    "The row has " + columns(width) + ", and these tables have "
                            + String.join(
                                    " or ",
                                    new TreeSet<>(layout.get().widths())
                                            .stream().map(String::valueOf).toList())
                            + ".",
                    "Is it the table of events, and is the separator right?");
            return false;
        }
        List<String> header = StreamSupport.stream(first.spliterator(), false)
                .map(String::strip)
                .toList();
        boolean found = true;
        for (Map.Entry<String, String> column : new TreeMap<>(mapping.columns().names()).entrySet()) {
            int place = place(column.getValue(), header);
            if (place < 0 || place >= width) {
                found = false;
                lacks(column.getKey(), column.getValue(), header, at);
            }
            places.put(column.getKey(), place);
        }
        return found;
    }

    private void lacks(String key, String column, List<String> header, long at) {
        String message = TableColumns.isNumber(column)
                ? "There is no column " + column + " (`" + key + "`): the row has " + columns(width) + "."
                : "The first row names no column `" + column + "` (`" + key + "`).";
        String near = Suggestion.hint(column, header);
        refuse(
                "no-column",
                at,
                message,
                near.isEmpty() ? "`columns:` in the mapping says which columns there are." : near);
    }

    private static int place(String column, List<String> header) {
        if (TableColumns.isNumber(column)) {
            return Integer.parseInt(column) - 1;
        }
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).equalsIgnoreCase(column)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the first row names the columns: where the mapping does so, or where no day stands in it. */
    private boolean isHeader(CSVRecord first) {
        return !mapping.columns().numbered()
                || cell(first, TableColumns.DATE).chars().noneMatch(Character::isDigit);
    }

    /** What keeps a row from being read. */
    private Optional<Problem> fault(CSVRecord row) {
        // What is empty behind the last column is left by spreadsheets, and in files of POLECAT.
        boolean wide = row.size() > width && row.stream().skip(width).anyMatch(cell -> !cell.isBlank());
        if (row.size() < width || wide) {
            return Optional.of(broken("The row has " + columns(row.size()) + " instead of " + width + ".", ""));
        }
        for (int place : places.values()) {
            String cell = row.get(place);
            if (cell.length() > LONGEST_CELL) {
                return Optional.of(broken("A cell of the row is longer than 1,000 letters.", ""));
            }
            for (int i = 0; i < cell.length(); i++) {
                if (cell.charAt(i) == TableText.UNREADABLE) {
                    return Optional.of(broken(
                            "In the row stands a letter that is not in the encoding of the table.",
                            "`encoding: latin-1` in the mapping is for old programs."));
                }
                if (Character.isISOControl(cell.charAt(i))) {
                    return Optional.of(broken("In the row stands a sign that is not printed.", ""));
                }
            }
        }
        return Optional.empty();
    }

    private Problem broken(String message, String hint) {
        return Problem.error("broken-row", place(0), message).withHint(hint);
    }

    private Row row(CSVRecord row, long at) {
        String mode = cell(row, TableColumns.MODE);
        String code = cell(row, TableColumns.CODE);
        return new Row(
                name,
                at,
                cell(row, TableColumns.DATE),
                cell(row, TableColumns.ACTOR),
                cell(row, TableColumns.ACTOR_COUNTRY),
                cell(row, TableColumns.TARGET),
                cell(row, TableColumns.TARGET_COUNTRY),
                ActorNames.isNobody(mode) || code.isEmpty() ? code : code + "/" + mode);
    }

    private String cell(CSVRecord row, String key) {
        Integer place = places.get(key);
        return place == null ? "" : row.get(place).strip();
    }

    private static String columns(int count) {
        return count == 1 ? "1 column" : count + " columns";
    }
}
