package org.demarche.report;

import java.util.Optional;
import org.demarche.Assessment;
import org.demarche.inference.Paradox;
import org.demarche.inference.Paradox.Step;

/** Sets in which circles the rules contradict themselves. */
record Circles(Assessment assessment, Words words, Paper paper) {

    private static final int INDENT = 2;
    private static final int FEW = 3;

    void set(int indent) {
        assessment.paradoxes().forEach(paradox -> set(paradox, indent));
    }

    private void set(Paradox paradox, int indent) {
        paper.paragraph(
                indent,
                words.share(paradox.scenarios())
                        + (paradox.conditions().isEmpty()
                                        || paradox.conditions().get(0).isEmpty()
                                ? ""
                                : ", "
                                        + String.join(
                                                ", ",
                                                words.where(
                                                        paradox.conditions(),
                                                        paper.page().verbose() ? Integer.MAX_VALUE : FEW)))
                        + ", this goes round in a circle:");
        paradox.loop()
                .forEach(step ->
                        paper.paragraph(" ".repeat(indent + INDENT), " ".repeat(indent + 2 * INDENT), step(step)));
    }

    private String step(Step step) {
        String rule = Optional.ofNullable(assessment.rulebase().cards().get(step.rule()))
                .map(card -> (card.title().equals(step.rule()) ? "" : "“" + card.title() + "” ")
                        + Ink.QUIET.on("[" + step.rule() + "] (" + card.at() + ")"))
                .orElse(step.rule());
        return words.sentence(step.concluded()) + (step.unless() ? ", unless " : ", if ") + words.clause(step.by())
                + ": by " + rule;
    }
}
