package org.demarche.bench.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table as it grows, row by row, and its Markdown. */
public final class Table {

    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param head names of columns; one that ends with {@code >} is set to the right */
    public Table(String... head) {
        this.head = Arrays.asList(head);
    }

    public void row(String... cells) {
        if (cells.length != head.size()) {
            throw new IllegalArgumentException("not as many cells as columns: " + Arrays.toString(cells));
        }
        rows.add(Arrays.stream(cells).map(each -> each.replace("|", "\\|")).toList());
    }

    public String markdown() {
        StringBuilder text = new StringBuilder();
        line(text, head.stream().map(each -> each.replace(">", "")).toList());
        line(text, head.stream().map(each -> each.endsWith(">") ? "--:" : "---").toList());
        rows.forEach(row -> line(text, row));
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
