package org.demarche.report;

import org.demarche.source.Columns;
import org.demarche.source.UnseenSigns;

/** Marks what is to be set apart. The marks take no room; they become colours on a terminal and nothing elsewhere. */
enum Ink {
    /** What a reader looks for first. */
    STRONG('\uE001', "1"),
    /** What stands beside: ids, sources. */
    QUIET('\uE002', "2"),
    /** What holds in every scenario. */
    GOOD('\uE003', "32"),
    /** What wants attention. */
    BAD('\uE004', "31");

    private static final char END = '\uE000';

    private final char mark;
    private final String code;

    Ink(char mark, String code) {
        this.mark = mark;
        this.code = code;
    }

    String on(String text) {
        return text.isEmpty() ? text : mark + text + END;
    }

    /** The text with its marks made colours, or without them. */
    static String render(String text, boolean colour) {
        StringBuilder rendered = new StringBuilder(text.length());
        for (char letter : text.toCharArray()) {
            if (letter < END || letter > END + values().length) {
                rendered.append(isUnseen(letter) ? '\uFFFD' : letter);
            } else if (colour) {
                rendered.append("\u001B[").append(code(letter)).append('m');
            }
        }
        return rendered.toString();
    }

    /** What comes from files and words must not be able to write over the terminal, or to turn round what stands there. */
    private static boolean isUnseen(char letter) {
        return Character.isISOControl(letter) && letter != '\n' && letter != '\t' || UnseenSigns.turns(letter);
    }

    /** How many columns a text takes on a terminal. */
    static int width(String text) {
        int columns = 0;
        for (int at = 0; at < text.length(); ) {
            int letter = text.codePointAt(at);
            columns += width(letter);
            at += Character.charCount(letter);
        }
        return columns;
    }

    private static String code(char mark) {
        return mark == END ? "0" : values()[mark - END - 1].code;
    }

    private static int width(int letter) {
        return letter >= END && letter <= END + values().length ? 0 : Columns.of(letter);
    }
}
