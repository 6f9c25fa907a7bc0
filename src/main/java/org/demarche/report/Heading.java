package org.demarche.report;

import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.Assessment;
import org.demarche.inference.Method;

/** Sets what every report of an assessment begins with: the case, its scenarios, and what is wrong with them. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class Heading {

    private static final int INDENT = 2;

    private final Assessment assessment;
    private final Words words;
    private final Paper paper;

    void set() {
        String day = assessment.caseFile().asOf().map(date -> " as of " + date).orElse("");
        paper.heading(assessment.caseFile().title());
        paper.paragraph(0, assessment.caseFile().id() + day + ": " + Words.scenarios(assessment.scenarios()));
        words.scale(paper);
        remarks();
    }

    /** What has to be known of how it was worked out, and where the rules contradict themselves. */
    void remarks() {
        method();
        if (!assessment.paradoxes().isEmpty()) {
            paper.paragraph(
                    0,
                    Ink.BAD.on("Paradoxical: " + words.share(assessment.paradoxical())
                            + " the rules contradict themselves and leave something undecided."));
            new Circles(assessment, words, paper).set(INDENT);
        }
    }

    /** Says so where not everything was worked out together and exactly. */
    private void method() {
        long estimated = assessment.inferences().stream()
                .filter(each -> !each.method().exact())
                .count();
        long counted = assessment.inferences().stream()
                .filter(each -> each.method() == Method.BLOCKS)
                .count();
        if (counted > 0) {
            paper.paragraph(
                    0,
                    "Labels grew too large for " + Words.count((int) counted, "inference")
                            + ": their scenarios were counted one by one. The counts are exact, conditions and"
                            + " likelihoods are not known.");
        }
        if (estimated > 0) {
            paper.paragraph(
                    0,
                    Ink.BAD.on("Estimated: for " + Words.count((int) estimated, "inference")
                            + " there are too many scenarios to go through; what is said of them is estimated from"
                            + " scenarios drawn at random."));
        }
    }
}
