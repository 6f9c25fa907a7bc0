package org.demarche.report;

import org.demarche.inference.Inference;
import org.demarche.inference.Status;

/** Sets what an explanation is about: the inference, where it holds, and how likely it is. */
record Topic(Words words, Paper paper, Page page) {

    private static final int FEW = 4;

    void set(Inference inference) {
        paper.heading(words.sentence(inference.fact()));
        words.standing(inference)
                .after(Ink.QUIET.on(inference.id()) + " · " + inference.status().word() + ", ")
                .set(paper, 0);
        words.scale(paper);
        if (inference.status() == Status.CONTINGENT) {
            words.where(inference, page.verbose() ? Integer.MAX_VALUE : FEW).forEach(line -> paper.paragraph(2, line));
        }
        words.odds(inference).ifPresent(said -> said.set(paper, 2));
        inference.confidence().ifPresent(level -> new ConfidenceLine(level).set(paper, "  ", "    "));
        words.happened(inference.fact())
                .ifPresent(said -> paper.paragraph(2, (inference.status() == Status.EXCLUDED ? "though " : "") + said));
    }
}
