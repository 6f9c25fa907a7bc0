package org.demarche.report;

import java.util.ArrayList;
import java.util.List;
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

    private final Words words;
    private final Page page;

    WhyText(Assessment assessment, Page page) {
        this.words = new Words(assessment);
        this.page = page;
    }

    String text(Explanation explanation) {
        Inference inference = explanation.inference();
        Paper paper = new Paper(page);
        paper.paragraph(0, Ink.STRONG.on(explanation.sentence()));
        paper.paragraph(0, Ink.QUIET.on(inference.id()) + "  " + inference.status().word() + ", " + words.standing(inference));
        if (inference.status() == Status.CONTINGENT && inference.scenarios().signum() > 0) {
            paper.paragraph(0, words.where(inference.conditions()));
        }
        new Tree(List.of(), explanation.reasons().stream().map(this::reason).toList()).print(paper);
        return paper.print();
    }

    private Tree reason(Reason reason) {
        List<String> lines = new ArrayList<>();
        lines.add(Ink.STRONG.on(reason.title()) + " " + Ink.QUIET.on("[" + reason.rule() + "]"));
        if (!reason.sentence().isEmpty()) {
            lines.add(reason.sentence());
        }
        String tendency = reason.likelihood().map(Words::likelihood).map(word -> "; " + word + ", not always").orElse("");
        lines.add(words.citations(reason.citations()) + tendency);
        if (page.verbose()) {
            lines.add(reason.at().toString());
        }
        return new Tree(lines, reason.premises().stream().map(this::premise).toList());
    }

    private Tree premise(Premise premise) {
        return premise instanceof Held held ? held(held) : absent((Absent) premise);
    }

    private Tree absent(Absent absent) {
        return absent.presentUnder().isEmpty()
                ? new Tree(List.of(absent.sentence()), List.of())
                : new Tree(List.of(absent.sentence(), "but " + words.where(absent.presentUnder()) + ", it is so"), List.of());
    }

    private Tree held(Held held) {
        List<String> lines = new ArrayList<>(List.of(held.sentence() + (held.shownAbove() ? " (shown above)" : "")));
        held.origins().stream().flatMap(this::origin).forEach(lines::add);
        return new Tree(lines, held.reasons().stream().map(this::reason).toList());
    }

    private Stream<String> origin(Origin origin) {
        if (origin instanceof Stated stated) {
            return Stream.of(words.citations(stated.citations()) + (stated.basis() == Basis.ASSUMPTION ? " (an assumption)" : ""));
        }
        if (origin instanceof Answered answered) {
            return Stream.of("if the answer to “" + answered.ask() + "” is " + answered.answer());
        }
        Asked asked = (Asked) origin;
        return Stream.of("what an answer to “" + asked.ask() + "” would amount to");
    }
}
