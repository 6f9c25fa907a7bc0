package org.demarche.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an {@code accumulate} can make of its matches. */
public enum AccumulateFunction {
    /** How many there are. */
    COUNT("count"),
    /** The sum of a number; 0 of none. */
    SUM("sum"),
    /** The smallest number, or the first text in alphabetical order, which is the earliest date; nothing of none. */
    MIN("min"),
    /** The largest number, or the last text in alphabetical order, which is the latest date; nothing of none. */
    MAX("max"),
    /** The average of a number; nothing of none. */
    AVERAGE("average"),
    /** All texts, sorted; equal ones as often as there are matches. */
    COLLECT_LIST("collectList"),
    /** The different texts, sorted. */
    COLLECT_SET("collectSet");

    private final String word;

    AccumulateFunction(String word) {
        this.word = word;
    }

    /** What stands in a rule for it: {@code collectSet}. */
    public String word() {
        return word;
    }

    /** Whether it makes many values of many: one can ask for their number, or whether they contain something. */
    public boolean collects() {
        return this == COLLECT_LIST || this == COLLECT_SET;
    }

    /** Whether it can only be made of numbers. */
    public boolean computes() {
        return this == SUM || this == AVERAGE;
    }

    public static Optional<AccumulateFunction> named(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /** The words of all functions, in the order in which they are told. */
    public static List<String> words() {
        return Arrays.stream(values()).map(AccumulateFunction::word).toList();
    }
}
