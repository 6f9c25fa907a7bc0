package org.demarche.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.hypotheses.Matrix;
import org.demarche.hypotheses.Matrix.Column;
import org.demarche.hypotheses.Matrix.Standing;

/** Sets what speaks against each hypothesis: as a table where there is room for it, else one below the other. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class RankingText {

    private static final int DECIMALS = 2;
    private static final int RANK = 4;
    private static final int INCONSISTENCIES = 22;
    private static final int WEIGHTED = 14;

    private static final String LIKELIHOOD = "likelihood by the case";

    /** Empty where the matrix was filled in by hand. */
    private final Optional<Words> words;

    private final Paper paper;

    void set(Matrix matrix) {
        paper.blank().heading("What speaks against each, the least first");
        boolean likely = matrix.columns().stream()
                .anyMatch(column -> column.likelihood().likelihood().isPresent());
        int names = Paper.widest(matrix.columns().stream().map(Column::id).toList());
        int table = 2 + RANK + names + 2 + INCONSISTENCIES + (likely ? WEIGHTED + odds(matrix) : weighted(matrix));
        if (table <= paper.page().width()) {
            table(matrix, names, likely);
        } else {
            matrix.standings().forEach(standing -> below(standing, matrix, likely));
        }
    }

    /** How wide the likelihoods are. */
    private int odds(Matrix matrix) {
        int odds = matrix.columns().stream()
                .mapToInt(column -> odds(column, matrix).width())
                .max()
                .orElse(0);
        return Math.max(LIKELIHOOD.length(), odds);
    }

    private static int weighted(Matrix matrix) {
        return Paper.widest(
                matrix.standings().stream().map(RankingText::weighted).toList());
    }

    private void table(Matrix matrix, int names, boolean likely) {
        paper.line("  " + Paper.pad("", RANK + names + 2) + Paper.pad("inconsistencies", INCONSISTENCIES)
                + Paper.pad("weighted", WEIGHTED) + (likely ? LIKELIHOOD : ""));
        for (Standing standing : matrix.standings()) {
            Column column = matrix.columns().get(standing.column());
            LikelihoodLine odds = likely ? odds(column, matrix) : LikelihoodLine.NONE;
            odds.column(
                    paper,
                    "  "
                            + rank(standing)
                            + Paper.pad(column.id(), names + 2)
                            + Paper.pad(inconsistencies(standing), INCONSISTENCIES)
                            + Paper.pad(weighted(standing), WEIGHTED));
        }
    }

    private void below(Standing standing, Matrix matrix, boolean likely) {
        Column column = matrix.columns().get(standing.column());
        String under = " ".repeat(2 + RANK);
        paper.paragraph("  " + rank(standing), under, column.id());
        paper.paragraph(
                under, under, "inconsistencies: " + inconsistencies(standing) + "; weighted: " + weighted(standing));
        if (likely) {
            odds(column, matrix).after(LIKELIHOOD + ": ").set(paper, under, under);
        }
    }

    private static String rank(Standing standing) {
        return Paper.pad(standing.rank() + ".", RANK);
    }

    private LikelihoodLine odds(Column column, Matrix matrix) {
        if (!column.possible()) {
            return LikelihoodLine.plain("ruled out");
        }
        if (matrix.columns().stream().filter(Column::possible).count() == 1) {
            return LikelihoodLine.plain("settled");
        }
        return words.flatMap(these -> these.bareOdds(column.likelihood()))
                .orElseGet(() -> LikelihoodLine.plain("not known"));
    }

    /** {@code 2}, or {@code 1.75 (1 to 3)}. */
    private static String inconsistencies(Standing standing) {
        return standing.least() == standing.most()
                ? number(standing.least())
                : number(standing.inconsistency()) + " (" + number(standing.least()) + " to " + number(standing.most())
                        + ")";
    }

    private static String weighted(Standing standing) {
        return number(standing.weighted()) + " (" + standing.weightedRank() + ".)";
    }

    static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return (rounded.signum() == 0 ? "0" : rounded.toPlainString()).replace('-', '−');
    }
}
