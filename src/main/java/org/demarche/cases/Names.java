package org.demarche.cases;

import java.util.regex.Pattern;
import org.demarche.source.KebabCase;

/** How names of things are spelled. */
final class Names {

    private static final Pattern STATE = Pattern.compile("[A-Z]{3}");

    private Names() {}

    static boolean isKebab(String word) {
        return KebabCase.is(word);
    }

    static boolean isStateCode(String word) {
        return STATE.matcher(word).matches();
    }
}
