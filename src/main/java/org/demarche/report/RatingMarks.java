package org.demarche.report;

import java.util.ArrayList;
import java.util.List;
import org.demarche.hypotheses.Matrix.Cell;
import org.demarche.hypotheses.Matrix.Row;
import org.demarche.hypotheses.Rating;

/** The marks in the cells of a matrix, and what they mean. */
final class RatingMarks {

    private RatingMarks() {}

    /** {@code C}, {@code II*}, {@code (I)!}, {@code –}. */
    static String of(Cell cell) {
        String rating = sign(cell.rating());
        return (presupposed(cell) ? "(" + rating + ")" : rating)
                + (cell.mixed() ? "!" : "")
                + (sometimes(cell) ? "*" : "");
    }

    /** What the marks in these rows mean, and no others. */
    static String legend(List<Row> shown) {
        List<Cell> cells = shown.stream().flatMap(row -> row.cells().stream()).toList();
        List<String> signs = new ArrayList<>();
        for (Rating rating : Rating.values()) {
            if (cells.stream().anyMatch(cell -> cell.rating() == rating)) {
                signs.add(sign(rating) + " " + rating.words());
            }
        }
        if (cells.stream().anyMatch(RatingMarks::sometimes)) {
            signs.add("* only in some scenarios");
        }
        if (cells.stream().anyMatch(Cell::mixed)) {
            signs.add("! rules rate it otherwise too");
        }
        if (cells.stream().anyMatch(RatingMarks::presupposed)) {
            signs.add("( ) holds only under an answer, and does not count");
        }
        return String.join(" · ", signs);
    }

    private static String sign(Rating rating) {
        return rating == Rating.N ? "–" : rating.name();
    }

    private static boolean says(Cell cell) {
        return cell.rating() != Rating.N && cell.rating() != Rating.NA;
    }

    private static boolean presupposed(Cell cell) {
        return says(cell) && cell.share() <= 0;
    }

    private static boolean sometimes(Cell cell) {
        return says(cell) && cell.share() > 0 && !cell.certain();
    }
}
