package org.demarche.yaml;

import java.util.Locale;

/** How sentences are put together. */
final class Sentence {

    private Sentence() {}

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
