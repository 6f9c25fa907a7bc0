package org.demarche.report;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.demarche.Assessment;
import org.demarche.cases.Question;
import org.demarche.inference.Inference;
import org.demarche.inference.Inference.Pivot;
import org.demarche.inference.Status;
import org.demarche.model.FactType;

/** Sets what {@code run} found: moves in full and first, then what they rest on. */
final class RunText {

    private static final int FEW = 3;

    private final Assessment assessment;
    private final Words words;
    private final Paper paper;

    RunText(Assessment assessment, Page page) {
        this.assessment = assessment;
        this.words = new Words(assessment);
        this.paper = new Paper(page);
    }

    String text(List<Inference> inferences) {
        header();
        group("Moves", List.of(FactType.MOVE), inferences);
        group("Judgements", List.of(FactType.JUDGEMENT), inferences);
        group("Indications", List.of(FactType.INDICATION), inferences);
        group("What is settled and what cannot be", List.of(FactType.SETTLED, FactType.IMPOSSIBLE), inferences);
        return paper.print();
    }

    private void header() {
        String day = assessment.caseFile().asOf().map(date -> " as of " + date).orElse("");
        paper.paragraph(0, Ink.STRONG.on(assessment.caseFile().title()));
        paper.paragraph(
                0, assessment.caseFile().id() + day + ": " + Words.scenarios(assessment.scenarios()));
        if (assessment.paradoxical().signum() > 0) {
            paper.paragraph(
                    0,
                    Ink.BAD.on("In " + Words.scenarios(assessment.paradoxical())
                            + " the rules contradict themselves; what they say there is left undecided."));
        }
        Map<String, String> answered = assessment.answered();
        for (Question question : assessment.questions()) {
            question(question, answered);
        }
    }

    private void question(Question question, Map<String, String> answered) {
        String answer = answered.get(question.id());
        paper.paragraph(2, (answer == null ? "open: " : "answered: ") + question.ask() + " " + Ink.QUIET.on(question.id()));
        paper.paragraph(6, answer == null ? String.join(", ", question.answerIds()) : words.answer(question.id(), answer));
    }

    private void group(String title, List<FactType> types, List<Inference> inferences) {
        for (Status status : Status.values()) {
            List<Inference> group = inferences.stream()
                    .filter(each -> each.status() == status && types.contains(each.fact().type()))
                    .toList();
            if (!group.isEmpty()) {
                paper.blank().paragraph(0, Ink.STRONG.on(title + ", " + status.word() + " (" + group.size() + ")"));
                group.forEach(this::full);
            }
        }
    }

    private void full(Inference inference) {
        paper.blank().paragraph(2, words.sentence(inference.fact()));
        paper.paragraph(4, Ink.QUIET.on(inference.id()) + "  " + words.standing(inference));
        if (inference.status() == Status.CONTINGENT && inference.scenarios().signum() > 0) {
            conditions(inference.conditions());
        }
        if (!inference.pivots().isEmpty()) {
            paper.paragraph(4, "turns on " + inference.pivots().stream()
                    .limit(FEW)
                    .map(Pivot::question)
                    .collect(Collectors.joining(", ")));
        }
    }

    private void conditions(List<Map<String, String>> conditions) {
        conditions.stream().limit(FEW).forEach(each -> paper.paragraph(4, "where " + words.condition(each)));
        if (conditions.size() > FEW) {
            paper.paragraph(4, "and " + Words.number(BigInteger.valueOf(conditions.size() - FEW)) + " more such sets of answers");
        }
    }
}
