package org.demarche.report;

import java.util.List;

/**
 * Something with what stands under it.
 *
 * @param lines paragraphs; the first is what it is, the others say more about it
 */
record Tree(List<String> lines, List<Tree> branches) {

    Tree {
        lines = List.copyOf(lines);
        branches = List.copyOf(branches);
    }

    /** Sets the branches with lines that lead from each to what it stands under. */
    void print(Paper paper) {
        printBranches(paper, "");
    }

    private void printBranches(Paper paper, String before) {
        for (int i = 0; i < branches.size(); i++) {
            boolean last = i == branches.size() - 1;
            branches.get(i).print(paper, before + (last ? "└─ " : "├─ "), before + (last ? "   " : "│  "));
        }
    }

    private void print(Paper paper, String first, String others) {
        String below = Ink.QUIET.on(others + (branches.isEmpty() ? "  " : "│ "));
        paper.paragraph(Ink.QUIET.on(first), below, lines.get(0));
        lines.stream().skip(1).forEach(line -> paper.paragraph(below, below, line));
        printBranches(paper, others);
    }
}
