package org.demarche.compile;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.source.CommentsAndTexts;
import org.demarche.source.Problem;
import org.demarche.source.SourceLocation;

/**
 * A rule file's text, to turn offsets into places and places into problems that show their line.
 *
 * @param code the text with spaces where there are comments and texts in quotes: what words in it are, they are in the language
 */
record SourceText(String file, String text, String code) {

    /** A longer line helps nobody in a message. */
    private static final int LONGEST_SHOWN = 300;

    SourceText(String file, String text) {
        this(file, text, CommentsAndTexts.blanked(text));
    }

    /** The place of a character, counted from 0. */
    SourceLocation at(int offset) {
        int end = Math.max(0, Math.min(offset, text.length()));
        int line = 1;
        int start = 0;
        for (int i = text.indexOf('\n'); i >= 0 && i < end; i = text.indexOf('\n', i + 1)) {
            line++;
            start = i + 1;
        }
        return new SourceLocation(file, line, text.codePointCount(start, end) + 1);
    }

    /** The index of a place. */
    int offset(SourceLocation at) {
        int start = 0;
        for (int line = 1; line < at.line(); line++) {
            start = text.indexOf('\n', start) + 1;
        }
        int left = Math.max(0, Math.min(at.column() - 1, text.codePointCount(start, text.length())));
        return text.offsetByCodePoints(start, left);
    }

    Problem error(String check, SourceLocation at, String message) {
        String line = line(at.line());
        return Problem.error(check, at, message).withLine(line.length() > LONGEST_SHOWN ? "" : line);
    }

    Problem error(String check, SourceLocation at, String message, String hint) {
        return error(check, at, message).withHint(hint);
    }

    /** Where a word first stands at or after a place; the place itself when it does not. */
    SourceLocation find(String word, SourceLocation from) {
        int start = 0;
        for (int line = 1; line < from.line(); line++) {
            start = text.indexOf('\n', start) + 1;
        }
        int found = text.indexOf(word, start);
        return found < 0 ? from : at(found);
    }

    /** As {@link #find}, but at or behind the place itself and as a word of its own. */
    SourceLocation findWord(String word, SourceLocation from) {
        Matcher found = Pattern.compile("(?<![\\w$\"])" + Pattern.quote(word) + "(?!\\w)")
                .matcher(text);
        return found.find(offset(from)) ? at(found.start()) : from;
    }

    /** As {@link #find}, but neither in comments nor in texts in quotes. */
    SourceLocation findCode(String word, SourceLocation from) {
        int found = code().indexOf(word, offset(from));
        return found < 0 ? from : at(found);
    }

    /** The text of a line, counted from 1; {@code ""} beyond the text. */
    String line(int number) {
        List<String> lines = text.lines().toList();
        return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
    }
}
