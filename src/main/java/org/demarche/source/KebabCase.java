package org.demarche.source;

import java.text.Normalizer;
import java.util.Locale;

/** How ids are spelt: {@code weaken-enforcement}. */
public final class KebabCase {

    private KebabCase() {}

    /** Whether a word is spelt so. */
    public static boolean is(String word) {
        boolean begun = false;
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            boolean plain = letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9';
            // A hyphen stands between two others.
            if (!plain && (letter != '-' || !begun)) {
                return false;
            }
            begun = plain;
        }
        return begun;
    }

    /** How a word would be spelt; {@code ""} when nothing of it could stay. */
    public static String of(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
