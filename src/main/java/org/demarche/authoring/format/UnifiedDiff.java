package org.demarche.authoring.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.text.diff.CommandVisitor;
import org.apache.commons.text.diff.StringsComparator;

/** What differs between two texts, in the form that {@code patch} and {@code git apply} read. */
final class UnifiedDiff {

    private static final int CONTEXT = 3;

    /** A line with the sign before it: kept, left out or put in. */
    private record Line(char sign, String text) {}

    private UnifiedDiff() {}

    static String of(String name, String before, String after) {
        List<Line> lines = lines(before, after);
        StringBuilder diff = new StringBuilder();
        int from = next(lines, 0);
        while (from < lines.size()) {
            int to = end(lines, from);
            hunk(lines, Math.max(0, from - CONTEXT), Math.min(lines.size(), to + CONTEXT), diff);
            from = next(lines, to);
        }
        return diff.isEmpty() ? "" : "--- a/" + name + "\n+++ b/" + name + "\n" + diff;
    }

    /** The first changed line from here on. */
    private static int next(List<Line> lines, int from) {
        int at = from;
        while (at < lines.size() && lines.get(at).sign() == ' ') {
            at++;
        }
        return at;
    }

    /** Behind the last of the changed lines that stand near to one another. */
    private static int end(List<Line> lines, int from) {
        int end = from;
        int near = from;
        while (near < lines.size() && near - end <= 2 * CONTEXT) {
            end = lines.get(near).sign() == ' ' ? end : near + 1;
            near = next(lines, Math.max(end, near + 1));
        }
        return end;
    }

    private static void hunk(List<Line> lines, int from, int to, StringBuilder diff) {
        diff.append("@@ -").append(range(lines, from, to, '+')).append(" +").append(range(lines, from, to, '-'));
        diff.append(" @@\n");
        lines.subList(from, to)
                .forEach(line -> diff.append(line.sign()).append(line.text()).append('\n'));
    }

    /** Where it begins and how long it is in the text that has not the lines with this sign. */
    private static String range(List<Line> lines, int from, int to, char without) {
        long before = count(lines.subList(0, from), without);
        long length = count(lines.subList(from, to), without);
        return (length == 0 ? before : before + 1) + "," + length;
    }

    private static long count(List<Line> lines, char without) {
        return lines.stream().filter(line -> line.sign() != without).count();
    }

    /** Each line stands for one letter, so that letters can be compared. */
    private static List<Line> lines(String before, String after) {
        Map<String, Character> letters = new HashMap<>();
        List<String> texts = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        new StringsComparator(letters(before, letters, texts), letters(after, letters, texts))
                .getScript()
                .visit(new CommandVisitor<>() {
                    @Override
                    public void visitInsertCommand(Character letter) {
                        lines.add(new Line('+', texts.get(letter)));
                    }

                    @Override
                    public void visitKeepCommand(Character letter) {
                        lines.add(new Line(' ', texts.get(letter)));
                    }

                    @Override
                    public void visitDeleteCommand(Character letter) {
                        lines.add(new Line('-', texts.get(letter)));
                    }
                });
        return lines;
    }

    private static String letters(String text, Map<String, Character> letters, List<String> texts) {
        StringBuilder written = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            written.append(letters.computeIfAbsent(line, each -> {
                texts.add(each);
                return (char) (texts.size() - 1);
            }));
        }
        return written.toString();
    }
}
