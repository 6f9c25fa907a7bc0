package org.demarche.source;

/** How many columns text takes where every letter has a column or two. */
public final class Columns {

    private Columns() {}

    /** Of a text. */
    public static int of(String text) {
        return text.codePoints().map(Columns::of).sum();
    }

    /** Of one character. */
    public static int of(int letter) {
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> wide(letter) ? 2 : 1;
        };
    }

    private static boolean wide(int letter) {
        return switch (Character.UnicodeScript.of(letter)) {
            case HAN, HANGUL, HIRAGANA, KATAKANA -> true;
            default -> letter >= 0xFF01 && letter <= 0xFF60 || letter >= 0x1F300 && letter <= 0x1FAFF;
        };
    }
}
