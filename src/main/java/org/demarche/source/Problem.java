package org.demarche.source;

import java.util.Locale;
import lombok.With;

/**
 * Something wrong with an input, told to the person who wrote it.
 *
 * @param check the stable kebab-case id of the check that found it
 * @param message one whole sentence without class names
 * @param line the text of the line it stands in, {@code ""} when there is none
 * @param hint what to do about it, e.g. {@code Maybe `aim`?}; {@code ""} when nothing is known
 */
@With
public record Problem(Severity severity, String check, SourceLocation at, String message, String line, String hint)
        implements Comparable<Problem> {

    public static Problem error(String check, SourceLocation at, String message) {
        return new Problem(Severity.ERROR, check, at, message, "", "");
    }

    public static Problem warning(String check, SourceLocation at, String message) {
        return new Problem(Severity.WARNING, check, at, message, "", "");
    }

    public static Problem note(String check, SourceLocation at, String message) {
        return new Problem(Severity.NOTE, check, at, message, "", "");
    }

    @Override
    public int compareTo(Problem other) {
        int byRoot = Boolean.compare(other.isRoot(), isRoot());
        int byPlace = byRoot == 0 ? at.compareTo(other.at) : byRoot;
        int byCheck = byPlace == 0 ? check.compareTo(other.check) : byPlace;
        return byCheck == 0 ? message.compareTo(other.message) : byCheck;
    }

    /** Whether others may follow from it: a fact can be right, and seem wrong where rules cannot be used. */
    private boolean isRoot() {
        return severity == Severity.ERROR && at.file().toLowerCase(Locale.ROOT).endsWith(".drl");
    }

    /** The problem as it is shown: place, sentence, the line with a caret, the hint and the check's id. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder()
                .append(at)
                .append(": ")
                .append(severity.word())
                .append(": ")
                .append(message);
        if (!hint.isEmpty()) {
            text.append(' ').append(hint);
        }
        text.append(" [").append(check).append(']');
        if (!line.isBlank()) {
            text.append("\n    ").append(line.replace('\t', ' '));
            if (at.column() > 0) {
                text.append("\n    ").append(" ".repeat(columnsBefore())).append('^');
            }
        }
        return text.toString();
    }

    /** How far to the right the place stands where some letters are wide and some take no room. */
    private int columnsBefore() {
        int letters = Math.min(at.column() - 1, line.codePointCount(0, line.length()));
        int beyond = at.column() - 1 - letters;
        return Columns.of(line.substring(0, line.offsetByCodePoints(0, letters))) + beyond;
    }
}
