package org.demarche.report;

import java.util.ArrayList;
import java.util.List;

/** Takes paragraphs and sets them to a width. Not thread-safe. */
final class Paper {

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

    /** A paragraph that begins at a column, and goes on two columns further in. */
    Paper paragraph(int indent, String words) {
        return paragraph(" ".repeat(indent), " ".repeat(indent + 2), words);
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

    /** Everything, ready to be printed. */
    String print() {
        return Ink.render(text.toString(), page.colour());
    }

    /** Breaks words into lines; a word that is longer than a line has one to itself. */
    static List<String> wrap(String words, int first, int others) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int room = first;
        for (String word : words.split(" ")) {
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
