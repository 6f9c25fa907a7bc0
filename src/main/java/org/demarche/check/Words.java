package org.demarche.check;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

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

    /** {@code prk-aim = scale-down and deterrent = near}. */
    static String answers(Map<String, String> given) {
        return given.entrySet().stream()
                .map(answer -> answer.getKey() + " = " + answer.getValue())
                .collect(Collectors.joining(" and "));
    }

    /** {@code prk-aim = scale-down, or deterrent = near and sanctions-bite = crippling}; {@code ""} for none. */
    static String conditions(List<Map<String, String>> conditions) {
        String shown = conditions.stream().limit(FEW).map(Words::answers).collect(Collectors.joining(", or "));
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
