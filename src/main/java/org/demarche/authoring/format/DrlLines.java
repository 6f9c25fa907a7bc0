package org.demarche.authoring.format;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes tokens line by line. What goes on in a further line stands below what follows the bracket that is still open. */
final class DrlLines {

    static final int INDENT = 4;

    private final StringBuilder text = new StringBuilder();

    /** For each open bracket the column at which what is in it goes on. */
    private final Deque<Integer> open = new ArrayDeque<>();

    private int lineStart;

    /** Goes on in a new line, with one empty line before it where that is asked for. */
    void line(boolean emptyBefore, int indent) {
        if (text.length() > 0) {
            text.append(emptyBefore ? "\n\n" : "\n");
        }
        lineStart = text.length();
        text.append(" ".repeat(indent));
    }

    /** A token in the line, or in the next where its author began one. */
    void token(DrlToken token, DrlToken before, int indent) {
        if (token.lines() > 0) {
            line(token.lines() > 1, open.isEmpty() ? indent : open.element());
        } else if (DrlSpacing.between(before, token)) {
            text.append(' ');
        }
        write(token);
    }

    /** A token as it is, where the line stands. */
    void write(DrlToken token) {
        if (token.is(")") && !open.isEmpty()) {
            open.pop();
        }
        text.append(token.text());
        if (token.is("(")) {
            // One column further for the space behind the bracket.
            open.push(text.length() - lineStart + 1);
        }
    }

    void raw(String written) {
        text.append(written);
        lineStart = text.lastIndexOf("\n") + 1;
    }

    void closeAll() {
        open.clear();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
