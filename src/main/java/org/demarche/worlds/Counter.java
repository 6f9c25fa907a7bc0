package org.demarche.worlds;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.demarche.inference.Choice;

/** Adds up, block by block, how many scenarios a label has, and how many with each answer to some questions. */
final class Counter {

    private final ScenarioSpace space;
    private final List<String> questions;
    private final long[][] byAnswer;
    private long all;

    /** @param questions those on which the label may depend */
    Counter(ScenarioSpace space, List<String> questions) {
        this.space = space;
        this.questions = questions;
        this.byAnswer = questions.stream()
                .map(question -> new long[space.answers(question).size()])
                .toArray(long[][]::new);
    }

    void add(BlockLabel label) {
        long bits = label.bits();
        all += bits;
        if (bits == 0) {
            return;
        }
        for (int i = 0; i < byAnswer.length; i++) {
            Label[] where = label.frame().where(questions.get(i));
            long rest = bits;
            for (int answer = 1; answer < where.length; answer++) {
                // Most questions have one answer throughout a block, and nothing is to be counted for them.
                long having = where[answer] == label.frame().all() ? bits : label.bits(where[answer]);
                byAnswer[i][answer] += having;
                rest -= having;
            }
            byAnswer[i][0] += rest;
        }
    }

    /** How many scenarios were counted. */
    long all() {
        return all;
    }

    /** How many with each answer to all questions of a larger space: one that does not matter spreads evenly over its answers. */
    Map<Choice, BigInteger> byAnswer(ScenarioSpace whole, List<Choice> given, UnaryOperator<BigInteger> scale) {
        Map<Choice, BigInteger> counts = new LinkedHashMap<>();
        for (Choice choice : whole.choices()) {
            int counted = questions.indexOf(choice.question());
            counts.put(
                    choice,
                    counted >= 0
                            ? scale.apply(BigInteger.valueOf(byAnswer[counted][position(choice)]))
                            : spread(choice, whole, given, scale.apply(BigInteger.valueOf(all))));
        }
        return counts;
    }

    private int position(Choice choice) {
        return space.answers(choice.question()).indexOf(choice.answer());
    }

    private static BigInteger spread(Choice choice, ScenarioSpace whole, List<Choice> given, BigInteger all) {
        boolean fixed = given.stream().anyMatch(each -> each.question().equals(choice.question()));
        if (fixed) {
            return given.contains(choice) ? all : BigInteger.ZERO;
        }
        return all.divide(BigInteger.valueOf(whole.answers(choice.question()).size()));
    }
}
