package org.demarche.report;

import java.util.Optional;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;

/** Sets what an explanation is about: the inference, where it holds, and how likely it is. */
record Topic(Words words, Paper paper, Page page) {

    private static final int FEW = 4;

    void set(Inference inference) {
        paper.heading(words.sentence(inference.fact()));
        paper.paragraph(
                0, Ink.QUIET.on(inference.id()) + " · " + inference.status().word() + ", " + words.standing(inference));
        if (inference.status() == Status.CONTINGENT) {
            words.where(inference, page.verbose() ? Integer.MAX_VALUE : FEW).forEach(line -> paper.paragraph(2, line));
        }
        Optional<String> odds = words.odds(inference);
        odds.ifPresent(said -> paper.paragraph(2, said));
    }
}
