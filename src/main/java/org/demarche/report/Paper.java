package org.demarche.report;

import java.util.ArrayList;
import java.util.List;

/** Takes paragraphs and sets them to a width. Not thread-safe. */
final class Paper {

    /** Narrower than this, words are not set beside a label but under it. */
    private static final int LEGIBLE = 24;

    /** A space at which no line is broken. */
    static final char TOGETHER = '\u00A0';

    private final Page page;
    private final StringBuilder text = new StringBuilder();

    Paper(Page page) {
        this.page = page;
    }

    Page page() {
        return page;
    }

    Paper blank() {
        text.append('\n');
        return this;
    }

    /** A heading. */
    Paper heading(String words) {
        return paragraph(0, Ink.STRONG.on(words));
    }

    /** A paragraph that begins at a column and stays there. */
    Paper paragraph(int indent, String words) {
        return paragraph(" ".repeat(indent), " ".repeat(indent), words);
    }

    /** A paragraph with what stands before its first line and before the others. */
    Paper paragraph(String first, String others, String words) {
        String before = first;
        for (String line : wrap(words, page.width() - Ink.width(first), page.width() - Ink.width(others))) {
            text.append((before + line).stripTrailing()).append('\n');
            before = others;
        }
        return this;
    }

    /** A label, or none, with words beside it, set as a column; or under it, where there is no room. */
    Paper item(int indent, String label, int labelWidth, String words) {
        int column = indent + labelWidth + 2;
        if (page.width() - column < LEGIBLE) {
            return (label.isEmpty() ? this : paragraph(indent, label)).paragraph(indent + 4, words);
        }
        return paragraph(" ".repeat(indent) + pad(label, labelWidth + 2), " ".repeat(column), words);
    }

    /** A line that is set already, columns and all. */
    Paper line(String set) {
        text.append(set.stripTrailing()).append('\n');
        return this;
    }

    /** Everything, ready to be printed. */
    String print() {
        return Ink.render(text.toString(), page.colour()).replace(TOGETHER, ' ');
    }

    /** A text filled up with spaces to a width. */
    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - Ink.width(text)));
    }

    /** The width of the widest. */
    static int widest(List<String> texts) {
        return texts.stream().mapToInt(Ink::width).max().orElse(0);
    }

    /** Breaks words into lines; a word that is longer than a line has one to itself. */
    static List<String> wrap(String words, int first, int others) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int room = first;
        for (String word : words.split("\\s+")) {
            if (line.length() > 0 && Ink.width(line.toString()) + 1 + Ink.width(word) > room) {
                lines.add(line.toString());
                line.setLength(0);
                room = others;
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
