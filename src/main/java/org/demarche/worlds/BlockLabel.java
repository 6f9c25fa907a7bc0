package org.demarche.worlds;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.inference.Choice;
import org.demarche.inference.LimitReachedException;

/** A label with a bit for each scenario of a block. */
record BlockLabel(BlockFrame frame, long[] words) implements Label {

    @Override
    public Label and(Label other) {
        long[] with = words(other);
        if (this == frame.all() || other == frame.none()) {
            return other;
        }
        if (this == frame.none() || other == frame.all()) {
            return this;
        }
        long[] result = new long[words.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = words[i] & with[i];
        }
        return new BlockLabel(frame, result);
    }

    /** A block has only some of the scenarios: what would be with another answer may lie in another block, or was never drawn. */
    @Override
    public Label supposing(Choice choice) {
        throw onlyCounted();
    }

    /** Why a label of this kind is nothing to reason with. */
    static LimitReachedException onlyCounted() {
        return new LimitReachedException(
                "Scenarios were only counted here, because the label is too large for the limit"
                        + " of nodes of decision diagrams: allow more with `--max-nodes`.");
    }

    @Override
    public Label or(Label other) {
        long[] with = words(other);
        if (this == frame.none() || other == frame.all()) {
            return other;
        }
        if (this == frame.all() || other == frame.none()) {
            return this;
        }
        long[] result = new long[words.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = words[i] | with[i];
        }
        return new BlockLabel(frame, result);
    }

    @Override
    public Label minus(Label other) {
        long[] without = words(other);
        if (this == frame.none() || other == frame.none()) {
            return this;
        }
        if (other == frame.all()) {
            return frame.none();
        }
        long[] result = new long[words.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = words[i] & ~without[i];
        }
        return new BlockLabel(frame, result);
    }

    @Override
    public boolean isEmpty() {
        for (long word : words) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    /** How many bits are set. */
    long bits() {
        long bits = 0;
        for (long word : words) {
            bits += Long.bitCount(word);
        }
        return bits;
    }

    /** How many bits are set in both. */
    long bits(Label other) {
        if (other == frame.all() || other == frame.none()) {
            return other == frame.all() ? bits() : 0;
        }
        long[] with = words(other);
        long bits = 0;
        for (int i = 0; i < words.length; i++) {
            bits += Long.bitCount(words[i] & with[i]);
        }
        return bits;
    }

    boolean has(int bit) {
        return (words[bit / Long.SIZE] >>> bit & 1) == 1;
    }

    @Override
    public BigInteger count() {
        return frame.scenarios(bits());
    }

    @Override
    public BigInteger count(Choice choice) {
        return frame.scenarios(bits(frame.where(choice)));
    }

    @Override
    public Stream<Map<String, String>> scenarios() {
        return IntStream.range(0, frame.size()).filter(this::has).mapToObj(frame::scenario);
    }

    private long[] words(Label other) {
        BlockLabel block = (BlockLabel) other;
        if (block.frame != frame) {
            throw new IllegalArgumentException("labels of different evaluations cannot be combined");
        }
        return block.words;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BlockLabel block && block.frame == frame && Arrays.equals(block.words, words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }
}
