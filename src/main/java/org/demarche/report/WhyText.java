package org.demarche.report;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.Assessment;
import org.demarche.cases.Basis;
import org.demarche.explain.Explanation;
import org.demarche.explain.Explanation.Absent;
import org.demarche.explain.Explanation.Accumulated;
import org.demarche.explain.Explanation.Answered;
import org.demarche.explain.Explanation.Asked;
import org.demarche.explain.Explanation.Held;
import org.demarche.explain.Explanation.OneOf;
import org.demarche.explain.Explanation.Origin;
import org.demarche.explain.Explanation.Premise;
import org.demarche.explain.Explanation.Reason;
import org.demarche.explain.Explanation.Stated;
import org.demarche.explain.Explanation.Way;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;
import org.demarche.source.SourceLocation;

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
                0, Ink.QUIET.on(inference.id()) + " · " + inference.status().word() + ", " + words.standing(inference));
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
        lines.add((reason.sentence() + " " + source(sources.cite(reason.citations()))).strip());
        reason.likelihood()
                .ifPresent(likelihood -> lines.add("A tendency: " + Words.likelihood(likelihood) + ", not always."));
        if (!reason.scenarios().equals(possible) && !reason.conditions().equals(known)) {
            lines.add(words.share(reason.scenarios()) + ", "
                    + String.join(", ", words.where(reason.conditions(), most())));
        }
        lines.add(place(reason.at()));
        return tree(
                lines,
                reason.premises().stream()
                        .map(each -> premise(each, reason.conditions()))
                        .toList());
    }

    private Tree premise(Premise premise, List<Map<String, String>> known) {
        if (premise instanceof OneOf oneOf) {
            return oneOf(oneOf);
        }
        if (premise instanceof Accumulated accumulated) {
            return accumulated(accumulated, known);
        }
        return premise instanceof Held held ? held(held, known) : absent((Absent) premise);
    }

    private Tree oneOf(OneOf oneOf) {
        return new Tree(
                List.of(oneOf.sentence() + ":"),
                oneOf.ways().stream().map(this::way).toList());
    }

    private Tree way(Way way) {
        return new Tree(
                way.conditions().equals(List.of(Map.of()))
                        ? List.of("everywhere")
                        : words.where(way.conditions(), most()),
                way.premises().stream()
                        .map(each -> premise(each, way.conditions()))
                        .toList());
    }

    /** A single thing tells by itself where it is there; several are held together by where they all are. */
    private Tree accumulated(Accumulated accumulated, List<Map<String, String>> known) {
        return new Tree(
                List.of(accumulated.sentence() + (accumulated.elements().isEmpty() ? "" : ":")),
                accumulated.elements().stream()
                        .map(way -> way.premises().size() == 1
                                ? premise(way.premises().get(0), known)
                                : way(way))
                        .toList());
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
        String statements = statements(held);
        String above = held.shownAbove() ? " " + Ink.QUIET.on("(shown above)") : "";
        lines.add(held.sentence() + (statements.isEmpty() ? "" : " " + statements) + above);
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

    /** Who states it, beside the sentence. */
    private String statements(Held held) {
        return held.origins().stream()
                .flatMap(origin -> origin instanceof Stated stated ? Stream.of(source(cited(stated))) : Stream.empty())
                .collect(Collectors.joining(" "));
    }

    private String cited(Stated stated) {
        String cited = sources.cite(stated.citations());
        if (stated.basis() == Basis.EVIDENCE) {
            return cited;
        }
        return cited.isEmpty() ? "assumption" : "assumption; " + cited;
    }

    /** What else there is to say about where it comes from. */
    private Stream<String> origin(Origin origin) {
        if (origin instanceof Stated stated) {
            return page.verbose() ? Stream.of(stated.note(), place(stated.at())) : Stream.empty();
        }
        if (origin instanceof Answered answered) {
            return Stream.of(
                    "if the answer to “" + ask(answered.ask(), answered.question()) + "” is " + answered.answer());
        }
        Asked asked = (Asked) origin;
        return Stream.of("by what is asked: “" + ask(asked.ask(), asked.question()) + "”");
    }

    private String place(SourceLocation at) {
        return page.verbose() ? Ink.QUIET.on(at.toString()) : "";
    }

    private static String source(String text) {
        return text.isEmpty() ? "" : Ink.QUIET.on("(" + text + ")");
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
