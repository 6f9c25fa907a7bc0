package org.demarche.worlds;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.demarche.inference.Choice;

/**
 * A block of scenarios, one bit each, sixty-four worked on at a time: either all scenarios in which some questions have fixed
 * answers, or some drawn at random.
 */
final class BlockFrame implements Frame {

    private final ScenarioSpace space;
    private final int size;
    private final Label[][] where;
    private final BigInteger standsFor;
    private final Label all;
    private final Label none;

    private BlockFrame(ScenarioSpace space, int size, BigInteger standsFor) {
        this.space = space;
        this.size = size;
        this.standsFor = standsFor;
        this.where = new Label[space.questions().size()][];
        long[] ones = new long[words(size)];
        Arrays.fill(ones, -1L);
        if (size % Long.SIZE != 0) {
            ones[ones.length - 1] = -1L >>> -size;
        }
        this.all = new BlockLabel(this, ones);
        this.none = new BlockLabel(this, new long[ones.length]);
    }

    /**
     * All scenarios of some questions.
     *
     * @param free the questions that have any answer in it, the last one changing fastest
     * @param fixed the answers to all other questions, by the position of the question
     */
    static BlockFrame all(ScenarioSpace space, List<Integer> free, Map<Integer, Integer> fixed) {
        int size = 1;
        for (int question : free) {
            size *= space.answersOf(question);
        }
        BlockFrame frame = new BlockFrame(space, size, BigInteger.valueOf(size));
        int stride = 1;
        for (int i = free.size() - 1; i >= 0; i--) {
            frame.where[free.get(i)] = frame.periodic(space.answersOf(free.get(i)), stride);
            stride *= space.answersOf(free.get(i));
        }
        frame.fix(fixed);
        return frame;
    }

    /**
     * The same block with other fixed answers.
     *
     * @param fixed the answers to all questions that are not free, by the position of the question
     */
    BlockFrame with(Map<Integer, Integer> fixed) {
        BlockFrame frame = new BlockFrame(space, size, standsFor);
        for (int question = 0; question < where.length; question++) {
            if (!fixed.containsKey(question)) {
                frame.where[question] = frame.adopt(where[question]);
            }
        }
        frame.fix(fixed);
        return frame;
    }

    /** The same block with another answer to a question that has a fixed one. */
    BlockFrame switched(int fixed, int answer) {
        BlockFrame frame = new BlockFrame(space, size, standsFor);
        for (int question = 0; question < where.length; question++) {
            if (question != fixed) {
                frame.where[question] = frame.adopt(where[question]);
            }
        }
        frame.fix(Map.of(fixed, answer));
        return frame;
    }

    /**
     * Scenarios drawn at random, each alike.
     *
     * @param fixed the answers to questions that are not drawn, by the position of the question
     */
    static BlockFrame drawn(
            ScenarioSpace space, int size, Map<Integer, Integer> fixed, BigInteger standsFor, SplittableRandom random) {
        BlockFrame frame = new BlockFrame(space, size, standsFor);
        for (int question = 0; question < frame.where.length; question++) {
            if (!fixed.containsKey(question)) {
                frame.where[question] = frame.random(space.answersOf(question), random);
            }
        }
        frame.fix(fixed);
        return frame;
    }

    private static long[] words(Label label) {
        return ((BlockLabel) label).words();
    }

    private static int words(int size) {
        return (size + Long.SIZE - 1) / Long.SIZE;
    }

    private void fix(Map<Integer, Integer> fixed) {
        fixed.forEach((question, answer) -> {
            where[question] = new Label[space.answersOf(question)];
            Arrays.fill(where[question], none);
            where[question][answer] = all;
        });
    }

    private Label[] adopt(Label... labels) {
        return Arrays.stream(labels)
                .map(label -> (BlockLabel) label)
                .map(label -> Arrays.equals(label.words(), words(all))
                        ? all
                        : label.isEmpty() ? none : new BlockLabel(this, label.words()))
                .toArray(Label[]::new);
    }

    private Label[] periodic(int answers, int stride) {
        long[][] bits = new long[answers][words(size)];
        for (int scenario = 0; scenario < size; scenario++) {
            bits[scenario / stride % answers][scenario / Long.SIZE] |= 1L << scenario;
        }
        return labels(bits);
    }

    private Label[] random(int answers, SplittableRandom random) {
        long[][] bits = new long[answers][words(size)];
        for (int scenario = 0; scenario < size; scenario++) {
            bits[random.nextInt(answers)][scenario / Long.SIZE] |= 1L << scenario;
        }
        return labels(bits);
    }

    private Label[] labels(long[]... bits) {
        return Arrays.stream(bits).map(words -> new BlockLabel(this, words)).toArray(Label[]::new);
    }

    @Override
    public Label all() {
        return all;
    }

    @Override
    public Label none() {
        return none;
    }

    @Override
    public Label where(Choice choice) {
        return space.has(choice)
                ? where[space.indexOf(choice.question())][
                        space.answers(choice.question()).indexOf(choice.answer())]
                : none;
    }

    ScenarioSpace space() {
        return space;
    }

    /** The scenarios with each of the answers to a question, in their order. */
    Label[] where(String question) {
        return where[space.indexOf(question)];
    }

    int size() {
        return size;
    }

    /** How many scenarios so many bits stand for, rounded. */
    BigInteger scenarios(long bits) {
        BigInteger of = BigInteger.valueOf(size);
        return BigInteger.valueOf(bits)
                .multiply(standsFor)
                .add(of.shiftRight(1))
                .divide(of);
    }

    /** The scenario of a bit. */
    Map<String, String> scenario(int bit) {
        List<Integer> answers = new ArrayList<>();
        for (Label[] labels : where) {
            int answer = 0;
            while (!((BlockLabel) labels[answer]).has(bit)) {
                answer++;
            }
            answers.add(answer);
        }
        return space.scenario(answers);
    }
}
