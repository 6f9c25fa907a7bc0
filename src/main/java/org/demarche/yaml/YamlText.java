package org.demarche.yaml;

import java.util.Arrays;
import java.util.List;
import org.demarche.source.Problem;
import org.demarche.source.SourceLocation;

/** A text with its name, in which every place can be told as line and column. Indexes count characters from 0. */
public final class YamlText {

    /** A longer line helps nobody in a message. */
    private static final int LONGEST_SHOWN = 300;

    private final String file;
    private final int[] points;
    private final int[] lineStarts;
    private final List<String> lines;

    YamlText(String file, String content) {
        this.file = file;
        this.points = content.codePoints().toArray();
        int[] starts = new int[points.length + 1];
        int found = 1;
        for (int i = 0; i < points.length; i++) {
            if (endsLine(i)) {
                starts[found++] = i + 1;
            }
        }
        this.lineStarts = Arrays.copyOf(starts, found);
        this.lines = content.lines().toList();
    }

    /** The name of the file as the user gave it, with forward slashes. */
    public String file() {
        return file;
    }

    /** The lines without their ends. */
    public List<String> lines() {
        return lines;
    }

    /** A problem at a place, with the text of its line. */
    public Problem error(String check, SourceLocation at, String message) {
        return Problem.error(check, at, message).withLine(line(at.line()));
    }

    /** The place of a character. */
    SourceLocation at(int index) {
        int found = Arrays.binarySearch(lineStarts, index);
        int line = found >= 0 ? found : -found - 2;
        return new SourceLocation(file, line + 1, index - lineStarts[line] + 1);
    }

    /** The characters from an index up to, without, another one. */
    String slice(int from, int to) {
        int end = Math.min(to, points.length);
        return from >= end ? "" : new String(points, from, end - from);
    }

    /** What follows in the same line, as far as anybody wants to read it. */
    String restOfLine(int from) {
        int end = from;
        int limit = Math.min(points.length, from + LONGEST_SHOWN);
        while (end < limit && points[end] != '\n' && points[end] != '\r') {
            end++;
        }
        return slice(from, end);
    }

    /** The index of the next character that is no blank. */
    int skipBlanks(int from) {
        int next = from;
        while (next < points.length && (points[next] == ' ' || points[next] == '\t')) {
            next++;
        }
        return next;
    }

    int length() {
        return points.length;
    }

    private String line(int number) {
        String line = number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
        return line.length() > LONGEST_SHOWN ? "" : line;
    }

    private boolean endsLine(int index) {
        boolean followed = index + 1 < points.length && points[index + 1] == '\n';
        return points[index] == '\n' || (points[index] == '\r' && !followed);
    }
}
