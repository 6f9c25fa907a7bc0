package org.demarche.oracle;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.demarche.Written;
import org.demarche.cases.CaseFile;

/**
 * A case that dice made: facts in the words of YAML, and questions with the facts of each answer.
 *
 * @param questions the facts of each answer in its order, by question
 * @param likelihoods how likely the answers are, for the questions of whose answers something is known; {@code ""} for an answer
 *     of which it is not
 */
record RandomCase(
        List<String> rules,
        List<String> facts,
        Map<String, List<List<String>>> questions,
        Map<String, List<String>> likelihoods) {

    static final List<String> ACTORS = List.of("AAA", "BBB", "CCC", "DDD");

    static String question(int number) {
        return "q" + number;
    }

    static String answer(int number) {
        return "a" + number;
    }

    static RandomCase of(List<String> rules, Dice dice) {
        List<String> all = new ArrayList<>();
        for (String actor : ACTORS) {
            all.add("condition: " + actor + " ready");
            all.add("condition: " + actor + " weak");
            for (String other : ACTORS) {
                all.add("relation: " + actor + " near " + other);
                all.add("relation: " + actor + " ally-of " + other);
            }
        }
        Map<String, List<List<String>>> questions = new LinkedHashMap<>();
        int count = dice.oneIn(4) ? 4 : 3;
        for (int question = 0; question < count; question++) {
            List<List<String>> answers = new ArrayList<>();
            int answered = dice.between(2, count == 4 ? 3 : 4);
            for (int answer = 0; answer < answered; answer++) {
                answers.add(dice.some(dice.below(3), all));
            }
            questions.put(question(question), answers);
        }
        return new RandomCase(rules, dice.some(dice.between(3, 6), all), questions, Map.of());
    }

    /** The same with facts and questions in another order; answers keep theirs. */
    RandomCase shuffled(Dice dice) {
        Map<String, List<List<String>>> shuffled = new LinkedHashMap<>();
        dice.shuffled(questions.keySet())
                .forEach(question -> shuffled.put(
                        question,
                        questions.get(question).stream().map(dice::shuffled).toList()));
        return new RandomCase(dice.shuffled(rules), dice.shuffled(facts), shuffled, likelihoods);
    }

    RandomCase withRules(List<String> others) {
        return new RandomCase(others, facts, questions, likelihoods);
    }

    RandomCase withLikelihoods(Map<String, List<String>> known) {
        return new RandomCase(rules, facts, questions, known);
    }

    String yaml() {
        StringBuilder yaml = new StringBuilder("rules: " + rules + "\nactors: {");
        yaml.append(
                ACTORS.stream().map(actor -> actor + ": {name: " + actor + "}").collect(Collectors.joining(", ")));
        yaml.append("}\nfacts:\n");
        facts.forEach(fact -> yaml.append("  - ").append(fact).append('\n'));
        yaml.append("questions:\n");
        questions.forEach((question, answers) -> {
            yaml.append("  ").append(question).append(":\n    answers:\n");
            for (int i = 0; i < answers.size(); i++) {
                String known = likelihoods.containsKey(question)
                        ? likelihoods.get(question).get(i)
                        : "";
                yaml.append("      ").append(answer(i)).append(": {");
                yaml.append(known.isEmpty() ? "" : "likelihood: " + known + ", ");
                yaml.append("facts: [").append(inBraces(answers.get(i)));
                yaml.append("]}\n");
            }
        });
        return yaml.toString();
    }

    private static String inBraces(List<String> facts) {
        return facts.stream().map(fact -> "{" + fact + "}").collect(Collectors.joining(", "));
    }

    /** The case, read from a file in this folder. */
    CaseFile read(Path folder) {
        return Written.wholeCase(folder, yaml());
    }
}
