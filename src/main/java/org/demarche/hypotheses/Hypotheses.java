package org.demarche.hypotheses;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.demarche.Assessment;
import org.demarche.cases.Question;
import org.demarche.hypotheses.Matrix.Counting;
import org.demarche.hypotheses.Matrix.Row;
import org.demarche.inference.LimitReachedException;

/** Derives the matrix of answers against evidence from what rules conclude. */
public final class Hypotheses {

    private Hypotheses() {}

    /**
     * The matrix for the answers to a question, or for the answers to several questions together.
     *
     * @param questions ids of questions that the case asks on its day
     * @throws LimitReachedException when labels of everything together are too large, or there are too many answers to be set side by side
     */
    public static Matrix of(Assessment assessment, List<String> questions) {
        List<Question> asked = questions.stream()
                .map(id -> assessment.caseFile().question(id).orElseThrow())
                .toList();
        Board board = new Board(assessment, asked);
        List<Draft> drafts = new ArrayList<>(new Indications(board).rows());
        drafts.addAll(new Predictions(board).rows());
        drafts.removeIf(draft ->
                draft.row().cells().stream().allMatch(cell -> cell.rating() == Rating.N || cell.rating() == Rating.NA));
        List<Draft> ordered = numbered(withoutRepetitions(drafts));
        List<Row> rows = ordered.stream().map(Draft::row).toList();
        return new Matrix(
                questions,
                board.columns,
                rows,
                Scoring.ofDrafts(ordered, board.columns.size()),
                new Collecting(board).of(ordered),
                new Dependences(board).of(ordered));
    }

    /** The matrices of all questions on which something bears, each for itself, sorted by question. */
    public static List<Matrix> all(Assessment assessment) {
        return all(assessment, question -> {});
    }

    /** The same, telling the id of each question before it is looked at. */
    public static List<Matrix> all(Assessment assessment, Consumer<String> progress) {
        return assessment.questions().stream()
                .map(Question::id)
                .peek(progress)
                .map(question -> of(assessment, List.of(question)))
                .filter(matrix -> matrix.rows().stream().anyMatch(row -> !row.isForeseenAnyway()))
                .toList();
    }

    /** What comes from one origin counts once: of those that say the same the best judged, and of equals the first by name. */
    private static List<Draft> withoutRepetitions(List<Draft> drafts) {
        List<Draft> best = drafts.stream()
                .sorted(Comparator.comparing((Draft draft) -> draft.row().confidence(), Hypotheses::better)
                        .thenComparing(Draft::copy)
                        .thenComparing(draft -> draft.row().facts().toString()))
                .toList();
        List<Draft> all = new ArrayList<>();
        for (Draft draft : best) {
            Optional<Draft> first = all.stream().filter(draft::repeats).findFirst();
            all.add(first.map(repeated -> draft.withRow(draft.row()
                            .withCounting(Counting.REPEATS)
                            .withRepeats(repeated.row().facts().get(0))))
                    .orElse(draft));
        }
        return all;
    }

    private static <T extends Comparable<T>> int better(Optional<T> one, Optional<T> other) {
        return one.isEmpty() || other.isEmpty()
                ? Boolean.compare(one.isEmpty(), other.isEmpty())
                : other.get().compareTo(one.get());
    }

    private static List<Draft> numbered(List<Draft> drafts) {
        List<Draft> ordered = drafts.stream().sorted(Draft.ORDER).toList();
        List<Draft> numbered = new ArrayList<>();
        ordered.forEach(draft -> numbered.add(draft.withRow(draft.row().withId("E" + (numbered.size() + 1)))));
        return numbered.stream()
                .map(draft -> draft.row().repeats().isEmpty()
                        ? draft
                        : draft.withRow(
                                draft.row().withRepeats(id(numbered, draft.row().repeats()))))
                .toList();
    }

    private static String id(List<Draft> drafts, String fact) {
        return drafts.stream()
                .map(Draft::row)
                .filter(row -> row.counting() != Counting.REPEATS && row.facts().contains(fact))
                .map(Row::id)
                .findFirst()
                .orElse("");
    }
}
