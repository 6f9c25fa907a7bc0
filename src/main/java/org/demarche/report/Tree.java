package org.demarche.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Something with what stands under it.
 *
 * @param lines paragraphs; the first is what it is, the others say more about it
 * @param notes what is said about it last
 */
record Tree(List<String> lines, List<Line> notes, List<Tree> branches) {

    /** How much farther right each branch stands. */
    private static final int STEP = 3;

    Tree {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
        branches = List.copyOf(branches);
    }

    Tree(List<String> lines, List<Tree> branches) {
        this(lines, List.of(), branches);
    }

    /**
     * Sets the branches with lines that lead from each to what it stands under. What stands so deep that the lines would leave less than
     * half of the page goes on below, under a number.
     */
    void print(Paper paper) {
        Printing printing = new Printing(paper, new ArrayDeque<>());
        printing.branches(this, "");
        for (int number = 1; !printing.later().isEmpty(); number++) {
            Tree tree = printing.later().remove();
            paper.blank().paragraph("", "    ", Ink.QUIET.on("[" + number + "]") + " " + tree.lines.get(0));
            printing.branches(tree, "");
        }
    }

    /** @param later what goes on below, in the order of its numbers */
    private record Printing(Paper paper, Deque<Tree> later, int[] numbers) {

        Printing(Paper paper, Deque<Tree> later) {
            this(paper, later, new int[1]);
        }

        void branches(Tree of, String before) {
            for (int i = 0; i < of.branches.size(); i++) {
                boolean last = i == of.branches.size() - 1;
                tree(of.branches.get(i), before + (last ? "└─ " : "├─ "), before + (last ? "   " : "│  "));
            }
        }

        private void tree(Tree tree, String first, String others) {
            // With what stands alone under it, as a rule under what it concludes.
            int reach = others.length() + (tree.branches.size() == 1 ? STEP : 0);
            boolean deep = 2 * reach > paper.page().width() && !tree.branches.isEmpty();
            String below = Ink.QUIET.on(others + (tree.branches.isEmpty() || deep ? "  " : "│ "));
            String goesOn = "";
            if (deep) {
                later.add(tree);
                goesOn = " " + Ink.QUIET.on("(goes on below at [" + ++numbers[0] + "])");
            }
            paper.paragraph(Ink.QUIET.on(first), below, tree.lines.get(0) + goesOn);
            tree.lines.stream().skip(1).forEach(line -> paper.paragraph(below, below, line));
            tree.notes.forEach(note -> note.set(paper, below, below));
            if (!deep) {
                branches(tree, others);
            }
        }
    }
}
