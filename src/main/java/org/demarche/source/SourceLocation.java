package org.demarche.source;

/**
 * A place in a text.
 *
 * @param file the path as the user gave it, with forward slashes
 * @param line counted from 1; 0 when the file as a whole is meant
 * @param column counted from 1 in characters; 0 when the line as a whole is meant
 */
public record SourceLocation(String file, int line, int column) implements Comparable<SourceLocation> {

    /** The file as a whole. */
    public static SourceLocation of(String file) {
        return new SourceLocation(file, 0, 0);
    }

    @Override
    public int compareTo(SourceLocation other) {
        int byFile = file.compareTo(other.file);
        int byLine = byFile == 0 ? Integer.compare(line, other.line) : byFile;
        return byLine == 0 ? Integer.compare(column, other.column) : byLine;
    }

    /** {@code file:line:column}, as editors and terminals understand it. */
    @Override
    public String toString() {
        if (line == 0) {
            return file;
        }
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
