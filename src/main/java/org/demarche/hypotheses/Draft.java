package org.demarche.hypotheses;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import lombok.With;
import org.demarche.hypotheses.Matrix.Row;

/**
 * A row while a matrix is made.
 *
 * @param reaches for each cell, where which rating counts
 * @param under all that it stands on
 * @param origins the origins of what it stands on
 * @param says the question and the answer where it is a report; else nothing
 * @param copy whether that report repeats another
 */
@With
record Draft(Row row, List<List<Part>> reaches, BitSet under, Set<String> origins, List<String> says, boolean copy) {

    /**
     * Those that count and tell most come first, then those that tell nothing, then those that do not count, and last what was to be
     * expected under every answer.
     */
    static final Comparator<Draft> ORDER = Comparator.comparing(
                    (Draft draft) -> draft.row().isForeseenAnyway())
            .thenComparing(draft -> draft.row().counting())
            .thenComparing(draft -> -draft.row().diagnosticity())
            .thenComparing(draft -> draft.row().facts().toString())
            .thenComparing(draft -> draft.row().kind())
            .thenComparing(draft -> draft.row().cells().toString());

    /** The same evidence where it bears on another question, too: each hypothesis is rated by what speaks against it most. */
    Draft together(Draft other) {
        List<Matrix.Cell> cells = new ArrayList<>();
        List<List<Part>> parts = new ArrayList<>();
        for (int column = 0; column < row.cells().size(); column++) {
            Draft decides = decides(column) >= other.decides(column) ? this : other;
            cells.add(decides.row.cells().get(column));
            parts.add(decides.reaches.get(column));
        }
        Row both = row.withCells(cells).withDiagnosticity(Scoring.diagnosticity(cells));
        return new Draft(
                row.counts() ? both : both.withCounting(other.row.counting()), parts, under, origins, says, copy);
    }

    /** Inconsistency first, then whether it says anything at all. */
    private double decides(int column) {
        Matrix.Cell cell = row.cells().get(column);
        return cell.against() + (cell.rating() == Rating.N || cell.rating() == Rating.NA ? 0 : Scoring.TINY);
    }

    /** Whether another row says the same on the same authority. */
    boolean repeats(Draft other) {
        return !says.isEmpty()
                && says.equals(other.says)
                && origins.equals(other.origins)
                && ratings().equals(other.ratings())
                && row.counting() == other.row.counting();
    }

    private List<Rating> ratings() {
        return row.cells().stream().map(Matrix.Cell::rating).toList();
    }
}
