package org.demarche.compile;

/** Java code as text. */
final class JavaCode {

    private JavaCode() {}

    /** The code with the letters of its texts and comments made blanks, so that nothing in them is taken for code. */
    static String withoutTexts(String code) {
        StringBuilder blank = new StringBuilder(code);
        int i = 0;
        while (i < code.length()) {
            int end = end(code, i);
            for (int at = i; end > i + 1 && at < end; at++) {
                if (code.charAt(at) != '\n') {
                    blank.setCharAt(at, ' ');
                }
            }
            i = end;
        }
        return blank.toString();
    }

    /** The index behind the text or comment that begins here, or behind this letter. */
    private static int end(String code, int from) {
        if (code.startsWith("//", from)) {
            int end = code.indexOf('\n', from);
            return end < 0 ? code.length() : end;
        }
        if (code.startsWith("/*", from)) {
            int end = code.indexOf("*/", from + 2);
            return end < 0 ? code.length() : end + 2;
        }
        char quote = code.charAt(from);
        if (quote != '"' && quote != '\'') {
            return from + 1;
        }
        int i = from + 1;
        while (i < code.length() && code.charAt(i) != quote && code.charAt(i) != '\n') {
            i += code.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(code.length(), i + 1);
    }
}
