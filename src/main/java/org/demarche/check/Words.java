package org.demarche.check;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.demarche.cases.Answer;
import org.demarche.cases.CaseFile;

/** Small parts of sentences. */
final class Words {

    /** More conditions than these nobody reads. */
    private static final int FEW = 4;

    private Words() {}

    /** {@code a, b and c}. */
    static String and(List<String> words) {
        return joined(words, " and ");
    }

    /** {@code a, b or c}. */
    static String or(List<String> words) {
        return joined(words, " or ");
    }

    static String scenarios(int count) {
        return count == 1 ? "1 scenario" : count + " scenarios";
    }

    /** {@code 32 of 96 scenarios}. */
    static String share(BigInteger some, BigInteger all) {
        return some + " of " + all + (all.equals(BigInteger.ONE) ? " scenario" : " scenarios");
    }

    /** {@code 0.33}. */
    static String number(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    /**
     * {@code Halcyon escorts nobody (ally-escorts = no) and deterrent = near}: in the words of the case, as far as it has some, and as
     * files write it.
     */
    static String answers(Map<String, String> answers, CaseFile caseFile) {
        return answers.entrySet().stream()
                .map(answer -> answer(answer.getKey(), answer.getValue(), caseFile))
                .collect(Collectors.joining(" and "));
    }

    /** What an answer says; {@code ""} where it says nothing. */
    static String says(String question, String answer, CaseFile caseFile) {
        return caseFile.question(question)
                .flatMap(asked -> asked.answer(answer))
                .map(Answer::says)
                .orElse("");
    }

    private static String answer(String question, String answer, CaseFile caseFile) {
        String says = says(question, answer, caseFile);
        String plain = question + " = " + answer;
        return says.isEmpty() ? plain : says + " (" + plain + ")";
    }

    /** {@code prk-aim = scale-down, or deterrent = near and sanctions-bite = crippling}, with words; {@code ""} for none. */
    static String conditions(List<Map<String, String>> conditions, CaseFile caseFile) {
        String shown = conditions.stream()
                .limit(FEW)
                .map(condition -> answers(condition, caseFile))
                .collect(Collectors.joining(", or "));
        int left = conditions.size() - FEW;
        return left > 0 ? shown + ", or in " + left + " more " + (left == 1 ? "way" : "ways") : shown;
    }

    private static String joined(List<String> words, String last) {
        int size = words.size();
        return size < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, size - 1)) + last + words.get(size - 1);
    }
}
