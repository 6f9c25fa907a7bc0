package org.demarche.source;

import java.text.Normalizer;
import java.util.Locale;

/** How ids are spelt: {@code weaken-enforcement}. */
public final class KebabCase {

    private KebabCase() {}

    /** Whether a word is spelt so. */
    public static boolean is(String word) {
        return word.matches("[a-z0-9]+(-[a-z0-9]+)*");
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
