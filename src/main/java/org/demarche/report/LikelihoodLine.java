package org.demarche.report;

import java.util.List;
import org.demarche.model.Likelihood;
import org.demarche.model.LikelihoodScale;

/**
 * A line that may say how likely something is. Other words can be put around it, but its own cannot be taken out; and words of confidence
 * cannot be put in, since {@link ConfidenceLine} does not give them away either.
 */
final class LikelihoodLine implements Line {

    static final LikelihoodLine NONE = new LikelihoodLine("");

    private final String text;

    private LikelihoodLine(String text) {
        this.text = text;
    }

    /** What goes on with a likelihood, or says none. */
    static LikelihoodLine plain(String text) {
        return new LikelihoodLine(text);
    }

    /** The phrase first and then the numbers, {@code unlikely (20% to 45%)}; only these where there is no phrase. */
    static LikelihoodLine numbered(Likelihood likelihood, LikelihoodScale scale, String numbers) {
        return new LikelihoodLine(likelihood
                .phrase(scale)
                .map(phrase -> phrase + " (" + numbers + ")")
                .orElse(numbers));
    }

    /** The phrase alone where it says all, else with the numbers. */
    static LikelihoodLine brief(Likelihood likelihood, LikelihoodScale scale, String numbers) {
        return likelihood.words(scale).map(LikelihoodLine::new).orElseGet(() -> numbered(likelihood, scale, numbers));
    }

    static LikelihoodLine joined(List<LikelihoodLine> lines, String between) {
        return new LikelihoodLine(
                String.join(between, lines.stream().map(line -> line.text).toList()));
    }

    LikelihoodLine after(String before) {
        return new LikelihoodLine(before + text);
    }

    LikelihoodLine then(String after) {
        return new LikelihoodLine(text + after);
    }

    LikelihoodLine then(LikelihoodLine after) {
        return new LikelihoodLine(text + after.text);
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    int width() {
        return Ink.width(text);
    }

    @Override
    public void set(Paper paper, String first, String others) {
        paper.paragraph(first, others, text);
    }

    void set(Paper paper, int indent) {
        paper.paragraph(indent, text);
    }

    /** Sets it beside a label. */
    void item(Paper paper, int indent, String label, int labelWidth) {
        paper.item(indent, label, labelWidth, text);
    }

    /** Sets it as the last column of a line. */
    void column(Paper paper, String before) {
        paper.line(before + text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LikelihoodLine line && line.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
