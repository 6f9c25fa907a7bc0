package org.demarche.hypotheses;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.hypotheses.Matrix.Cell;
import org.demarche.hypotheses.Matrix.Row;
import org.demarche.hypotheses.Matrix.Standing;

/** What speaks against hypotheses, by the rows of a matrix that count. */
final class Scoring {

    /** Sums of shares that differ by less are the same. */
    static final double TINY = 1e-9;

    private Scoring() {}

    /** The standings by rows that count always, the hypothesis with the least inconsistency first; equal ones in their order. */
    static List<Standing> of(List<Row> rows, int columns) {
        return ranked(IntStream.range(0, columns)
                .mapToObj(column -> {
                    double against = inconsistency(rows, column);
                    return standing(rows, column, against, against);
                })
                .toList());
    }

    /** The same by scenarios: rows that exclude each other do not speak against a hypothesis together. */
    static List<Standing> ofDrafts(List<Draft> drafts, int columns) {
        List<Row> rows = drafts.stream().map(Draft::row).toList();
        return ranked(IntStream.range(0, columns)
                .mapToObj(column -> {
                    Extremes extremes = Extremes.of(drafts, column);
                    return standing(rows, column, extremes.least(), extremes.most());
                })
                .toList());
    }

    private static List<Standing> ranked(List<Standing> standings) {
        List<Standing> ranked = standings.stream()
                .map(each -> new Standing(
                        each.column(),
                        rank(standings, each, Standing::inconsistency),
                        each.least(),
                        each.inconsistency(),
                        each.most(),
                        each.weighted(),
                        rank(standings, each, standing -> -standing.weighted())))
                .toList();
        return ranked.stream().sorted(Comparator.comparing(Standing::rank)).toList();
    }

    private static Standing standing(List<Row> rows, int column, double least, double most) {
        double weighted = -counting(rows)
                .mapToDouble(row -> row.cells().get(column).against()
                        * row.credibility().factor()
                        * row.relevance().factor())
                .sum();
        // No minus before nothing.
        return new Standing(column, 0, least, inconsistency(rows, column), most, weighted + 0.0, 0);
    }

    private static double inconsistency(List<Row> rows, int column) {
        return counting(rows)
                .mapToDouble(row -> row.cells().get(column).against())
                .sum();
    }

    private static Stream<Row> counting(List<Row> rows) {
        return rows.stream().filter(Row::counts);
    }

    private static int rank(List<Standing> all, Standing standing, ToDoubleFunction<Standing> score) {
        return 1
                + (int) all.stream()
                        .filter(other -> score.applyAsDouble(other) < score.applyAsDouble(standing) - TINY)
                        .count();
    }

    /** How far a row tells hypotheses apart. */
    static double diagnosticity(List<Cell> cells) {
        List<Cell> rated =
                cells.stream().filter(cell -> cell.rating() != Rating.NA).toList();
        double most = rated.stream().mapToDouble(Scoring::value).max().orElse(0);
        double least = rated.stream().mapToDouble(Scoring::value).min().orElse(0);
        return most - least;
    }

    private static double value(Cell cell) {
        return cell.rating().value() * cell.share();
    }
}
