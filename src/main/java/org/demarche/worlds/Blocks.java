package org.demarche.worlds;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.demarche.inference.Watch;

/** Goes through scenarios block by block: through all of them where they are few enough, else through some drawn at random. */
final class Blocks {

    /** More scenarios than these are not gone through one by one. */
    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(30);

    private static final int BLOCK = 1 << 15;
    private static final int DRAWN_BLOCKS = 1 << 5;

    /** Any number will do; the same one gives the same draw. */
    private static final long SEED = 20181128;

    private final ScenarioSpace space;
    private final Map<Integer, Integer> fixed;
    private final List<Integer> free = new ArrayList<>();
    private final BigInteger size;
    private final Watch watch;

    /** @param fixed answers that are given, by the position of the question */
    Blocks(ScenarioSpace space, Map<Integer, Integer> fixed, Watch watch) {
        this.space = space;
        this.fixed = fixed;
        this.watch = watch;
        BigInteger product = BigInteger.ONE;
        for (int question = 0; question < space.questions().size(); question++) {
            if (!fixed.containsKey(question)) {
                free.add(question);
                product = product.multiply(BigInteger.valueOf(space.answersOf(question)));
            }
        }
        this.size = product;
    }

    /** Whether all scenarios are gone through. */
    boolean all() {
        return size.compareTo(MOST) <= 0;
    }

    /** Whether all scenarios of a space can be gone through. */
    static boolean few(ScenarioSpace space) {
        return space.size().compareTo(MOST) <= 0;
    }

    /** How many scenarios there are. */
    BigInteger size() {
        return size;
    }

    /** The blocks, one after the other, made as they are asked for. */
    Stream<BlockFrame> frames() {
        return all() ? everything() : drawn();
    }

    private Stream<BlockFrame> drawn() {
        SplittableRandom random = new SplittableRandom(SEED);
        return Stream.generate(() -> BlockFrame.drawn(space, BLOCK, fixed, BigInteger.valueOf(BLOCK), random))
                .limit(DRAWN_BLOCKS)
                .peek(frame -> watch.check());
    }

    /** A block drawn at random that stands for all scenarios. */
    BlockFrame sample() {
        return BlockFrame.drawn(space, BLOCK, fixed, size, new SplittableRandom(SEED));
    }

    /** Every scenario, however many there are. */
    Stream<BlockFrame> everything() {
        List<Integer> outer = new ArrayList<>(free);
        List<Integer> inner = new ArrayList<>();
        long inside = 1;
        while (!outer.isEmpty() && inside * space.answersOf(outer.get(outer.size() - 1)) <= BLOCK) {
            int next = outer.remove(outer.size() - 1);
            inner.add(0, next);
            inside *= space.answersOf(next);
        }
        Map<Integer, Integer> answers = new HashMap<>(fixed);
        outer.forEach(question -> answers.put(question, 0));
        boolean[] more = {true};
        return Stream.iterate(BlockFrame.all(space, inner, answers), frame -> more[0], frame -> {
            watch.check();
            more[0] = advance(outer, answers);
            return more[0] ? frame.with(answers) : frame;
        });
    }

    /** The next answers, the last question first; false when all have been. */
    private boolean advance(List<Integer> questions, Map<Integer, Integer> answers) {
        for (int i = questions.size() - 1; i >= 0; i--) {
            int question = questions.get(i);
            int next = answers.getOrDefault(question, 0) + 1;
            if (next < space.answersOf(question)) {
                answers.put(question, next);
                return true;
            }
            answers.put(question, 0);
        }
        return false;
    }
}
