package org.demarche.cache;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads what a {@link Writer} has written. What is damaged ends in a {@link RuntimeException}. */
public final class Reader {

    private static final int SEVEN_BITS = 0x7F;

    private final byte[] in;
    private final int end;
    private final List<String> texts = new ArrayList<>();
    private int at;

    /** @param end where the values end */
    Reader(byte[] in, int end) {
        this.in = in;
        this.end = end;
    }

    public boolean atEnd() {
        return at == end;
    }

    public int number() {
        int value = 0;
        int shift = 0;
        int next;
        do {
            next = in[at++];
            value |= (next & SEVEN_BITS) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }

    public double decimal() {
        long high = number();
        return Double.longBitsToDouble(high << Integer.SIZE | Integer.toUnsignedLong(number()));
    }

    public boolean truth() {
        return in[at++] != 0;
    }

    public String text() {
        int number = number();
        if (number == texts.size()) {
            int length = length();
            texts.add(new String(in, at, length, StandardCharsets.UTF_8));
            at += length;
        }
        return texts.get(number);
    }

    public byte[] bytes() {
        int length = length();
        at += length;
        return Arrays.copyOfRange(in, at - length, at);
    }

    public <T> List<T> all(Supplier<T> each) {
        int size = length();
        List<T> all = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            all.add(each.get());
        }
        return all;
    }

    public <T> Optional<T> maybe(Supplier<T> each) {
        return truth() ? Optional.of(each.get()) : Optional.empty();
    }

    /** Nothing is longer than what is left. */
    private int length() {
        int length = number();
        if (length < 0 || length > end - at) {
            throw new IllegalStateException("Longer than the file.");
        }
        return length;
    }
}
