package org.demarche.cases;

import java.util.List;
import java.util.Optional;
import org.demarche.source.Problem;

/** Answers without {@code says}: in sentences they stand as equations, which a reader of the assessment has to decipher. */
final class SilentAnswers {

    private SilentAnswers() {}

    /** The warning for a question; empty when all its answers say something. */
    static Optional<Problem> of(Question question, Lines lines) {
        List<String> silent = question.answers().stream()
                .filter(answer -> answer.says().isBlank())
                .map(Answer::id)
                .toList();
        return silent.stream()
                .findFirst()
                .map(first -> lines.warning("silent-answer", question.at(), message(question.id(), silent))
                        .withHint("Add a clause that can follow \"where\": `" + first + ": {says: \"…\"}`."));
    }

    private static String message(String question, List<String> silent) {
        return "The question `" + question + "` has " + (silent.size() == 1 ? "an answer" : "answers")
                + " without `says`: " + Hints.list(silent) + ". In sentences this reads `where " + question + " = "
                + silent.get(0) + "`.";
    }
}
