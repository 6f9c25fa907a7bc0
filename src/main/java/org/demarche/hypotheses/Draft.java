package org.demarche.hypotheses;

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
