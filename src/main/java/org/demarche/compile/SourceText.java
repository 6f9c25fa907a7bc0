package org.demarche.compile;

import java.util.List;
import org.demarche.source.Problem;
import org.demarche.source.SourceLocation;

/** A rule file's text, to turn offsets into places and places into problems that show their line. */
record SourceText(String file, String text) {

    /** The place of a character, counted from 0. */
    SourceLocation at(int offset) {
        int end = Math.max(0, Math.min(offset, text.length()));
        int line = 1;
        int start = 0;
        for (int i = text.indexOf('\n'); i >= 0 && i < end; i = text.indexOf('\n', i + 1)) {
            line++;
            start = i + 1;
        }
        return new SourceLocation(file, line, end - start + 1);
    }

    /** The index of a place. */
    int offset(SourceLocation at) {
        int start = 0;
        for (int line = 1; line < at.line(); line++) {
            start = text.indexOf('\n', start) + 1;
        }
        return start + Math.max(0, at.column() - 1);
    }

    Problem error(String check, SourceLocation at, String message) {
        return Problem.error(check, at, message).withLine(line(at.line()));
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

    /** The text of a line, counted from 1; {@code ""} beyond the text. */
    String line(int number) {
        List<String> lines = text.lines().toList();
        return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
    }
}
