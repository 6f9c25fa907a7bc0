package org.demarche.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.demarche.Assessment;
import org.demarche.explain.Changes;
import org.demarche.explain.Explanation.Answered;
import org.demarche.explain.Explanation.Held;
import org.demarche.explain.Explanation.Origin;
import org.demarche.explain.Obstacles;
import org.demarche.explain.Obstacles.Attempt;
import org.demarche.explain.Obstacles.Met;
import org.demarche.explain.Obstacles.Near;
import org.demarche.explain.Obstacles.Step;
import org.demarche.explain.Obstacles.Unmet;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;

/** Sets what keeps something from being inferred: rule by rule what is met, what is not, and what comes near. */
final class WhyNotText {

    private static final int FEW = 4;

    private final Words words;
    private final WhyText reasons;
    private final Bibliography sources;
    private final Page page;
    private final Assessment assessment;

    WhyNotText(Assessment assessment, Page page) {
        this.assessment = assessment;
        this.words = new Words(assessment);
        this.sources = new Bibliography(assessment);
        this.reasons = new WhyText(assessment, page, sources);
        this.page = page;
    }

    String text(Obstacles obstacles, Changes changes, boolean all) {
        Paper paper = new Paper(page);
        if (obstacles.inference().isPresent()) {
            new Topic(words, paper, page).set(obstacles.inference().get());
        } else {
            paper.heading(obstacles.sentence());
            paper.paragraph(0, Ink.QUIET.on(obstacles.fact().id()) + " · inferred in no scenario");
        }
        paper.blank();
        if (obstacles.scenarios().signum() == 0) {
            paper.paragraph(
                    0, "Nothing keeps it from being inferred: it holds " + words.share(assessment.scenarios()) + ".");
            return paper.print();
        }
        obstacles.inference().ifPresent(inference -> contradiction(inference, paper));
        paper.paragraph(0, where(obstacles));
        List<Tree> trees = obstacles.attempts().stream()
                .map(attempt -> attempt(attempt, true))
                .toList();
        new Tree(List.of(), trees).print(paper);
        new ChangesText(words, paper, page).set(changes, all);
        sources.print(paper);
        return paper.print();
    }

    private String where(Obstacles obstacles) {
        int rules = obstacles.attempts().size();
        String which = obstacles
                        .inference()
                        .map(Inference::status)
                        .filter(Status.CONTINGENT::equals)
                        .isPresent()
                ? "It is not inferred " + words.share(obstacles.scenarios())
                        + (obstacles.scenarios().equals(assessment.scenarios())
                                ? ""
                                : ", " + String.join(", ", words.where(obstacles.conditions(), most())))
                        + ". "
                : "";
        return which
                + (rules == 1 ? "One rule could conclude it:" : rules + " rules could conclude it, the nearest first:");
    }

    private void contradiction(Inference inference, Paper paper) {
        if (inference.undecided().signum() > 0) {
            paper.paragraph(
                    0,
                    "In " + words.shortShare(inference.undecided())
                            + " scenarios it is undecided, because the rules contradict themselves.");
        }
    }

    private Tree attempt(Attempt attempt, boolean top) {
        List<String> lines = new ArrayList<>();
        lines.add(Ink.STRONG.on(attempt.title()) + " " + Ink.QUIET.on("[" + attempt.rule() + "]"));
        lines.add(count(attempt)
                + (attempt.citations().isEmpty()
                        ? ""
                        : " " + Ink.QUIET.on("(" + sources.cite(attempt.citations()) + ")")));
        if (page.verbose()) {
            lines.add(Ink.QUIET.on(attempt.at().toString()));
        }
        alternatives(attempt, top).forEach(lines::add);
        List<Tree> branches = new ArrayList<>();
        attempt.steps().forEach(step -> branches.add(step(step)));
        return new Tree(lines, branches);
    }

    private static String count(Attempt attempt) {
        int all = attempt.steps().size();
        if (attempt.unmet() == all) {
            return all == 1 ? "Its only condition is not met" : "None of its " + all + " conditions is met";
        }
        return attempt.unmet() == 0
                ? "All of its conditions seem to be met; only the rule engine can tell"
                : attempt.unmet() + " of its " + all + " conditions " + (attempt.unmet() == 1 ? "is" : "are")
                        + " not met";
    }

    private List<String> alternatives(Attempt attempt, boolean top) {
        List<String> lines = new ArrayList<>();
        int most = top ? most() : 2;
        attempt.alternatives().stream()
                .limit(most)
                .forEach(each -> lines.add("Or, with other facts, it lacks this: "
                        + each.stream().map(Unmet::sentence).collect(Collectors.joining("; and "))
                        + "."));
        int left = attempt.alternatives().size() - lines.size();
        if (left > 0 || !attempt.exhaustive()) {
            lines.add("Or it lacks something else, in " + (attempt.exhaustive() ? "" : "at least ") + Math.max(1, left)
                    + " other " + (left < 2 ? "way" : "ways") + ".");
        }
        return lines;
    }

    private Tree step(Step step) {
        if (step instanceof Met met) {
            String cited = met.facts().stream()
                    .map(reasons::statements)
                    .filter(each -> !each.isEmpty())
                    .collect(Collectors.joining(" "));
            return new Tree(
                    List.of("met: " + met.sentence() + (cited.isEmpty() ? "" : " " + cited) + given(met)), List.of());
        }
        return unmet((Unmet) step);
    }

    /** Which answer states it. */
    private String given(Met met) {
        for (Held held : met.facts()) {
            for (Origin origin : held.origins()) {
                if (origin instanceof Answered answered) {
                    return ", " + (answered.open() ? "if " : "since ")
                            + words.answer(answered.question(), answered.answer());
                }
            }
        }
        return "";
    }

    private Tree unmet(Unmet unmet) {
        List<String> lines = new ArrayList<>();
        lines.add(Ink.BAD.on("not met:") + " " + unmet.sentence() + " – " + kind(unmet));
        unmet.remarks().forEach(lines::add);
        unmet.near().forEach(near -> lines.add(near(near)));
        List<Tree> branches = new ArrayList<>();
        unmet.blockers().forEach(blocker -> branches.add(reasons.held(blocker)));
        unmet.attempts().forEach(attempt -> branches.add(attempt(attempt, false)));
        if (unmet.others() > 0) {
            lines.add(
                    unmet.others() == 1
                            ? "One other rule could conclude it, but is further away."
                            : unmet.others() + " other rules could conclude it, but are further away.");
        }
        return new Tree(lines, branches);
    }

    private String kind(Unmet unmet) {
        String under = String.join(", ", words.where(unmet.holdsUnder(), most()));
        String above = unmet.shownAbove() ? " (shown above)" : "";
        return switch (unmet.kind()) {
            case BLOCKED -> "blocked" + (under.isEmpty() ? "" : " except " + under) + ", by this:";
            case ELSEWHERE -> "open: it holds only " + (under.isEmpty() ? "elsewhere" : under);
            default -> unmet.kind().word() + above;
        };
    }

    static String near(Near near) {
        return "near: " + near.sentence() + ", but " + Words.and(near.differences());
    }

    private int most() {
        return page.verbose() ? Integer.MAX_VALUE : FEW;
    }
}
