package org.demarche.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Question;
import org.demarche.inference.Choice;
import org.demarche.source.Suggestion;

/** Whether a case asks the questions that the command line answers. */
final class AnswerCheck {

    private AnswerCheck() {}

    static void check(CaseFile file, List<Choice> answers) {
        Map<String, String> given = new HashMap<>();
        for (Choice choice : answers) {
            checkKnown(file, choice);
            String before = given.putIfAbsent(choice.question(), choice.answer());
            if (before != null && !before.equals(choice.answer())) {
                throw RefusedException.usage("The question `" + choice.question() + "` is given two answers, `" + before
                        + "` and `" + choice.answer() + "`, and they exclude each other.");
            }
        }
    }

    private static void checkKnown(CaseFile file, Choice choice) {
        Question question =
                file.question(choice.question()).orElseThrow(() -> unknownQuestion(file, choice.question()));
        if (!file.questionsAt().contains(question)) {
            throw RefusedException.usage("The question `" + question.id() + "` is not asked yet on "
                    + file.asOf().map(Object::toString).orElse("that day") + ", but from "
                    + question.known().map(Object::toString).orElse("another day") + " on.");
        }
        if (question.answer(choice.answer()).isEmpty()) {
            throw RefusedException.usage(
                    "The question `" + question.id() + "` has no answer `" + choice.answer() + "`.",
                    Suggestion.hint(choice.answer(), question.answerIds()),
                    "Its answers are " + listed(question.answerIds()) + ".");
        }
    }

    private static RefusedException unknownQuestion(CaseFile file, String wrong) {
        List<String> known =
                file.questionsAt().stream().map(Question::id).sorted().toList();
        return RefusedException.usage(
                "The case `" + file.id() + "` asks no question `" + wrong + "`.",
                Suggestion.hint(wrong, known),
                known.isEmpty() ? "It asks none at all." : "It asks " + listed(known) + ".");
    }

    private static String listed(List<String> words) {
        return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }
}
