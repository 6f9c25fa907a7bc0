package org.demarche.report;

import java.util.List;
import java.util.stream.IntStream;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.Assessment;
import org.demarche.cases.Question;
import org.demarche.inference.Inference;

/** Sets inferences against answers: in how much of the scenarios with each answer each of them holds. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class Matrix {

    private static final int INDENT = 2;
    private static final int COLUMN = 5;

    /** Where fewer columns than this fit beside questions, questions stand above their answers. */
    private static final int FEWEST = 3;

    private final Assessment assessment;
    private final Paper paper;

    /** Nothing where nothing is contingent. As many inferences stand side by side as the width allows; the others follow below. */
    void set(List<Inference> inferences) {
        List<Question> open = assessment.questions().stream()
                .filter(question -> !assessment.answered().containsKey(question.id()))
                .toList();
        if (open.isEmpty() || inferences.isEmpty()) {
            return;
        }
        paper.blank().heading("Answer by answer");
        paper.paragraph(
                0,
                "The share of the scenarios with an answer, in percent, in which each inference holds: – none of them, ·"
                        + " the same with every answer.");
        int question = Paper.widest(open.stream().map(Question::id).toList());
        int answer = Paper.widest(
                open.stream().flatMap(each -> each.answerIds().stream()).toList());
        boolean beside =
                INDENT + question + 2 + answer + FEWEST * COLUMN <= paper.page().width();
        int label = beside ? INDENT + question + 2 + answer : 2 * INDENT + answer;
        int columns = Math.max(1, (paper.page().width() - label) / COLUMN);
        for (int from = 0; from < inferences.size(); from += columns) {
            List<Inference> some = inferences.subList(from, Math.min(inferences.size(), from + columns));
            legend(some, from);
            paper.line(" ".repeat(label) + numbers(from, some.size()));
            for (Question each : open) {
                rows(each, some, beside ? question + 2 : INDENT, answer, beside);
            }
        }
    }

    private void legend(List<Inference> inferences, int from) {
        paper.blank();
        int width = Integer.toString(from + inferences.size()).length();
        for (int i = 0; i < inferences.size(); i++) {
            String number = Integer.toString(from + i + 1);
            paper.line(" ".repeat(INDENT + width - number.length()) + number + "  "
                    + Ink.QUIET.on(inferences.get(i).id()));
        }
        paper.blank();
    }

    private static String numbers(int from, int count) {
        StringBuilder numbers = new StringBuilder();
        IntStream.rangeClosed(from + 1, from + count).forEach(each -> numbers.append(cell(Integer.toString(each))));
        return numbers.toString();
    }

    /** @param beside whether the question stands beside its first answer and not above it */
    private void rows(
            Question question, List<Inference> inferences, int questionWidth, int answerWidth, boolean beside) {
        if (inferences.stream().noneMatch(each -> turns(each, question))) {
            return;
        }
        if (!beside) {
            paper.line(" ".repeat(INDENT) + question.id());
        }
        String name = beside ? question.id() : "";
        for (String answer : question.answerIds()) {
            StringBuilder row = new StringBuilder();
            for (Inference inference : inferences) {
                row.append(cell(turns(inference, question) ? share(inference, question, answer) : "·"));
            }
            if (assessment.possible(question.id(), answer)) {
                paper.line(" ".repeat(INDENT)
                        + Paper.pad(name, questionWidth)
                        + Paper.pad(Ink.QUIET.on(answer), answerWidth)
                        + row);
                name = "";
            }
        }
    }

    private static boolean turns(Inference inference, Question question) {
        return inference.pivots().stream().anyMatch(pivot -> pivot.question().equals(question.id()));
    }

    private String share(Inference inference, Question question, String answer) {
        return assessment
                .share(inference, question.id(), answer)
                .map(Matrix::percent)
                .orElse("");
    }

    /** What holds always or never is told apart from what only rounds to it. */
    private static String percent(double share) {
        if (share > 0 && share < 0.005) {
            return "<1";
        }
        if (share < 1 && share > 0.995) {
            return ">99";
        }
        return share == 0 ? "–" : Long.toString(Math.round(100 * share));
    }

    private static String cell(String text) {
        return " ".repeat(COLUMN - text.length()) + text;
    }
}
