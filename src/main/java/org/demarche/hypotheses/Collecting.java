package org.demarche.hypotheses;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.cases.Question;
import org.demarche.hypotheses.Matrix.Collect;
import org.demarche.inference.Choice;

/** What to find out next: the open questions whose answers would change most of what speaks against the hypotheses. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class Collecting {

    private static final double TINY = 1e-9;

    private final Board board;

    List<Collect> of(List<Draft> drafts) {
        List<String> asked = board.questions.stream().map(Question::id).toList();
        return board.assessment.questions().stream()
                .filter(question -> !asked.contains(question.id()))
                .flatMap(question -> of(question.id(), drafts))
                .filter(collect -> collect.shift() > TINY)
                .sorted(Comparator.comparing((Collect collect) -> -collect.shift())
                        .thenComparing(Collect::question))
                .toList();
    }

    private Stream<Collect> of(String question, List<Draft> drafts) {
        List<String> answers = board.worlds.possibleAnswers(question);
        if (answers.size() < 2 || drafts.stream().allMatch(draft -> ignores(draft, question))) {
            return Stream.empty();
        }
        Map<String, List<Double>> scores = new LinkedHashMap<>();
        answers.forEach(answer -> scores.put(answer, scores(new Choice(question, answer), drafts)));
        double shift = board.columnNumbers()
                .mapToDouble(column -> spread(
                        scores.values().stream().map(each -> each.get(column)).toList()))
                .max()
                .orElse(0);
        Map<String, List<String>> leads = new LinkedHashMap<>();
        scores.forEach((answer, each) -> leads.put(answer, least(each)));
        return Stream.of(new Collect(question, shift, leads));
    }

    private boolean ignores(Draft draft, String question) {
        List<String> all = board.worlds.space().answers(question);
        return !draft.row().counts()
                || draft.reaches().stream()
                        .flatMap(List::stream)
                        .allMatch(part -> part.reach().ignores(question, all));
    }

    private List<Double> scores(Choice answer, List<Draft> drafts) {
        List<Double> scores = new ArrayList<>();
        board.columnNumbers()
                .forEach(column -> scores.add(drafts.stream()
                        .filter(draft -> draft.row().counts())
                        .mapToDouble(draft -> against(draft, column, answer))
                        .sum()));
        return scores;
    }

    private double against(Draft draft, int column, Choice answer) {
        return draft.reaches().get(column).stream()
                .mapToDouble(part ->
                        part.rating().against() * part.reach().within(answer).share())
                .sum();
    }

    private static double spread(List<Double> scores) {
        return scores.stream().mapToDouble(each -> each).max().orElse(0)
                - scores.stream().mapToDouble(each -> each).min().orElse(0);
    }

    private List<String> least(List<Double> scores) {
        double least = scores.stream().mapToDouble(each -> each).min().orElse(0);
        return board.columnNumbers()
                .filter(column -> scores.get(column) < least + TINY)
                .map(column -> board.columns.get(column).id())
                .toList();
    }
}
