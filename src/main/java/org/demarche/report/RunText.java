package org.demarche.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.demarche.Assessment;
import org.demarche.cases.Question;
import org.demarche.inference.Inference;
import org.demarche.inference.Inference.Pivot;
import org.demarche.inference.Inference.RuleShare;
import org.demarche.inference.Status;
import org.demarche.model.FactType;

/** Sets what {@code run} found: moves in full and first, then more briefly what they rest on. */
final class RunText {

    /** How many conditions and questions a reader takes in. */
    private static final int FEW = 3;

    private static final int INDENT = 2;
    private static final int DETAIL = 6;

    private final Assessment assessment;
    private final Words words;
    private final Paper paper;
    private final boolean verbose;

    RunText(Assessment assessment, Page page) {
        this.assessment = assessment;
        this.words = new Words(assessment);
        this.paper = new Paper(page);
        this.verbose = page.verbose();
    }

    String text(List<Inference> inferences) {
        new Heading(assessment, words, paper).set();
        questions(true);
        questions(false);
        group("Moves", true, List.of(FactType.MOVE), inferences);
        group("Judgements", false, List.of(FactType.JUDGEMENT), inferences);
        group("Indications", false, List.of(FactType.INDICATION), inferences);
        group("Settled or impossible", false, List.of(FactType.SETTLED, FactType.IMPOSSIBLE), inferences);
        inferences.stream()
                .map(each -> each.fact().type())
                .filter(FactType::isDeclared)
                .distinct()
                .sorted()
                .forEach(type -> group(type.typeName(), false, List.of(type), inferences));
        if (inferences.isEmpty()) {
            paper.blank().paragraph(0, "No rule concludes anything from this case.");
        }
        return paper.print();
    }

    private void questions(boolean open) {
        Map<String, String> answered = assessment.answered();
        List<Question> asked = assessment.questions().stream()
                .filter(question -> open != answered.containsKey(question.id()))
                .toList();
        int width = Paper.widest(asked.stream().map(Question::id).toList());
        if (!asked.isEmpty()) {
            paper.blank().heading(open ? "Open questions" : "Answered questions");
        }
        for (Question question : asked) {
            String answers = open
                    ? Ink.QUIET.on("(" + String.join(" | ", question.answerIds()) + ")")
                    : answer(question, answered.getOrDefault(question.id(), ""));
            paper.item(INDENT, Ink.QUIET.on(question.id()), width, (question.ask() + " " + answers).strip());
        }
    }

    private String answer(Question question, String answer) {
        String says = words.answer(question.id(), answer);
        return Ink.QUIET.on(answer) + (says.startsWith(question.id() + " = ") ? "" : ": " + says);
    }

    private void group(String title, boolean inFull, List<FactType> types, List<Inference> inferences) {
        for (boolean exact : List.of(true, false)) {
            for (Status status : Status.values()) {
                List<Inference> group = inferences.stream()
                        .filter(each -> each.status() == status
                                && each.method().exact() == exact
                                && types.contains(each.fact().type()))
                        .toList();
                if (!group.isEmpty()) {
                    paper.blank().heading(title + ", " + words.title(status, exact) + " (" + group.size() + ")");
                    list(group, inFull || verbose);
                }
            }
        }
    }

    private void list(List<Inference> group, boolean inFull) {
        if (inFull) {
            group.forEach(this::full);
        } else {
            new Brief(words, paper).list(group);
        }
    }

    private void full(Inference inference) {
        paper.blank().paragraph(" ".repeat(INDENT), " ".repeat(INDENT + 2), words.sentence(inference.fact()));
        LikelihoodLine standing =
                inference.status() == Status.CONTINGENT || inference.estimate().isPresent()
                        ? words.standing(inference)
                        : words.tendency(inference);
        detail(standing.after(Ink.QUIET.on(inference.id()) + (standing.isEmpty() ? "" : " · ")));
        words.odds(inference.likelihood()).ifPresent(this::detail);
        inference.confidence().map(ConfidenceLine::new).ifPresent(this::detail);
        words.happened(inference.fact()).ifPresent(this::detail);
        if (inference.status() == Status.CONTINGENT) {
            int most = verbose ? Integer.MAX_VALUE : FEW;
            words.where(inference, most).forEach(this::detail);
            words.undecidedWhere(inference, most).forEach(this::detail);
        }
        if (!inference.pivots().isEmpty()) {
            detail("turns on " + Words.and(pivots(inference)));
        }
        if (verbose) {
            origins(inference);
        }
    }

    private List<String> pivots(Inference inference) {
        Stream<Pivot> pivots = inference.pivots().stream();
        return verbose
                ? pivots.map(each -> each.question() + " (" + Numbers.fixed(each.influence(), 2) + ")")
                        .toList()
                : pivots.limit(FEW).map(Pivot::question).toList();
    }

    private void origins(Inference inference) {
        if (!inference.rules().isEmpty()) {
            detail("by "
                    + Words.and(inference.rules().stream().map(RuleShare::rule).toList()));
        }
        if (!inference.claims().isEmpty()) {
            detail("claims " + String.join(", ", inference.claims()));
        }
    }

    private void detail(Line line) {
        line.set(paper, " ".repeat(DETAIL), " ".repeat(DETAIL + 2));
    }

    private void detail(String text) {
        paper.paragraph(" ".repeat(DETAIL), " ".repeat(DETAIL + 2), text);
    }
}
