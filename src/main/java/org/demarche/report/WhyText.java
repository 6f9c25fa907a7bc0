package org.demarche.report;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.demarche.Assessment;
import org.demarche.cases.Basis;
import org.demarche.explain.Explanation;
import org.demarche.explain.Explanation.Absent;
import org.demarche.explain.Explanation.Answered;
import org.demarche.explain.Explanation.Asked;
import org.demarche.explain.Explanation.Held;
import org.demarche.explain.Explanation.Origin;
import org.demarche.explain.Explanation.Premise;
import org.demarche.explain.Explanation.Reason;
import org.demarche.explain.Explanation.Stated;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;

/** Sets why an inference holds, as a tree from rules down to sources. */
final class WhyText {

    private static final int FEW = 4;

    private final Words words;
    private final Bibliography sources;
    private final BigInteger possible;
    private final Page page;

    WhyText(Assessment assessment, Page page) {
        this.words = new Words(assessment);
        this.sources = new Bibliography(assessment);
        this.possible = assessment.scenarios();
        this.page = page;
    }

    String text(Explanation explanation) {
        Inference inference = explanation.inference();
        Paper paper = new Paper(page);
        paper.heading(explanation.sentence());
        paper.paragraph(
                0, Ink.QUIET.on(inference.id()) + "  " + inference.status().word() + ", " + words.standing(inference));
        if (inference.status() == Status.CONTINGENT) {
            words.where(inference.conditions(), most()).forEach(line -> paper.paragraph(2, line));
        }
        paper.blank();
        if (explanation.reasons().isEmpty()) {
            paper.paragraph(0, nowhere(inference));
        }
        several(explanation.reasons(), "it").forEach(line -> paper.paragraph(0, line));
        new Tree(List.of(), reasons(explanation.reasons(), inference.conditions())).print(paper);
        sources.print(paper);
        return paper.print();
    }

    private static String nowhere(Inference inference) {
        return inference.status() == Status.EXCLUDED
                ? "There are rules that could conclude it, but none of them is met in any possible scenario."
                : "No rule for it is met for certain in any possible scenario.";
    }

    /** @param known the conditions that the reader has already been told */
    private List<Tree> reasons(List<Reason> reasons, List<Map<String, String>> known) {
        return reasons.stream().map(reason -> reason(reason, known)).toList();
    }

    private Tree reason(Reason reason, List<Map<String, String>> known) {
        List<String> lines = new ArrayList<>();
        lines.add(Ink.STRONG.on(reason.title()) + " " + Ink.QUIET.on("[" + reason.rule() + "]"));
        if (!reason.sentence().isEmpty()) {
            lines.add(reason.sentence());
        }
        reason.likelihood()
                .ifPresent(likelihood -> lines.add("A tendency: " + Words.likelihood(likelihood) + ", not always."));
        if (!reason.scenarios().equals(possible) && !reason.conditions().equals(known)) {
            lines.add(words.share(reason.scenarios()) + ", "
                    + String.join(", ", words.where(reason.conditions(), most())));
        }
        lines.add(source(sources.cite(reason.citations())));
        if (page.verbose()) {
            lines.add(source(reason.at().toString()));
        }
        return tree(
                lines,
                reason.premises().stream()
                        .map(each -> premise(each, reason.conditions()))
                        .toList());
    }

    private Tree premise(Premise premise, List<Map<String, String>> known) {
        return premise instanceof Held held ? held(held, known) : absent((Absent) premise);
    }

    private Tree absent(Absent absent) {
        return absent.presentUnder().isEmpty()
                ? tree(List.of(absent.sentence()), List.of())
                : tree(
                        List.of(
                                absent.sentence(),
                                "but " + String.join(", ", words.where(absent.presentUnder(), most())) + ", it is so"),
                        List.of());
    }

    private Tree held(Held held, List<Map<String, String>> known) {
        List<String> lines = new ArrayList<>();
        lines.add(held.sentence() + (held.shownAbove() ? Ink.QUIET.on(" (shown above)") : ""));
        held.origins().stream().flatMap(this::origin).forEach(lines::add);
        lines.addAll(several(held.reasons(), "this"));
        return tree(lines, reasons(held.reasons(), known));
    }

    /** Says that reasons side by side are alternatives, where premises side by side are all needed. */
    private static List<String> several(List<Reason> reasons, String what) {
        return reasons.size() < 2
                ? List.of()
                : List.of("Any of these " + reasons.size() + " reasons is enough for " + what + ":");
    }

    private Stream<String> origin(Origin origin) {
        if (origin instanceof Stated stated) {
            return stated(stated);
        }
        if (origin instanceof Answered answered) {
            return Stream.of(
                    "if the answer to “" + ask(answered.ask(), answered.question()) + "” is " + answered.answer());
        }
        Asked asked = (Asked) origin;
        return Stream.of("by what is asked: “" + ask(asked.ask(), asked.question()) + "”");
    }

    private Stream<String> stated(Stated stated) {
        String cited = sources.cite(stated.citations());
        String assumed = stated.basis() == Basis.ASSUMPTION ? "an assumption" : "";
        Stream<String> origin =
                Stream.of(cited.isEmpty() || assumed.isEmpty() ? cited + assumed : cited + ", " + assumed);
        return page.verbose()
                ? Stream.concat(origin, Stream.of(stated.note(), stated.at().toString()))
                        .map(WhyText::source)
                : origin.map(WhyText::source);
    }

    private static String source(String text) {
        return Ink.QUIET.on(text);
    }

    private static String ask(String ask, String question) {
        return ask.isEmpty() ? question : ask;
    }

    private static Tree tree(List<String> lines, List<Tree> branches) {
        return new Tree(lines.stream().filter(line -> !line.isEmpty()).toList(), branches);
    }

    private int most() {
        return page.verbose() ? Integer.MAX_VALUE : FEW;
    }
}
