package org.demarche.report;

import java.util.List;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;

/** Sets inferences in one line each where the width allows it, else in two. */
final class Brief {

    private static final String GAP = "  ";

    private record Row(String sentence, String id, String standing) {}

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
        int standing = Paper.widest(rows.stream().map(Row::standing).toList());
        boolean oneLine =
                sentence + id + standing + 3 * GAP.length() <= paper.page().width();
        for (Row row : rows) {
            if (oneLine) {
                paper.line(row(row, sentence, id));
            } else {
                stacked(row, id);
            }
        }
    }

    private Row row(Inference inference) {
        String standing =
                inference.status() != Status.CONTINGENT && inference.estimate().isEmpty()
                        ? words.tendency(inference)
                        : inference.tendencies().isEmpty()
                                        && inference.undecided().signum() == 0
                                        && inference.estimate().isEmpty()
                                ? words.shortShare(inference.scenarios())
                                : words.standing(inference);
        return new Row(words.sentence(inference.fact()), inference.id(), standing + odds(inference));
    }

    /** Of moves and of what is made of them more is told than one line; a declared kind may be either. */
    private String odds(Inference inference) {
        return inference.fact().type().isDeclared()
                ? words.odds(inference.likelihood())
                        .map(said -> ", " + said.replaceFirst("^likelihood: ", ""))
                        .orElse("")
                : "";
    }

    private static String row(Row row, int sentence, int id) {
        return GAP
                + Paper.pad(row.sentence(), sentence)
                + GAP
                + Paper.pad(Ink.QUIET.on(row.id()), id)
                + GAP
                + row.standing();
    }

    private void stacked(Row row, int id) {
        paper.paragraph(GAP, GAP + GAP, row.sentence());
        paper.item(6, Ink.QUIET.on(row.id()), id, row.standing());
    }
}
