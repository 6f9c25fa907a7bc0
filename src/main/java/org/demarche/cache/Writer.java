package org.demarche.cache;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes values one behind the other; {@link Reader} reads them in the same order. A text is written once and then by its number. */
public final class Writer {

    private static final int SEVEN_BITS = 0x7F;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    private final Map<String, Integer> texts = new HashMap<>();

    /** Everything so far. */
    public byte[] written() {
        return out.toByteArray();
    }

    /** Small numbers take little space. */
    public void number(int value) {
        int rest = value;
        while ((rest & ~SEVEN_BITS) != 0) {
            out.write(rest & SEVEN_BITS | SEVEN_BITS + 1);
            rest >>>= 7;
        }
        out.write(rest);
    }

    public void decimal(double value) {
        long bits = Double.doubleToLongBits(value);
        number((int) (bits >>> Integer.SIZE));
        number((int) bits);
    }

    public void truth(boolean value) {
        out.write(value ? 1 : 0);
    }

    public void text(String value) {
        Integer known = texts.putIfAbsent(value, texts.size());
        number(known == null ? texts.size() - 1 : known);
        if (known == null) {
            bytes(value.getBytes(StandardCharsets.UTF_8));
        }
    }

    public void bytes(byte... value) {
        number(value.length);
        out.write(value, 0, value.length);
    }

    public <T> void all(Collection<T> values, Consumer<T> each) {
        number(values.size());
        values.forEach(each);
    }

    public <T> void maybe(Optional<T> value, Consumer<T> each) {
        truth(value.isPresent());
        value.ifPresent(each);
    }
}
