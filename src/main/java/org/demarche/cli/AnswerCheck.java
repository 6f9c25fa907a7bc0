package org.demarche.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        List<String> wrong = new ArrayList<>();
        for (Choice choice : answers) {
            List<String> unasked = unasked(file, choice.question());
            wrong.addAll(unasked.isEmpty() ? unknown(file, choice) : unasked);
            String before = given.putIfAbsent(choice.question(), choice.answer());
            if (before != null && !before.equals(choice.answer())) {
                wrong.add("The question `" + choice.question() + "` is given two answers, `" + before + "` and `"
                        + choice.answer() + "`, and they exclude each other.");
            }
        }
        refuse(wrong);
    }

    /** Whether the case asks all these questions on its day. */
    static void checkAsked(CaseFile file, Collection<String> questions) {
        refuse(questions.stream()
                .flatMap(question -> unasked(file, question).stream())
                .toList());
    }

    /** All that is wrong, each sentence once. */
    private static void refuse(List<String> wrong) {
        if (!wrong.isEmpty()) {
            throw RefusedException.usage(wrong.stream().distinct().toArray(String[]::new));
        }
    }

    private static List<String> unknown(CaseFile file, Choice choice) {
        Question question = file.question(choice.question()).orElseThrow();
        return question.answer(choice.answer()).isPresent()
                ? List.of()
                : List.of(
                        "The question `" + question.id() + "` has no answer `" + choice.answer() + "`.",
                        Suggestion.hint(choice.answer(), question.answerIds()),
                        "Its answers are " + listed(question.answerIds()) + ".");
    }

    private static List<String> unasked(CaseFile file, String id) {
        Optional<Question> question = file.question(id);
        if (question.isEmpty()) {
            List<String> known =
                    file.questionsAt().stream().map(Question::id).sorted().toList();
            return List.of(
                    "The case `" + file.id() + "` asks no question `" + id + "`.",
                    Suggestion.hint(id, known),
                    known.isEmpty() ? "It asks none at all." : "It asks " + listed(known) + ".");
        }
        return file.questionsAt().contains(question.get())
                ? List.of()
                : List.of("The question `" + id + "` is not asked yet on "
                        + file.asOf().map(Object::toString).orElse("that day") + ", but from "
                        + question.get().known().map(Object::toString).orElse("another day") + " on.");
    }

    private static String listed(List<String> words) {
        return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }
}
