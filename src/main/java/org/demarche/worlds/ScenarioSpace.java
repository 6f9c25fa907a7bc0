package org.demarche.worlds;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.demarche.cases.Answer;
import org.demarche.cases.Question;
import org.demarche.inference.Choice;

/**
 * The scenarios: one answer to every question. Questions are sorted by id, so that nothing depends on their order in files;
 * answers keep the order in which they are declared. Immutable.
 */
public final class ScenarioSpace {

    private final List<String> questions;
    private final List<List<String>> answers;
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<Choice> choices = new ArrayList<>();

    private ScenarioSpace(Map<String, List<String>> answers) {
        this.questions = List.copyOf(answers.keySet());
        this.answers = List.copyOf(answers.values());
        for (int i = 0; i < questions.size(); i++) {
            String question = questions.get(i);
            positions.put(question, i);
            this.answers.get(i).forEach(answer -> choices.add(new Choice(question, answer)));
        }
    }

    public static ScenarioSpace of(Collection<Question> questions) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        questions.stream()
                .sorted(Comparator.comparing(Question::id))
                .forEach(question -> answers.put(
                        question.id(),
                        question.answers().stream().map(Answer::id).toList()));
        return new ScenarioSpace(answers);
    }

    /** The same with switches behind the questions. */
    ScenarioSpace with(Switches switches) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        questions.forEach(question -> all.put(question, answers(question)));
        switches.questions().forEach(question -> all.put(question, List.of(Switches.ON, Switches.OFF)));
        return new ScenarioSpace(all);
    }

    /** The ids of the questions, sorted. */
    public List<String> questions() {
        return questions;
    }

    /** The answers of a question in their order; none for a question that is not asked. */
    public List<String> answers(String question) {
        Integer position = positions.get(question);
        return position == null ? List.of() : answers.get(position);
    }

    /** All answers to all questions, in order. */
    List<Choice> choices() {
        return Collections.unmodifiableList(choices);
    }

    /** How many answers the question at a position has. */
    int answersOf(int question) {
        return answers.get(question).size();
    }

    /** Only the questions that are wanted. */
    ScenarioSpace only(Predicate<String> wanted) {
        Map<String, List<String>> some = new LinkedHashMap<>();
        questions.stream().filter(wanted).forEach(question -> some.put(question, answers(question)));
        return new ScenarioSpace(some);
    }

    /** How many scenarios there are: 1 without any question. */
    public BigInteger size() {
        return answers.stream()
                .map(each -> BigInteger.valueOf(each.size()))
                .reduce(BigInteger.ONE, BigInteger::multiply);
    }

    /** Whether the question is asked. */
    boolean asks(String question) {
        return positions.containsKey(question);
    }

    /** Whether it is an answer to one of the questions. */
    boolean has(Choice choice) {
        return answers(choice.question()).contains(choice.answer());
    }

    /** The position of a question, which must be asked. */
    int indexOf(String question) {
        Integer position = positions.get(question);
        if (position == null) {
            throw new IllegalArgumentException("no such question: " + question);
        }
        return position;
    }

    /** The scenario in which the questions have the answers with these positions. */
    Map<String, String> scenario(List<Integer> chosen) {
        Map<String, String> scenario = new LinkedHashMap<>();
        for (int i = 0; i < chosen.size(); i++) {
            scenario.put(questions.get(i), answers.get(i).get(chosen.get(i)));
        }
        return scenario;
    }
}
