package org.demarche.report;

import java.util.Locale;
import org.demarche.model.Confidence;

/** How good the evidence is, {@code confidence: moderate}: a line of its own, to which nothing can be added. */
final class ConfidenceLine implements Line {

    private final Confidence confidence;

    ConfidenceLine(Confidence confidence) {
        this.confidence = confidence;
    }

    @Override
    public void set(Paper paper, String first, String others) {
        paper.paragraph(first, others, "confidence: " + confidence.name().toLowerCase(Locale.ROOT));
    }

    /** The same as a whole sentence, in a paragraph of its own. */
    void setSentence(Paper paper, int indent) {
        String word = confidence.name().toLowerCase(Locale.ROOT);
        paper.paragraph(indent, Character.toUpperCase(word.charAt(0)) + word.substring(1) + " confidence.");
    }
}
