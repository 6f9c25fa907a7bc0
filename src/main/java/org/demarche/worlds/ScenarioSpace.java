package org.demarche.worlds;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.cases.Answer;
import org.demarche.cases.Question;
import org.demarche.inference.Choice;

/**
 * The scenarios: one answer to every question. Questions are sorted by id, so that nothing depends on their order in files;
 * answers keep the order in which they are declared.
 */
public final class ScenarioSpace {

    private final Map<String, List<String>> answers = new LinkedHashMap<>();

    private ScenarioSpace() {}

    public static ScenarioSpace of(Collection<Question> questions) {
        ScenarioSpace space = new ScenarioSpace();
        questions.stream()
                .sorted(Comparator.comparing(Question::id))
                .forEach(question -> space.answers.put(
                        question.id(),
                        question.answers().stream().map(Answer::id).toList()));
        return space;
    }

    /** The ids of the questions, sorted. */
    public List<String> questions() {
        return List.copyOf(answers.keySet());
    }

    /** The answers of a question in their order; none for a question that is not asked. */
    public List<String> answers(String question) {
        return answers.getOrDefault(question, List.of());
    }

    /** How many scenarios there are: 1 without any question. */
    public BigInteger size() {
        return answers.values().stream()
                .map(each -> BigInteger.valueOf(each.size()))
                .reduce(BigInteger.ONE, BigInteger::multiply);
    }

    boolean has(Choice choice) {
        return answers(choice.question()).contains(choice.answer());
    }

    /** The scenario of a number, counted with the last question fastest. */
    Map<String, String> scenario(int number) {
        List<String> reversed = new ArrayList<>();
        List<String> questions = questions();
        int rest = number;
        for (int i = questions.size() - 1; i >= 0; i--) {
            List<String> each = answers(questions.get(i));
            reversed.add(each.get(rest % each.size()));
            rest /= each.size();
        }
        Map<String, String> scenario = new LinkedHashMap<>();
        for (int i = 0; i < questions.size(); i++) {
            scenario.put(questions.get(i), reversed.get(questions.size() - 1 - i));
        }
        return scenario;
    }
}
