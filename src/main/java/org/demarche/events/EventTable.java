package org.demarche.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.demarche.yaml.YamlReader;

/** A table of events, gone through row by row: of no more than one is there ever more than a moment. */
final class EventTable {

    private final Path file;
    private final String name;
    private final EventMapping mapping;
    private final Problems problems;
    private Optional<TablePlaces> places = Optional.empty();
    private boolean skippedHeader;

    /** The last line that has been read. */
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
        try (TableText text = TableText.open(file, mapping.form().encoding());
                CSVParser parser = CSVParser.builder()
                        .setReader(text)
                        .setFormat(format(text))
                        .get()) {
            read(parser, text, rows, broken);
        } catch (TableText.NoTextException none) {
            refuse("not-text", 0, Objects.toString(none.getMessage(), ""), "");
        } catch (UncheckedIOException failed) {
            explain(Optional.ofNullable(failed.getCause()).orElseGet(IOException::new));
        } catch (IOException failed) {
            explain(failed);
        }
    }

    /** Whether the first row was passed over because no day stands in it, though the mapping does not say that it names columns. */
    boolean skippedHeader() {
        return skippedHeader;
    }

    private void explain(IOException failed) {
        if (!Files.exists(file)) {
            refuse("missing-path", 0, "There is no such file.", "");
        } else if (!Files.isReadable(file) || Files.isDirectory(file)) {
            refuse("unreadable", 0, "The file cannot be read.", "");
        } else if (failed instanceof TableText.RowTooLongException) {
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

    private void read(CSVParser parser, TableText text, Consumer<Row> rows, Consumer<Problem> broken) {
        boolean first = true;
        text.beginRow();
        for (CSVRecord row : parser) {
            long begins = line + 1;
            line = parser.getCurrentLineNumber();
            text.beginRow();
            if (row.size() == 1 && row.get(0).isBlank()) {
                continue;
            }
            boolean header = first && begin(row, begins);
            first = false;
            if (places.isEmpty()) {
                return;
            }
            if (!header) {
                row(places.get(), row, begins, rows, broken);
            }
        }
        if (first) {
            refuse("empty-file", 0, "The file is empty.", "");
        }
    }

    /** Finds the columns by the first row, and says whether it only names them. */
    private boolean begin(CSVRecord first, long at) {
        Problems wrong = new Problems();
        Optional<TablePlaces> found = TablePlaces.of(first, mapping, place(at), wrong);
        problems.addAll(wrong.list());
        places = wrong.hasErrors() ? Optional.empty() : found;
        boolean numbered = mapping.columns().numbered();
        boolean undated = found.map(each -> each.cell(first, TableColumns.DATE))
                .orElse("")
                .chars()
                .noneMatch(Character::isDigit);
        skippedHeader = numbered && undated;
        return !numbered || undated;
    }

    private void row(TablePlaces columns, CSVRecord row, long begins, Consumer<Row> rows, Consumer<Problem> broken) {
        columns.fault(row)
                .ifPresentOrElse(
                        why -> broken.accept(why.withAt(place(begins))),
                        () -> rows.accept(columns.row(row, name, begins)));
    }
}
