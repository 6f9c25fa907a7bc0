package org.demarche.source;

/** How many columns text takes where every letter has a column or two. */
public final class Columns {

    /** Below it every letter has one column, save one that is only seen where a line breaks. */
    private static final int FIRST_MARK = 0x300;

    private static final int SOFT_HYPHEN = 0xAD;

    private Columns() {}

    /** Of a text. */
    public static int of(String text) {
        int columns = 0;
        for (int at = 0; at < text.length(); ) {
            int letter = text.codePointAt(at);
            columns += of(letter);
            at += Character.charCount(letter);
        }
        return columns;
    }

    /** Of one character. */
    public static int of(int letter) {
        if (letter < FIRST_MARK) {
            return letter == SOFT_HYPHEN ? 0 : 1;
        }
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
