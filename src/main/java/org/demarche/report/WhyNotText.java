package org.demarche.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.Assessment;
import org.demarche.explain.changes.Changes;
import org.demarche.explain.why.Explanation.Held;
import org.demarche.explain.whynot.Obstacles;
import org.demarche.explain.whynot.Obstacles.Alternative;
import org.demarche.explain.whynot.Obstacles.Attempt;
import org.demarche.explain.whynot.Obstacles.Met;
import org.demarche.explain.whynot.Obstacles.Near;
import org.demarche.explain.whynot.Obstacles.Step;
import org.demarche.explain.whynot.Obstacles.Unmet;
import org.demarche.explain.wording.Sentences;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;

/** Sets what keeps something from being inferred: rule by rule what is met, what is not, and what comes near. */
final class WhyNotText {

    private static final int FEW = 4;

    /** Where so many conditions are not met and no other one is, what these lack in their turn leads far away. */
    private static final int FAR = 3;

    private final Words words;
    private final WhyText reasons;
    private final Bibliography sources;
    private final Page page;
    private static final String NOT_MET = Ink.BAD.on("not met:");

    private final Assessment assessment;

    /** Whether everything is told. */
    private boolean inFull;

    /** The conditions of which it has been told what comes near to them. */
    private final Set<String> near = new HashSet<>();

    WhyNotText(Assessment assessment, Page page) {
        this.assessment = assessment;
        this.words = new Words(assessment);
        this.sources = new Bibliography(assessment);
        this.reasons = new WhyText(assessment, page, sources, true);
        this.page = page;
    }

    String text(Obstacles obstacles, Changes changes, boolean all) {
        inFull = all || page.verbose();
        Paper paper = new Paper(page);
        if (obstacles.inference().isPresent()) {
            new Topic(words, paper, page).set(obstacles.inference().get());
        } else {
            paper.heading(obstacles.sentence());
            paper.paragraph(0, Ink.QUIET.on(obstacles.fact().id()) + " · excluded, in no scenario");
            words.happened(obstacles.fact()).ifPresent(said -> paper.paragraph(2, "though " + said));
        }
        paper.blank();
        if (obstacles.scenarios().signum() == 0) {
            paper.paragraph(
                    0, "Nothing keeps it from being inferred: it holds " + words.share(assessment.scenarios()) + ".");
            return paper.print();
        }
        obstacles.inference().ifPresent(inference -> contradiction(inference, paper));
        paper.paragraph(0, where(obstacles));
        List<Tree> trees = new ArrayList<>();
        Optional<Attempt> before = Optional.empty();
        for (Attempt attempt : obstacles.attempts()) {
            Optional<Attempt> same = before.filter(each -> each.rule().equals(attempt.rule()));
            trees.add(attempt(attempt, true, same));
            before = Optional.of(attempt);
        }
        new Tree(List.of(), trees).print(paper);
        new ChangesText(words, paper, page).set(changes, all || page.verbose(), true);
        sources.print(paper);
        return paper.print();
    }

    private String where(Obstacles obstacles) {
        long rules = obstacles.attempts().stream().map(Attempt::rule).distinct().count();
        String which = obstacles
                        .inference()
                        .map(Inference::status)
                        .filter(Status.CONTINGENT::equals)
                        .isPresent()
                ? notInferred(obstacles) + ". "
                : "";
        return which
                + (rules == 1 ? "One rule could conclude it:" : rules + " rules could conclude it, the nearest first:");
    }

    private String notInferred(Obstacles obstacles) {
        return obstacles.scenarios().equals(assessment.scenarios())
                ? "It is inferred in no scenario"
                : "It is not inferred " + words.share(obstacles.scenarios()) + ", "
                        + String.join(", ", words.where(obstacles.conditions(), most()));
    }

    private void contradiction(Inference inference, Paper paper) {
        if (inference.undecided().signum() > 0) {
            paper.paragraph(
                    0,
                    "It is undecided " + words.share(inference.undecided())
                            + ", because the rules contradict themselves:");
            new Circles(assessment, words, paper).set(2);
        }
    }

    /** @param before what has just been told of the same rule, in other scenarios */
    private Tree attempt(Attempt attempt, boolean top, Optional<Attempt> before) {
        boolean again = before.isPresent();
        Set<String> repeated = before.map(WhyNotText::unmet).orElse(Set.of());
        if (!unmet(attempt).containsAll(repeated) || repeated.size() == attempt.unmet()) {
            repeated = Set.of();
        }
        List<String> lines = new ArrayList<>();
        String cited =
                attempt.citations().isEmpty() ? "" : " " + Ink.QUIET.on("(" + sources.cite(attempt.citations()) + ")");
        lines.add(
                again
                        ? "The same rule in other scenarios:"
                        : Ink.STRONG.on(attempt.title()) + Words.beside(attempt.title(), attempt.rule()) + cited);
        String where = String.join(", ", words.where(attempt.conditions(), most()));
        lines.add(Sentences.capital((where.isEmpty() ? "" : where + ": ")
                + (repeated.isEmpty()
                        ? count(attempt)
                                + (again && attempt.unmet() < attempt.steps().size() ? "; the others are" : "")
                        : same(repeated.size(), attempt.unmet() - repeated.size()))));
        if (page.verbose()) {
            lines.add(Ink.QUIET.on(attempt.at().toString()));
        }
        if (attempt.left().signum() > 0) {
            lines.add("In " + words.shortShare(attempt.left())
                    + " scenarios something else is lacking, or more than this; of these nothing is told here.");
        }
        Set<String> told = repeated;
        List<Tree> branches = new ArrayList<>();
        // In other scenarios the rest is mostly met by the same facts, and other facts would mostly do the same.
        attempt.steps().stream()
                .filter(step -> !again || step instanceof Unmet && !told.contains(step.sentence()))
                .forEach(step -> branches.add(step(step, !where.isEmpty(), far(attempt))));
        branches.addAll(again ? List.of() : alternatives(attempt, top));
        return new Tree(lines, branches);
    }

    private static Set<String> unmet(Attempt attempt) {
        return attempt.missing().stream().map(Unmet::sentence).collect(Collectors.toSet());
    }

    private static String same(int repeated, int more) {
        return "the same " + (repeated == 1 ? "condition is" : repeated + " conditions are") + " not met, and "
                + (more == 1 ? "this one" : "these") + ":";
    }

    private static String count(Attempt attempt) {
        int all = attempt.steps().size();
        if (attempt.unmet() == all) {
            return switch (all) {
                case 1 -> "its only condition is not met";
                case 2 -> "neither of its 2 conditions is met";
                default -> "none of its " + all + " conditions is met";
            };
        }
        return attempt.unmet() == 0
                ? "all of its conditions seem to be met; only the rule engine can tell"
                : attempt.unmet() + " of its " + all + " conditions " + (attempt.unmet() == 1 ? "is" : "are")
                        + " not met";
    }

    /** What would do instead. */
    private List<Tree> alternatives(Attempt attempt, boolean top) {
        List<Tree> trees = new ArrayList<>();
        // Far down only those that lack a single thing.
        attempt.alternatives().stream()
                .filter(each -> top || inFull || each.lacking().size() == 1)
                .filter(each -> inFull || !isOpen(attempt.missing()) || isOpen(each.lacking()))
                .limit(top ? most() : 2)
                .forEach(each -> trees.add(alternative(each)));
        int left = attempt.alternatives().size() - trees.size();
        if (left > 0 || !attempt.exhaustive()) {
            trees.add(new Tree(
                    List.of("or something else would do instead, in "
                            + (attempt.exhaustive() ? "" : "at least ") + Math.max(1, left) + " more "
                            + (left < 2 ? "way" : "ways")),
                    List.of()));
        }
        return trees;
    }

    /** Whether only answers are lacking: then it is of no interest what else could be stated or concluded instead. */
    private static boolean isOpen(List<Unmet> lacking) {
        return !lacking.isEmpty() && lacking.stream().allMatch(each -> each.kind() == Obstacles.Kind.ELSEWHERE);
    }

    private Tree alternative(Alternative alternative) {
        List<Tree> trees = alternative.lacking().stream()
                .map(each -> unmet(each, false, false))
                .toList();
        String where = String.join(", ", words.where(alternative.conditions(), most()));
        String which = "or" + (where.isEmpty() ? "" : ", " + where + ",");
        if (trees.size() > 1) {
            return new Tree(List.of(which + " all of these would do instead:"), trees);
        }
        List<String> lines = new ArrayList<>(trees.get(0).lines());
        lines.set(0, lines.get(0).replace(NOT_MET, which + " this would do instead:"));
        return new Tree(lines, trees.get(0).branches());
    }

    private static Tree named(Attempt attempt) {
        return new Tree(
                List.of(Ink.STRONG.on(attempt.title()) + Words.beside(attempt.title(), attempt.rule()) + ": "
                        + count(attempt) + " " + Ink.QUIET.on("(goes on: --all)")),
                List.of());
    }

    private boolean far(Attempt attempt) {
        return !inFull && attempt.unmet() == attempt.steps().size() && attempt.unmet() >= FAR;
    }

    /**
     * @param some whether only some scenarios are spoken of
     * @param far whether rules for it are only named
     */
    private Tree step(Step step, boolean some, boolean far) {
        if (step instanceof Met met) {
            String cited = met.facts().stream()
                    .map(reasons::statements)
                    .filter(each -> !each.isEmpty())
                    .collect(Collectors.joining(" "));
            return new Tree(
                    List.of("met: " + met.sentence() + (cited.isEmpty() ? "" : " " + cited) + words.given(met.facts())),
                    List.of());
        }
        return step instanceof Unmet unmet
                ? unmet(unmet, some, far)
                : new Tree(List.of("to be seen: " + step.sentence()), List.of());
    }

    private Tree unmet(Unmet unmet, boolean some, boolean far) {
        List<String> lines = new ArrayList<>();
        lines.add(NOT_MET + " " + unmet.sentence() + " – " + kind(unmet, some, far));
        unmet.remarks().stream().skip(otherwise(unmet) ? 1 : 0).forEach(lines::add);
        if (near.add(unmet.sentence())) {
            unmet.near().stream().map(WhyNotText::near).distinct().forEach(lines::add);
        }
        List<Tree> branches = new ArrayList<>();
        unmet.blockers().forEach(blocker -> branches.add(blocker(unmet, blocker)));
        unmet.parts().forEach(part -> branches.add(part(unmet, part)));
        unmet.attempts()
                .forEach(attempt -> branches.add(far ? named(attempt) : attempt(attempt, false, Optional.empty())));
        if (unmet.others() > 0) {
            lines.add(unmet.attempts().isEmpty() ? deeper(unmet.others()) : further(unmet.others()));
        }
        return new Tree(lines, branches);
    }

    /** What is undecided is not said to be so. */
    private Tree blocker(Unmet unmet, Held blocker) {
        Tree tree = reasons.held(blocker);
        if (unmet.kind() != Obstacles.Kind.UNDECIDED) {
            return tree;
        }
        List<String> lines = new ArrayList<>(tree.lines());
        lines.set(0, lines.get(0) + " – undecided");
        return new Tree(lines, tree.branches());
    }

    private static String further(int rules) {
        return rules == 1
                ? "One other rule could conclude it, but is further away."
                : rules + " other rules could conclude it, but are further away.";
    }

    private static String deeper(int rules) {
        return (rules == 1 ? "One rule" : rules + " rules") + " could conclude it, and "
                + (rules == 1 ? "lacks" : "lack") + " something too. " + Ink.QUIET.on("(goes on: --depth)");
    }

    /** What would take away what is in the way is told as such, and what would be counted too. */
    private Tree part(Unmet of, Unmet part) {
        Tree tree = unmet(part, false, false);
        String what = !of.blockers().isEmpty()
                ? "not in the way if: "
                : of.kind() == Obstacles.Kind.OTHERWISE ? "one more would be: " : "";
        if (what.isEmpty()) {
            return tree;
        }
        List<String> lines = new ArrayList<>(tree.lines());
        lines.set(0, what + part.sentence() + " – " + kind(part, false, false));
        return new Tree(lines, tree.branches());
    }

    private String kind(Unmet unmet, boolean some, boolean far) {
        String under = String.join(", ", words.where(unmet.holdsUnder(), most()));
        String above = unmet.shownAbove() && !far ? " (shown above)" : "";
        return switch (unmet.kind()) {
            case BLOCKED -> "this is in the way" + (under.isEmpty() || some ? ":" : ", except " + under + ":");
            case UNDECIDED -> unmet.blockers().isEmpty() ? "undecided" : "undecided, because of this:";
            case ELSEWHERE -> open(unmet) ? "open: it holds only " + under : "it would hold only " + under;
            case OTHERWISE ->
                otherwise(unmet) ? unmet.remarks().get(0) : unmet.kind().word();
            default -> unmet.kind().word() + above;
        };
    }

    /** Whether it is told what it comes to. */
    private static boolean otherwise(Unmet unmet) {
        return unmet.kind() == Obstacles.Kind.OTHERWISE && !unmet.remarks().isEmpty();
    }

    /** Whether what it takes has not been supposed otherwise. */
    private boolean open(Unmet unmet) {
        return unmet.holdsUnder().stream()
                .flatMap(each -> each.keySet().stream())
                .anyMatch(question -> !assessment.answered().containsKey(question));
    }

    static String near(Near near) {
        return "near: " + near.sentence() + ", but " + Words.and(near.differences());
    }

    private int most() {
        return page.verbose() ? Integer.MAX_VALUE : FEW;
    }
}
