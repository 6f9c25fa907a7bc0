package org.demarche.report;

import java.util.Optional;
import org.demarche.model.Confidence;

/** How good the evidence is, {@code confidence: moderate}: a line of its own, to which nothing can be added. */
final class ConfidenceLine implements Line {

    private static final String NOT_KNOWN = "not known";

    private final String text;

    ConfidenceLine(Confidence confidence) {
        this("confidence: " + confidence.word());
    }

    private ConfidenceLine(String text) {
        this.text = text;
    }

    /** That it is another; nothing where it is the same. */
    static Optional<ConfidenceLine> changed(Optional<Confidence> before, Optional<Confidence> after) {
        return before.equals(after)
                ? Optional.empty()
                : Optional.of(new ConfidenceLine("confidence: was "
                        + before.map(Confidence::word).orElse(NOT_KNOWN) + ", now "
                        + after.map(Confidence::word).orElse(NOT_KNOWN)));
    }

    /** With something plain before it. */
    ConfidenceLine after(String plain) {
        return new ConfidenceLine(plain + text);
    }

    @Override
    public void set(Paper paper, String first, String others) {
        paper.paragraph(first, others, text);
    }
}
