package org.demarche.cases;

import java.util.regex.Pattern;

/** How names of things are spelled. */
final class Names {

    private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern STATE = Pattern.compile("[A-Z]{3}");

    private Names() {}

    static boolean isKebab(String word) {
        return KEBAB.matcher(word).matches();
    }

    static boolean isStateCode(String word) {
        return STATE.matcher(word).matches();
    }
}
