package org.demarche.report;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demarche.Assessment;
import org.demarche.cases.Answer;
import org.demarche.cases.Statement;
import org.demarche.explain.Sentences;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;
import org.demarche.model.Event;
import org.demarche.model.Fact;
import org.demarche.model.Likelihood;
import org.demarche.model.Move;
import org.demarche.rules.RuleCard;

/** Says scenarios, conditions and tendencies in the words of a case. */
final class Words {

    private final Assessment assessment;
    private final Sentences sentences;

    Words(Assessment assessment) {
        this.assessment = assessment;
        this.sentences =
                new Sentences(assessment.caseFile(), assessment.rulebase().vocabulary());
    }

    /** That a move has been made already: what the case states of it. A rule may explain what was as well as what will be. */
    Optional<String> happened(Fact fact) {
        return fact instanceof Move move
                ? assessment.caseFile().statementsAt().stream()
                        .map(Statement::fact)
                        .filter(stated -> stated instanceof Event event && event.made(move))
                        .findFirst()
                        .map(event -> "which has happened: " + sentences.clause(event))
                : Optional.empty();
    }

    String sentence(Fact fact) {
        return sentences.sentence(fact);
    }

    /** {@code in all 96 scenarios}, {@code in 32 of 96 scenarios}. */
    String share(BigInteger count) {
        BigInteger all = assessment.scenarios();
        if (count.equals(all)) {
            return all.equals(BigInteger.ONE) ? "in the only scenario" : "in all " + scenarios(all);
        }
        return count.signum() == 0 ? "in no scenario" : "in " + shortShare(count) + " scenarios";
    }

    /** {@code 32 of 96}. */
    String shortShare(BigInteger count) {
        return number(count) + " of " + number(assessment.scenarios());
    }

    /** In how many scenarios an inference holds, and by which tendencies. */
    String standing(Inference inference) {
        BigInteger count = inference.scenarios();
        if (count.signum() == 0 && inference.status() == Status.CONTINGENT) {
            return inference.tendencies().isEmpty()
                    ? "undecided where the rules contradict themselves, and nowhere else"
                    : "only where " + or(inference.tendencies()) + " does not hold";
        }
        String tendency = tendency(inference);
        return tendency.isEmpty() ? share(count) : share(count) + ", " + tendency;
    }

    /** {@code robust as a tendency (likely, by the rule …)}; nothing for what no tendency can change. */
    String tendency(Inference inference) {
        if (inference.tendencies().isEmpty() || inference.status() == Status.EXCLUDED) {
            return "";
        }
        String rules = inference.tendencies().stream().map(this::tendency).collect(Collectors.joining("; "));
        return (inference.status() == Status.ROBUST ? "robust " : "") + "as a tendency (" + rules + ")";
    }

    private String tendency(String rule) {
        return Optional.ofNullable(assessment.rulebase().cards().get(rule))
                .flatMap(RuleCard::likelihood)
                .map(likelihood -> likelihood(likelihood) + " by " + rule)
                .orElse(rule);
    }

    /** {@code likely}, or the interval where it has no words. */
    static String likelihood(Likelihood likelihood) {
        String low = percent(likelihood.low());
        String high = percent(likelihood.high());
        return likelihood.words().orElse(low.equals(high) ? low : low + " to " + high);
    }

    private static String percent(double share) {
        return Math.round(share * 100) + "%";
    }

    /** {@code 1 scenario}, {@code 4,096 scenarios}. */
    static String scenarios(BigInteger count) {
        return number(count) + (count.equals(BigInteger.ONE) ? " scenario" : " scenarios");
    }

    static String number(BigInteger count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** {@code 1 rule}, {@code 12 rules}. */
    static String count(int count, String one) {
        return number(BigInteger.valueOf(count)) + " " + one + (count == 1 ? "" : "s");
    }

    /** Alternatives, one a line: {@code where …}, {@code or where …}; beyond some, only how many there are. */
    List<String> where(List<Map<String, String>> conditions, int most) {
        List<String> lines = new ArrayList<>();
        for (Map<String, String> condition : conditions.subList(0, Math.min(most, conditions.size()))) {
            lines.add((lines.isEmpty() ? "where " : "or where ") + condition(condition));
        }
        int left = conditions.size() - most;
        if (left > 0) {
            lines.add("or in " + (left == 1 ? "one other way" : left + " other ways"));
        }
        return lines;
    }

    /** A set of answers as a clause: {@code Halcyon escorts nobody and sanctions are bearable}. */
    String condition(Map<String, String> condition) {
        List<String> answers = condition.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> answer(each.getKey(), each.getValue()))
                .toList();
        // An answer that has a comma of its own would run into the next.
        boolean commas = answers.stream().anyMatch(answer -> answer.contains(","));
        return commas ? joined(answers, "; ", "; and ") : and(answers);
    }

    /** The answer's own sentence, else {@code question = answer}. */
    String answer(String question, String answer) {
        return assessment
                .caseFile()
                .question(question)
                .flatMap(asked -> asked.answer(answer))
                .map(Answer::says)
                .filter(says -> !says.isEmpty())
                .orElse(question + " = " + answer);
    }

    /** {@code a, b and c}. */
    static String and(List<String> words) {
        return joined(words, ", ", " and ");
    }

    /** {@code a, b or c}. */
    static String or(List<String> words) {
        return joined(words, ", ", " or ");
    }

    private static String joined(List<String> words, String between, String last) {
        int size = words.size();
        return size < 2
                ? String.join("", words)
                : String.join(between, words.subList(0, size - 1)) + last + words.get(size - 1);
    }
}
