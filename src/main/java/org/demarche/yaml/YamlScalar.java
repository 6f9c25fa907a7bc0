package org.demarche.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.demarche.source.SourceLocation;

/**
 * A single value.
 *
 * @param value as it is meant, without quotes and escapes
 * @param plain whether it is written without quotes
 * @param from the index of its first character in the text, quotes included
 * @param to the index after its last
 */
public record YamlScalar(String value, boolean plain, int from, int to, YamlText text) implements YamlNode {

    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

    @Override
    public SourceLocation at() {
        return text.at(from);
    }

    /** Whether a value was left out. */
    public boolean isEmpty() {
        return plain && NOTHING.contains(value);
    }

    /** The words of the value, each in its own place. */
    public List<YamlScalar> words() {
        int[] places = places();
        List<YamlScalar> words = new ArrayList<>();
        int next = 0;
        while (next < value.length()) {
            int start = next;
            while (next < value.length() && !blank(value.charAt(next))) {
                next++;
            }
            if (next > start) {
                int place = places[start];
                words.add(new YamlScalar(value.substring(start, next), plain, place, place + next - start, text));
            }
            next++;
        }
        return words;
    }

    /** The first occurrence of a part of the value, in its own place; the value itself when it is not there. */
    public YamlScalar part(String part) {
        int index = value.indexOf(part);
        return index < 0 ? this : part(index, part.length());
    }

    /** A part of the value in its own place. */
    public YamlScalar part(int index, int length) {
        int start = places()[index];
        return new YamlScalar(value.substring(index, index + length), plain, start, start + length, text);
    }

    private static boolean blank(char letter) {
        return letter == ' ' || letter >= '\t' && letter <= '\r';
    }

    /** For each char of the value the index in the text: quotes, escapes and folded line ends are passed over. */
    private int[] places() {
        int[] places = new int[value.length()];
        if (to - from == places.length && text.slice(from, to).equals(value)) {
            Arrays.setAll(places, i -> from + i);
            return places;
        }
        int[] raw = text.slice(from, to).codePoints().toArray();
        int next = 0;
        for (int i = 0; i < places.length; i++) {
            int found = find(value.codePointAt(i), raw, next);
            places[i] = from + Math.min(found, Math.max(0, raw.length - 1));
            next = Character.isHighSurrogate(value.charAt(i)) ? found : Math.min(found + 1, raw.length);
        }
        return places;
    }

    /** A character that is written otherwise (an escape, a folded line end) is taken to stand where one is looked for. */
    private static int find(int point, int[] raw, int from) {
        if (Character.isWhitespace(point)) {
            return from;
        }
        for (int i = from; i < raw.length; i++) {
            if (raw[i] == point) {
                return i;
            }
        }
        return from;
    }
}
