package org.demarche.report;

import java.util.List;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;

/** Sets inferences in one line each where the width allows it, else in two. */
final class Brief {

    private static final String GAP = "  ";

    private record Row(String sentence, String id, LikelihoodLine standing) {}

    private final Words words;
    private final Paper paper;

    Brief(Words words, Paper paper) {
        this.words = words;
        this.paper = paper;
    }

    void list(List<Inference> inferences) {
        List<Row> rows = inferences.stream().map(this::row).toList();
        int sentence = Paper.widest(rows.stream().map(Row::sentence).toList());
        int id = Paper.widest(rows.stream().map(Row::id).toList());
        int standing =
                rows.stream().mapToInt(row -> row.standing().width()).max().orElse(0);
        boolean oneLine =
                sentence + id + standing + 3 * GAP.length() <= paper.page().width();
        for (Row row : rows) {
            if (oneLine) {
                row.standing().column(paper, before(row, sentence, id));
            } else {
                stacked(row, id);
            }
        }
    }

    private Row row(Inference inference) {
        LikelihoodLine standing =
                inference.status() != Status.CONTINGENT && inference.estimate().isEmpty()
                        ? words.tendency(inference)
                        : inference.tendencies().isEmpty()
                                        && inference.undecided().signum() == 0
                                        && inference.estimate().isEmpty()
                                ? LikelihoodLine.plain(words.shortShare(inference.scenarios()))
                                : words.standing(inference);
        return new Row(words.sentence(inference.fact()), inference.id(), standing.then(odds(inference)));
    }

    /** Of moves and of what is made of them more is told than one line; a declared kind may be either. */
    private LikelihoodLine odds(Inference inference) {
        return inference.fact().type().isDeclared()
                ? words.bareOdds(inference.likelihood())
                        .map(said -> said.after(", "))
                        .orElse(LikelihoodLine.NONE)
                : LikelihoodLine.NONE;
    }

    private static String before(Row row, int sentence, int id) {
        return GAP + Paper.pad(row.sentence(), sentence) + GAP + Paper.pad(Ink.QUIET.on(row.id()), id) + GAP;
    }

    private void stacked(Row row, int id) {
        paper.paragraph(GAP, GAP + GAP, row.sentence());
        row.standing().item(paper, 6, Ink.QUIET.on(row.id()), id);
    }
}
