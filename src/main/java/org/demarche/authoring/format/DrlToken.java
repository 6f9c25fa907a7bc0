package org.demarche.authoring.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.source.CommentsAndTexts;

/**
 * A word, a text, a sign or a comment of a rule file.
 *
 * @param from where it begins in the text
 * @param lines how many line ends stand before it, after the token before
 * @param glued whether nothing stands between it and the token before
 */
record DrlToken(Kind kind, String text, int from, int lines, boolean glued) {

    enum Kind {
        WORD,
        TEXT,
        SIGN,
        LINE_COMMENT,
        COMMENT
    }

    private static final Pattern TOKEN = Pattern.compile("(?<line>" + CommentsAndTexts.LINE_COMMENT + ")"
            + "|(?<comment>" + CommentsAndTexts.COMMENT + ")"
            + "|(?<text>" + CommentsAndTexts.TEXT + ")"
            + "|(?<word>@?[\\w$][\\w$.]*+)"
            + "|==|!=|<=|>=|&&|\\|\\||\\S");

    /** All tokens of a text, in its order. */
    static List<DrlToken> all(String text) {
        List<DrlToken> tokens = new ArrayList<>();
        Matcher found = TOKEN.matcher(text);
        int end = 0;
        while (found.find()) {
            String before = text.substring(end, found.start());
            int lines = (int) before.chars().filter(c -> c == '\n').count();
            boolean line = found.group("line") != null;
            String written = line ? found.group().stripTrailing() : found.group();
            tokens.add(new DrlToken(kind(found), written, found.start(), lines, before.isEmpty()));
            end = found.end();
        }
        return tokens;
    }

    boolean is(String word) {
        return text.equals(word);
    }

    boolean comment() {
        return kind == Kind.COMMENT || kind == Kind.LINE_COMMENT;
    }

    boolean annotation() {
        return kind == Kind.WORD && text.startsWith("@");
    }

    /** Where it ends in the text. */
    int to() {
        return from + text.length();
    }

    private static Kind kind(Matcher found) {
        if (found.group("line") != null) {
            return Kind.LINE_COMMENT;
        }
        if (found.group("comment") != null) {
            return Kind.COMMENT;
        }
        if (found.group("text") != null) {
            return Kind.TEXT;
        }
        return found.group("word") != null ? Kind.WORD : Kind.SIGN;
    }
}
