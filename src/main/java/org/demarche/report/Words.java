package org.demarche.report;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demarche.Assessment;
import org.demarche.cases.Answer;
import org.demarche.cases.Source;
import org.demarche.explain.Sentences;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;
import org.demarche.model.Fact;
import org.demarche.model.Likelihood;
import org.demarche.rules.RuleCard;
import org.demarche.source.Citation;

/** Says scenarios, conditions, tendencies and citations in words. */
final class Words {

    private final Assessment assessment;
    private final Sentences sentences;

    Words(Assessment assessment) {
        this.assessment = assessment;
        this.sentences =
                new Sentences(assessment.caseFile(), assessment.rulebase().vocabulary());
    }

    String sentence(Fact fact) {
        return sentences.sentence(fact);
    }

    /** {@code 1 scenario}, {@code 96 scenarios}. */
    static String scenarios(BigInteger count) {
        return number(count) + (count.equals(BigInteger.ONE) ? " scenario" : " scenarios");
    }

    static String number(BigInteger count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** {@code in all 96 scenarios}, {@code in 32 of 96 scenarios}. */
    String share(BigInteger count) {
        BigInteger all = assessment.scenarios();
        if (count.equals(all)) {
            return all.equals(BigInteger.ONE) ? "in the only scenario" : "in all " + scenarios(all);
        }
        return count.signum() == 0 ? "in no scenario" : "in " + number(count) + " of " + scenarios(all);
    }

    /** Where an inference holds, as far as it can be said in a few words: {@code in 32 of 96 scenarios}. */
    String standing(Inference inference) {
        String share = share(inference.scenarios());
        if (inference.status() == Status.EXCLUDED) {
            return "excluded: " + share;
        }
        if (inference.tendencies().isEmpty()) {
            return inference.scenarios().signum() == 0 ? share + " for certain: rules contradict themselves" : share;
        }
        String rules = tendencies(inference);
        if (inference.scenarios().signum() == 0) {
            return "only where " + rules + " does not hold";
        }
        return share + (inference.status() == Status.ROBUST ? ", robust" : "") + " as a tendency: " + rules;
    }

    private String tendencies(Inference inference) {
        return inference.tendencies().stream().map(this::tendency).collect(Collectors.joining(", "));
    }

    private String tendency(String rule) {
        return Optional.ofNullable(assessment.rulebase().cards().get(rule))
                .flatMap(RuleCard::likelihood)
                .map(likelihood -> rule + " (" + likelihood(likelihood) + ")")
                .orElse(rule);
    }

    /** {@code likely}, or the interval where it has no words. */
    static String likelihood(Likelihood likelihood) {
        return likelihood
                .words()
                .orElseGet(() -> likelihood.low() == likelihood.high()
                        ? percent(likelihood.low())
                        : percent(likelihood.low()) + " to " + percent(likelihood.high()));
    }

    private static String percent(double share) {
        return Math.round(share * 100) + "%";
    }

    /** A set of answers as a clause: {@code Halcyon escorts nobody and sanctions are bearable}. */
    String condition(Map<String, String> condition) {
        return condition.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> answer(each.getKey(), each.getValue()))
                .collect(Collectors.joining(" and "));
    }

    /** {@code where …, or where …}. */
    String where(List<Map<String, String>> conditions) {
        return conditions.stream().map(each -> "where " + condition(each)).collect(Collectors.joining(", or "));
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

    /** The sources with their titles, each once, with all the places in it. */
    String citations(List<Citation> citations) {
        Map<String, String> places = new LinkedHashMap<>();
        for (Citation citation : citations) {
            places.merge(citation.source(), citation.locator(), (first, next) -> first + "; " + next);
        }
        return places.entrySet().stream()
                .map(each -> title(each.getKey()) + (each.getValue().isEmpty() ? "" : ", " + each.getValue()))
                .collect(Collectors.joining("; "));
    }

    private String title(String source) {
        return Optional.ofNullable(assessment.caseFile().sources().get(source))
                .or(() -> Optional.ofNullable(assessment.rulebase().sources().get(source)))
                .map(Words::title)
                .orElse(source);
    }

    private static String title(Source source) {
        String author = source.author().isEmpty() ? "" : source.author() + ", ";
        return author + (source.title().isEmpty() ? source.id() : source.title());
    }
}
