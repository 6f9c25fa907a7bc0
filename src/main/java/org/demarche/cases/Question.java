package org.demarche.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lombok.With;
import org.demarche.source.Citation;
import org.demarche.source.SourceLocation;

/**
 * What is not known: its answers exclude each other, and one of them is true.
 *
 * @param ask the question as a sentence; {@code ""} when not given
 * @param answers at least two, in the order in which they are to be shown
 * @param citations empty when the case names no source for it
 * @param known the first day on which it is asked; empty means always
 * @param reported whether it asks if a fact is so of which reports tell; it exists while one of them counts
 * @param note {@code ""} when there is none
 */
@With
public record Question(
        String id,
        String ask,
        List<Answer> answers,
        List<Citation> citations,
        Optional<LocalDate> known,
        boolean reported,
        String note,
        SourceLocation at) {

    public Question {
        answers = List.copyOf(answers);
        citations = List.copyOf(citations);
    }

    /** A question from Java. */
    public static Question of(String id, String ask, Answer... answers) {
        return new Question(
                id, ask, List.of(answers), List.of(), Optional.empty(), false, "", SourceLocation.of(Statement.API));
    }

    /** The answer with this id, if the question has it. */
    public Optional<Answer> answer(String id) {
        return answers.stream().filter(answer -> answer.id().equals(id)).findFirst();
    }

    /** The ids of the answers in order. */
    public List<String> answerIds() {
        return answers.stream().map(Answer::id).toList();
    }

    /** Whether the question is asked on that day, apart from whether anything is reported. */
    public boolean knownAt(LocalDate date) {
        return known.map(first -> !first.isAfter(date)).orElse(true);
    }
}
