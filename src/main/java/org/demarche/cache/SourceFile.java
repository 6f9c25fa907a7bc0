package org.demarche.cache;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * A file that rules were read from.
 *
 * @param name all of what is said of it that ends up in what is read: its name in messages, and what else depends on where it stands
 * @param content its bytes
 */
public record SourceFile(String name, byte[] content) {

    /** Something else that what is made depends on. */
    public static SourceFile of(String name, String content) {
        return new SourceFile(name, content.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceFile file && name.equals(file.name) && Arrays.equals(content, file.content);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, Arrays.hashCode(content));
    }

    @Override
    public String toString() {
        return name;
    }
}
