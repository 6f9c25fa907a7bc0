package org.demarche.hypotheses;

import java.util.List;
import java.util.stream.Stream;
import org.demarche.cases.Question;
import org.demarche.inference.Choice;
import org.demarche.inference.LimitReachedException;

/** The answers to several questions together. */
final class Combinations {

    /** So many hypotheses can still be set side by side. */
    private static final int MOST = 64;

    private Combinations() {}

    /** @throws LimitReachedException when there are too many to be told apart */
    static List<List<Choice>> of(List<Question> questions) {
        List<List<Choice>> all = List.of(List.of());
        for (Question question : questions) {
            all = all.stream().flatMap(before -> with(before, question)).toList();
            if (all.size() > MOST) {
                throw new LimitReachedException("The answers to " + questions.size()
                        + " questions together are more than " + MOST
                        + " hypotheses, which nobody can tell apart: ask about fewer questions at once.");
            }
        }
        return all;
    }

    private static Stream<List<Choice>> with(List<Choice> before, Question question) {
        return question.answerIds().stream()
                .map(answer -> Stream.concat(before.stream(), Stream.of(new Choice(question.id(), answer)))
                        .toList());
    }
}
