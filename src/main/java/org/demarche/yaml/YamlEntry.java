package org.demarche.yaml;

/** A key with its value. */
public record YamlEntry(YamlScalar key, YamlNode value) {

    /** Whether nothing stands after the key. */
    public boolean isEmpty() {
        return value instanceof YamlScalar scalar && scalar.isEmpty();
    }

    /** Whether not even a colon stands after the key, as in {@code {one, two: 2}}. */
    boolean standsAlone() {
        YamlText text = key.text();
        int next = text.skipBlanks(key.to());
        return isEmpty() && !text.slice(next, next + 1).equals(":");
    }
}
