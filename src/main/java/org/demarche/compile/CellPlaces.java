package org.demarche.compile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.source.FileNames;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.demarche.source.Severity;
import org.demarche.source.SourceLocation;
import org.drools.decisiontable.parser.csv.CsvLineParser;
import org.drools.decisiontable.parser.csv.CsvParser;
import org.drools.decisiontable.parser.xls.ExcelParser;
import org.drools.template.parser.DataListener;

/**
 * Leads places in the rules that decision tables were made into back to the cells that they came of, since nobody has seen that text.
 * A row of a table takes the place of a line.
 */
final class CellPlaces {

    private static final Pattern ROW = Pattern.compile("^// rule values at ([A-Z]+)(\\d+)");

    /** Shorter texts stand in many cells. */
    private static final int TELLING = 4;

    /** @param whole whether a single cell is meant, and not the row that begins with it */
    private record Cell(String column, int row, boolean whole) {
        String name() {
            return column + row;
        }
    }

    private record Text(String text, Cell cell) {}

    private record Table(List<String> lines, List<Text> cells) {}

    private final Map<String, Table> read = new HashMap<>();

    /** The place in the table; the place itself in any other file. */
    SourceLocation of(SourceLocation at) {
        if (!inTable(at)) {
            return at;
        }
        return cell(at).map(cell -> new SourceLocation(at.file(), cell.row(), 0))
                .orElseGet(() -> SourceLocation.of(at.file()));
    }

    /** A problem with its place in the table, and with the name of the cell; any other as it is. */
    Problem of(Problem problem) {
        if (!inTable(problem.at())) {
            return problem;
        }
        Optional<Cell> cell = cell(problem.at());
        String line = problem.line().strip();
        boolean clause = problem.severity() != Severity.ERROR;
        String where = cell.map(each -> (each.whole() ? "cell " : "the row of cell ") + each.name())
                .orElse("");
        String message = clause
                ? problem.message() + (where.isEmpty() ? "" : " (" + where.replaceFirst("^the ", "") + ")")
                : (where.isEmpty() ? "" : "In " + where + ": ")
                        + problem.message()
                        + (line.isEmpty() ? "" : " What the table says there is `" + line + "`.");
        return problem.withAt(of(problem.at())).withMessage(message).withLine("");
    }

    private static boolean inTable(SourceLocation at) {
        return at.line() > 0 && FileNames.isTable(Path.of(at.file())) && Files.exists(Path.of(at.file()));
    }

    private Optional<Cell> cell(SourceLocation at) {
        Table table = read.computeIfAbsent(at.file(), file -> table(Path.of(file)));
        int last = Math.min(at.line(), table.lines().size()) - 1;
        for (int i = last; i >= 0; i--) {
            Matcher row = ROW.matcher(table.lines().get(i));
            if (row.find()) {
                return Optional.of(new Cell(row.group(1), Integer.parseInt(row.group(2)), false));
            }
        }
        String line = last < 0 ? "" : plain(table.lines().get(last));
        return table.cells().stream()
                .filter(each -> each.text().contains(line) || line.contains(each.text()))
                .filter(each -> line.length() >= TELLING && each.text().length() >= TELLING)
                .map(Text::cell)
                .findFirst();
    }

    private static Table table(Path path) {
        List<Text> cells = new ArrayList<>();
        try (InputStream text = Files.newInputStream(path)) {
            DataListener listener = new Listener(cells);
            if (FileNames.isSpreadsheet(path)) {
                new ExcelParser(listener).parseFile(text);
            } else {
                new CsvParser(listener, new CsvLineParser()).parseFile(text);
            }
        } catch (IOException | RuntimeException unreadable) {
            // Then the rows that its rules name have to do.
            cells.clear();
        }
        return new Table(
                DecisionTables.rules(path, new Problems()).orElse("").lines().toList(), cells);
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** Collects the texts of cells. */
    private record Listener(List<Text> cells) implements DataListener {

        @Override
        public void startSheet(String name) {
            // All sheets are one here.
        }

        @Override
        public void finishSheet() {
            // All sheets are one here.
        }

        @Override
        public void newRow(int row, int columns) {
            // A cell says in which row it is.
        }

        @Override
        public void newCell(int row, int column, String value, int mergedColumns) {
            cells.add(new Text(plain(value), new Cell(name(column), row + 1, true)));
        }

        private static String name(int column) {
            String last = String.valueOf((char) ('A' + column % 26));
            return column < 26 ? last : name(column / 26 - 1) + last;
        }
    }
}
