package org.demarche.hypotheses;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.demarche.hypotheses.Matrix.Cell;
import org.demarche.hypotheses.Matrix.Column;
import org.demarche.hypotheses.Matrix.Counting;
import org.demarche.hypotheses.Matrix.Kind;
import org.demarche.hypotheses.Matrix.Row;
import org.demarche.inference.LikelihoodBounds;
import org.demarche.source.FileText;
import org.demarche.source.LoadException;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.demarche.source.Suggestion;

/**
 * A matrix that somebody has filled in by hand: a CSV file whose first line names {@code evidence}, perhaps {@code credibility} and
 * {@code relevance}, and the hypotheses; each further line has an item of evidence and its ratings.
 */
public final class FilledMatrix {

    private static final String EVIDENCE = "evidence";
    private static final String CREDIBILITY = "credibility";
    private static final String RELEVANCE = "relevance";

    private static final Map<String, Rating> SIGNS = Map.of(
            "++", Rating.CC, "+", Rating.C, "0", Rating.N, "-", Rating.I, "−", Rating.I, "--", Rating.II, "−−",
            Rating.II, "N/A", Rating.NA, "", Rating.NA);

    private static final Map<String, Weight> WEIGHTS = Map.of(
            "H",
            Weight.HIGH,
            "HIGH",
            Weight.HIGH,
            "M",
            Weight.MEDIUM,
            "MEDIUM",
            Weight.MEDIUM,
            "L",
            Weight.LOW,
            "LOW",
            Weight.LOW,
            "",
            Weight.MEDIUM);

    /** What nobody can compare any more, and what no screen can show. */
    private static final int MOST_HYPOTHESES = 200;

    private static final int MOST_ROWS = 10_000;

    private static final String RATINGS =
            "A rating is CC, C, N, I, II or NA, or one of `++`, `+`, `0`, `-`, `--`; nothing stands for NA.";

    private final String name;
    private final FirstProblems problems = new FirstProblems();
    private final List<String> lines;

    /** The lines on which records begin, by their numbers: comments and empty lines stand before some. */
    private final Map<Long, Integer> begins = new HashMap<>();

    private FilledMatrix(String name, List<String> lines) {
        this.name = name;
        this.lines = lines;
    }

    /**
     * The matrix in a file, ranked.
     *
     * @throws LoadException with all that is wrong with the file
     */
    public static Matrix read(Path file) {
        String name = file.toString().replace('\\', '/');
        Problems problems = new Problems();
        Optional<String> text = FileText.read(file, name, problems);
        problems.throwIfErrors();
        return new FilledMatrix(name, text.orElse("").lines().toList()).matrix(text.orElse(""));
    }

    private Matrix matrix(String text) {
        List<CSVRecord> records = records(text.startsWith("\uFEFF") ? text.substring(1) : text);
        problems.throwIfAny();
        if (records.isEmpty()) {
            problems.add(Problem.error("empty-file", SourceLocation.of(name), "The file has no lines.")
                    .withHint("Its first line names `evidence` and the hypotheses, separated by commas."));
        }
        problems.throwIfAny();
        Map<String, Integer> weights = new TreeMap<>();
        Map<Integer, String> hypotheses = new TreeMap<>();
        header(records.get(0), weights, hypotheses);
        checkSize(records, hypotheses.size());
        List<Row> rows = new ArrayList<>();
        for (CSVRecord record : records.subList(1, records.size())) {
            rows.add(row(record, rows.size() + 1, records.get(0).size(), weights, hypotheses));
        }
        if (rows.isEmpty()) {
            problems.add(problem(records.get(0), "no-evidence", "Below the hypotheses stands no evidence.", ""));
        }
        problems.throwIfAny();
        List<Column> columns = hypotheses.values().stream()
                .map(says -> new Column(says, List.of(), says, true, LikelihoodBounds.UNKNOWN))
                .toList();
        return new Matrix(List.of(), columns, rows, Scoring.of(rows, columns.size()), List.of(), List.of());
    }

    /** Tells of a matrix that is too large, and then of none of its rows. */
    private void checkSize(List<CSVRecord> records, int hypotheses) {
        if (hypotheses > MOST_HYPOTHESES) {
            problems.add(problem(
                    records.get(0),
                    "too-large",
                    "The matrix has " + hypotheses + " hypotheses, and no more than " + MOST_HYPOTHESES
                            + " are ranked.",
                    "Leave out those that nobody holds, or join such as differ little."));
        }
        if (records.size() - 1 > MOST_ROWS) {
            problems.add(problem(
                    records.get(MOST_ROWS + 1),
                    "too-large",
                    "The matrix has " + (records.size() - 1) + " items of evidence, and no more than " + MOST_ROWS
                            + " are ranked; this is the first beyond them.",
                    "Leave out evidence that tells no hypotheses apart, or make several matrices."));
        }
        if (hypotheses > MOST_HYPOTHESES || records.size() - 1 > MOST_ROWS) {
            problems.throwIfAny();
        }
    }

    private List<CSVRecord> records(String text) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator(text))
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .setCommentMarker('#')
                .get();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            List<CSVRecord> records = new ArrayList<>();
            for (Iterator<CSVRecord> each = parser.iterator(); each.hasNext(); ) {
                long last = parser.getCurrentLineNumber();
                CSVRecord record = each.next();
                long within = record.stream()
                        .mapToLong(value -> value.lines().count() - 1)
                        .filter(more -> more > 0)
                        .sum();
                begins.put(record.getRecordNumber(), Math.toIntExact(last - within));
                records.add(record);
            }
            return records;
        } catch (IOException | UncheckedIOException broken) {
            problems.add(Problem.error("bad-table", SourceLocation.of(name), "The table cannot be read to its end.")
                    .withHint("Is a quotation mark not closed?"));
            return List.of();
        }
    }

    /** Spreadsheets write what stands between columns as their country does. */
    private static char separator(String text) {
        String first =
                text.lines().filter(line -> !line.startsWith("#")).findFirst().orElse("");
        return List.of('\t', ';').stream()
                .filter(sign -> first.indexOf(sign) >= 0 && first.indexOf(',') < 0)
                .findFirst()
                .orElse(',');
    }

    private void header(CSVRecord record, Map<String, Integer> weights, Map<Integer, String> hypotheses) {
        Set<String> seen = new HashSet<>(Set.of(EVIDENCE));
        if (!record.get(0).equalsIgnoreCase(EVIDENCE)) {
            problems.add(problem(
                    record,
                    "no-heading",
                    "The first column is headed `" + record.get(0) + "`, and not `evidence`.",
                    "The first line names `evidence` and the hypotheses, separated by commas."));
        }
        for (int i = 1; i < record.size(); i++) {
            String heading = record.get(i);
            String word = heading.toLowerCase(Locale.ROOT);
            if (heading.isEmpty()) {
                problems.add(problem(
                        record, "no-heading", "Column " + (i + 1) + " has no heading.", "Name the hypothesis."));
            } else if (!seen.add(word)) {
                problems.add(
                        problem(record, "duplicate-id", "`" + heading + "` heads two columns.", "Rename one of them."));
            } else if (word.equals(CREDIBILITY) || word.equals(RELEVANCE)) {
                weights.put(word, i);
            } else {
                hypotheses.put(i, heading);
            }
        }
        if (hypotheses.size() < 2) {
            problems.add(problem(
                    record,
                    "too-few-hypotheses",
                    "A matrix needs two hypotheses; this one has "
                            + (hypotheses.isEmpty()
                                    ? "none."
                                    : "`" + hypotheses.values().iterator().next() + "`."),
                    "The first line names `evidence` and the hypotheses, separated by commas."));
        }
    }

    private Row row(
            CSVRecord record, int number, int width, Map<String, Integer> weights, Map<Integer, String> hypotheses) {
        boolean whole = record.size() == width;
        if (!whole) {
            problems.add(problem(
                    record,
                    "wrong-columns",
                    "This line has " + record.size() + " columns, and the first has " + width + ".",
                    "A text with a comma in it stands in quotation marks."));
        }
        String evidence = record.get(0);
        if (evidence.isEmpty()) {
            problems.add(problem(record, "no-evidence", "This line does not say what the evidence is.", ""));
        }
        List<Cell> cells = hypotheses.keySet().stream()
                // What stands in the wrong column is wrong for that reason alone.
                .map(column -> whole ? cell(record, record.get(column)) : cell(Rating.NA))
                .toList();
        return new Row(
                "E" + number,
                evidence,
                Kind.FILLED,
                List.of(),
                List.of(),
                cells,
                Optional.empty(),
                whole ? weight(record, CREDIBILITY, weights) : Weight.MEDIUM,
                whole ? weight(record, RELEVANCE, weights) : Weight.MEDIUM,
                Counting.COUNTED,
                "",
                Scoring.diagnosticity(cells),
                List.of());
    }

    private Cell cell(CSVRecord record, String written) {
        String word = written.toUpperCase(Locale.ROOT);
        Optional<Rating> rating = Optional.ofNullable(SIGNS.get(word)).or(() -> Rating.named(word));
        if (rating.isEmpty()) {
            problems.add(problem(record, "unknown-rating", "`" + written + "` is no rating.", RATINGS));
        }
        return cell(rating.orElse(Rating.NA));
    }

    private static Cell cell(Rating rating) {
        return new Cell(
                rating, rating == Rating.NA ? 0 : 1, rating.against(), List.of(Map.of()), false, false, List.of());
    }

    private Weight weight(CSVRecord record, String what, Map<String, Integer> weights) {
        Integer column = weights.get(what);
        String written = column == null ? "" : record.get(column);
        Weight weight = WEIGHTS.get(written.toUpperCase(Locale.ROOT));
        if (weight == null) {
            String near = Suggestion.hint(
                    written,
                    WEIGHTS.keySet().stream()
                            .map(word -> word.toLowerCase(Locale.ROOT))
                            .collect(Collectors.toSet()));
            problems.add(problem(
                    record,
                    "unknown-weight",
                    "`" + written + "` is no " + what + ".",
                    near.isEmpty() ? "Write low, medium or high; nothing stands for medium." : near));
        }
        return weight == null ? Weight.MEDIUM : weight;
    }

    private Problem problem(CSVRecord record, String check, String message, String hint) {
        int line = begins.getOrDefault(record.getRecordNumber(), 0);
        Problem problem =
                Problem.error(check, new SourceLocation(name, line, 0), message).withHint(hint);
        return line >= 1 && line <= lines.size() ? problem.withLine(lines.get(line - 1)) : problem;
    }
}
