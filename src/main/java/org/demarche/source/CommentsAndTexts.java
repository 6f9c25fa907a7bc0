package org.demarche.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in rules and in the Java code in them and is not their language: comments, and texts in single or double quotes. A {@code
 * //} in a text begins no comment, and a quote in a comment no text; {@code #} is no comment to Drools.
 */
public final class CommentsAndTexts {

    /** A comment to the end of the line. */
    public static final String LINE_COMMENT = "//[^\\n]*+";

    /** A comment with an end of its own. */
    public static final String COMMENT = "/\\*(?s:.*?)\\*/";

    /** A text in quotes that is closed on its line. Without backtracking, which in a long text would be too deep. */
    public static final String TEXT = quoted('"') + "|" + quoted('\'');

    private static final Pattern ANY = Pattern.compile(LINE_COMMENT + "|" + COMMENT + "|" + TEXT);

    private CommentsAndTexts() {}

    private static String quoted(char quote) {
        String plain = "[^" + quote + "\\\\\\n]*+";
        return quote + plain + "(?:\\\\." + plain + ")*+" + quote;
    }

    /** The same code, as long and with the same lines, with blanks where there are comments and texts. */
    public static String blanked(String code) {
        char[] left = code.toCharArray();
        Matcher hidden = ANY.matcher(code);
        while (hidden.find()) {
            for (int i = hidden.start(); i < hidden.end(); i++) {
                left[i] = left[i] == '\n' || left[i] == '\r' ? left[i] : ' ';
            }
        }
        return new String(left);
    }
}
