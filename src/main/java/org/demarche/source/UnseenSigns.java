package org.demarche.source;

/** Signs that are not printed and could make a text look like another one. */
public final class UnseenSigns {

    private UnseenSigns() {}

    /** Whether it turns the direction of writing, up to where it is turned back. */
    public static boolean turns(int letter) {
        return letter >= 0x202A && letter <= 0x202E || letter >= 0x2066 && letter <= 0x2069;
    }
}
