package org.demarche.report;

/**
 * A line of a report that keeps its words to itself: they get out onto paper, and into no other text. Likelihood and confidence must not
 * meet in one sentence (ICD 203); what cannot be read cannot be joined.
 */
sealed interface Line permits LikelihoodLine, ConfidenceLine, PlainLine {

    /** Sets it as a paragraph, with what stands before its first line and before the others. */
    void set(Paper paper, String first, String others);
}
