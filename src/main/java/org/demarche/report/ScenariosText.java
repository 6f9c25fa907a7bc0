package org.demarche.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.demarche.Assessment;
import org.demarche.cases.Question;
import org.demarche.inference.Inference;
import org.demarche.inference.Inference.Pivot;
import org.demarche.inference.ProbableScenario;
import org.demarche.inference.Status;
import org.demarche.model.Fact;
import org.demarche.model.Move;
import org.demarche.model.Thing;

/** Sets where everything holds: by inference, by answer, by question. */
final class ScenariosText {

    private static final int FEW = 3;
    private static final int INDENT = 2;
    private static final int DETAIL = 6;

    private final Assessment assessment;
    private final Words words;
    private final Paper paper;
    private final boolean verbose;

    ScenariosText(Assessment assessment, Page page) {
        this.assessment = assessment;
        this.words = new Words(assessment);
        this.paper = new Paper(page);
        this.verbose = page.verbose();
    }

    /** @param picked whether these inferences were asked for, and more is to be told of each */
    String text(List<Inference> inferences, boolean picked) {
        new Heading(assessment, words, paper).set();
        for (boolean exact : List.of(true, false)) {
            for (Status status : Status.values()) {
                group(status, exact, inferences, picked);
            }
        }
        List<Inference> turning = inferences.stream()
                .filter(each -> !each.pivots().isEmpty())
                .sorted(movesFirst())
                .toList();
        new Matrix(assessment, paper).set(turning);
        questions(turning);
        if (inferences.isEmpty()) {
            paper.blank().paragraph(0, "No rule concludes anything from this case.");
        }
        return paper.print();
    }

    private void group(Status status, boolean exact, List<Inference> inferences, boolean picked) {
        List<Inference> group = inferences.stream()
                .filter(each -> each.status() == status && each.method().exact() == exact)
                .sorted(movesFirst())
                .toList();
        if (group.isEmpty()) {
            return;
        }
        String title = words.title(status, exact);
        paper.blank().heading(Character.toUpperCase(title.charAt(0)) + title.substring(1) + " (" + group.size() + ")");
        if (status == Status.CONTINGENT || picked || verbose) {
            group.forEach(each -> full(each, picked));
            return;
        }
        List<Inference> moves =
                group.stream().filter(each -> isAskedFor(each.fact())).toList();
        new Brief(words, paper).list(moves);
        int others = group.size() - moves.size();
        if (others > 0) {
            paper.paragraph(
                    INDENT,
                    (moves.isEmpty() ? "" : "and ")
                            + others
                            + (others == 1
                                    ? " that is no move: `run` lists it, or -v"
                                    : " that are no moves: `run` lists them, or -v"));
        }
    }

    /** What a case is about: moves, and whatever rules over types of their own conclude. */
    private static boolean isAskedFor(Fact fact) {
        return fact instanceof Move || fact instanceof Thing;
    }

    static Comparator<Inference> movesFirst() {
        return Comparator.comparing((Inference each) -> !(each.fact() instanceof Move))
                .thenComparing(Inference::id);
    }

    private void full(Inference inference, boolean picked) {
        paper.blank().paragraph(" ".repeat(INDENT), " ".repeat(INDENT + 2), words.sentence(inference.fact()));
        detail(words.standing(inference).after(Ink.QUIET.on(inference.id()) + " · "));
        words.odds(inference.likelihood()).ifPresent(this::detail);
        int most = picked || verbose ? Integer.MAX_VALUE : FEW;
        if (inference.status() == Status.CONTINGENT) {
            words.where(inference, most).forEach(this::detail);
            words.undecidedWhere(inference, most).forEach(this::detail);
        }
        if (picked && inference.status() == Status.CONTINGENT) {
            words.notWhere(assessment.blocking(inference), most).forEach(this::detail);
        }
        if (!inference.pivots().isEmpty()) {
            detail("turns on " + Words.and(pivots(inference, most)));
        }
        if (picked || verbose) {
            assessment
                    .mostProbable(inference)
                    .flatMap(probable -> probable(inference, probable))
                    .ifPresent(this::detail);
        }
    }

    private List<String> pivots(Inference inference, int most) {
        Stream<Pivot> pivots = inference.pivots().stream().limit(most);
        return pivots.map(each -> each.question() + " (" + influence(each.influence()) + ")")
                .toList();
    }

    private static String influence(double influence) {
        return influence < 0.005 ? "<0.01" : Numbers.fixed(influence, 2);
    }

    /** First what makes a difference to it; the likelihood is of all answers together. */
    private Optional<LikelihoodLine> probable(Inference inference, ProbableScenario probable) {
        Map<String, String> known = new TreeMap<>(probable.scenario());
        known.keySet().removeAll(probable.unknown());
        known.keySet().removeAll(assessment.answered().keySet());
        Map<String, String> idle = new TreeMap<>(known);
        Set<String> turning = turning(inference);
        known.keySet().retainAll(turning);
        idle.keySet().removeAll(turning);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        List<String> unknown =
                probable.unknown().stream().filter(turning::contains).toList();
        return Optional.of(words.guaranteed(probable.guaranteed())
                .after("most probable where " + words.condition(known)
                        + (idle.isEmpty() ? "" : ", with what does not matter to it (" + words.condition(idle) + ")")
                        + ": ")
                .then(
                        unknown.isEmpty()
                                ? ""
                                : ", whatever the probability of " + Words.and(unknown) + ", which "
                                        + (unknown.size() == 1 ? "has" : "have") + " no likelihood"));
    }

    /** The questions whose answers make a difference to it, also where they do so only together and have no influence alone. */
    private Set<String> turning(Inference inference) {
        Set<String> turning = new TreeSet<>();
        if (inference.otherConditions().signum() != 0) {
            assessment.questions().forEach(question -> turning.add(question.id()));
        }
        inference.conditions().forEach(condition -> turning.addAll(condition.keySet()));
        return turning;
    }

    /** The questions by how much hangs on them. */
    private void questions(List<Inference> turning) {
        List<Question> open = assessment.questions().stream()
                .filter(question -> !assessment.answered().containsKey(question.id()))
                .toList();
        if (open.isEmpty() || turning.isEmpty()) {
            return;
        }
        paper.blank().heading("What hangs on each open question");
        paper.paragraph(
                0,
                "In brackets its influence: by how much the share of the scenarios in which the inference holds differs"
                        + " between its answers, from 0 to 1.");
        int width = Paper.widest(open.stream().map(Question::id).toList());
        open.stream()
                .filter(each -> total(each, turning) > 0)
                .sorted(Comparator.comparing((Question each) -> total(each, turning))
                        .reversed())
                .forEach(each -> question(each, width, hangs(each, turning)));
        List<String> idle = open.stream()
                .filter(each -> total(each, turning) == 0)
                .map(Question::id)
                .toList();
        if (!idle.isEmpty()) {
            paper.paragraph(INDENT, "Nothing shown here turns on " + Words.and(idle) + ".");
        }
    }

    private void question(Question question, int width, String hangs) {
        String id = Ink.QUIET.on(question.id());
        if (question.ask().isEmpty()) {
            paper.item(INDENT, id, width, hangs);
        } else {
            paper.item(INDENT, id, width, question.ask());
            paper.item(INDENT, "", width, hangs);
        }
    }

    private static double influence(Question question, Inference inference) {
        return inference.pivots().stream()
                .filter(pivot -> pivot.question().equals(question.id()))
                .mapToDouble(Pivot::influence)
                .sum();
    }

    private static double total(Question question, List<Inference> turning) {
        return turning.stream().mapToDouble(each -> influence(question, each)).sum();
    }

    private static String hangs(Question question, List<Inference> turning) {
        List<Inference> hanging = turning.stream()
                .filter(each -> influence(question, each) > 0)
                .sorted(Comparator.comparing((Inference each) -> influence(question, each))
                        .reversed())
                .toList();
        String most = Words.and(hanging.stream()
                .limit(FEW)
                .map(each -> each.id() + " (" + influence(influence(question, each)) + ")")
                .toList());
        return hanging.size() <= FEW ? most : Words.count(hanging.size(), "inference") + ", most of all " + most;
    }

    private void detail(Line line) {
        line.set(paper, " ".repeat(DETAIL), " ".repeat(DETAIL + 2));
    }

    private void detail(String text) {
        paper.paragraph(" ".repeat(DETAIL), " ".repeat(DETAIL + 2), text);
    }
}
