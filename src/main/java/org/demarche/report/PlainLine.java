package org.demarche.report;

/** A line that says neither how likely nor how sure something is. */
record PlainLine(String words) implements Line {

    @Override
    public void set(Paper paper, String first, String others) {
        paper.paragraph(first, others, words);
    }
}
