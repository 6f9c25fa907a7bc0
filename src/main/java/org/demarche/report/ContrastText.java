package org.demarche.report;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.Assessment;
import org.demarche.explain.why.Explanation.Held;
import org.demarche.explain.why.Explanation.Reason;
import org.demarche.explain.why.Explanation.Support;
import org.demarche.explain.whynot.Contrast;
import org.demarche.explain.whynot.Contrast.Parting;
import org.demarche.explain.whynot.Contrast.Region;
import org.demarche.explain.whynot.Obstacles.Met;
import org.demarche.explain.whynot.Obstacles.Unmet;
import org.demarche.inference.Inference;

/** Sets why the one and not the other: where each holds, what both need, and where they part. */
final class ContrastText {

    private static final int FEW = 4;

    private final Assessment assessment;
    private final Words words;
    private final Bibliography sources;
    private final WhyText reasons;
    private final Page page;

    ContrastText(Assessment assessment, Page page) {
        this.assessment = assessment;
        this.words = new Words(assessment);
        this.sources = new Bibliography(assessment);
        this.reasons = new WhyText(assessment, page, sources, false);
        this.page = page;
    }

    String text(Contrast contrast) {
        Paper paper = new Paper(page);
        new Topic(words, paper, page).set(contrast.one());
        paper.blank().heading("rather than: " + contrast.otherSentence());
        contrast.otherInference()
                .map(this::stands)
                .orElseGet(() -> LikelihoodLine.plain("excluded, in no scenario"))
                .after(Ink.QUIET.on(contrast.other().id()) + " · ")
                .set(paper, 0);
        where(contrast, paper.blank());
        List<Parting> partings = contrast.partings();
        for (int i = 0; i < partings.size(); i++) {
            parting(contrast, partings.get(i), i == 0, paper.blank());
        }
        contrast.support().flatMap(Support::reason).ifPresent(reason -> through(contrast, reason, paper));
        sources.print(paper);
        return paper.print();
    }

    private LikelihoodLine stands(Inference inference) {
        return words.standing(inference).after(inference.status().word() + ", ");
    }

    private void where(Contrast contrast, Paper paper) {
        if (contrast.onlyOne().isEmpty()) {
            paper.paragraph(
                    0,
                    contrast.onlyOther().isEmpty()
                            ? "Both hold in the same scenarios: no answer tells them apart."
                            : "Wherever the first holds the second does too: there is no scenario in which it is the first"
                                    + " rather than the second.");
        }
        region("Only the first holds ", contrast.onlyOne(), paper);
        region("Both hold ", contrast.both(), paper);
        region("Only the second holds ", contrast.onlyOther(), paper);
    }

    private void region(String which, Region region, Paper paper) {
        if (!region.isEmpty()) {
            boolean everywhere = region.scenarios().equals(assessment.scenarios());
            paper.paragraph(0, which + words.share(region.scenarios()) + (everywhere ? "." : ","));
            if (!everywhere) {
                words.where(region.conditions(), most()).forEach(line -> paper.paragraph(2, line));
            }
        }
    }

    private void parting(Contrast contrast, Parting parting, boolean first, Paper paper) {
        String rule = "“" + Ink.STRONG.on(parting.title()) + "”" + Words.beside(parting.title(), parting.rule());
        if (first) {
            paper.paragraph(0, "The rule that comes nearest to the second is " + rule + ".");
            within(parting.where(), contrast.onlyOne()).ifPresent(which -> paper.paragraph(2, which + ":"));
        } else {
            paper.paragraph(0, "“" + parting.concludes() + "” could follow by " + rule + ".");
        }
        list("Both need this:", parting.shared().stream().map(this::cited).toList(), paper);
        String also = parting.shared().isEmpty() ? "" : "too, ";
        list(
                (first ? "The second needs this" : "It needs this") + (also.isEmpty() ? ", " : " " + also)
                        + "and it is so:",
                parting.met().stream().map(this::cited).toList(),
                paper);
        String needs = parting.shared().isEmpty() && parting.met().isEmpty() ? " needs" : " also needs";
        paper.paragraph(
                2,
                (first ? "The second" : "It")
                        + needs
                        + (parting.severalWays()
                                ? " this, or something like it instead, and it is not so:"
                                : " this, and it is not so:"));
        lacks(parting, paper);
        if (parting.furtherUnmet() > 0) {
            paper.paragraph(
                    2,
                    Words.count(parting.furtherUnmet(), "more condition") + " of this rule "
                            + (parting.furtherUnmet() == 1 ? "is" : "are") + " not met either.");
        }
        if (first) {
            BigInteger others =
                    contrast.onlyOne().scenarios().subtract(parting.where().scenarios());
            if (others.signum() > 0) {
                paper.paragraph(2, "In the other " + Words.number(others) + " it lacks something else, or more.");
            }
        }
    }

    /** {@code In 8 of these 28 scenarios, where …}; nothing where it is all of them. */
    private Optional<String> within(Region region, Region all) {
        return region.scenarios().equals(all.scenarios())
                ? Optional.empty()
                : Optional.of("In " + Words.number(region.scenarios()) + " of these "
                        + Words.scenarios(all.scenarios()) + ", "
                        + String.join(", ", words.where(region.conditions(), most())));
    }

    private static void list(String title, List<String> sentences, Paper paper) {
        if (!sentences.isEmpty()) {
            paper.paragraph(2, title);
            sentences.forEach(each -> paper.paragraph("    ", "      ", each));
        }
    }

    private void lacks(Parting parting, Paper paper) {
        Unmet lacks = parting.lacks();
        Optional<Held> instead = parting.instead();
        String under = String.join(", ", words.where(lacks.holdsUnder(), most()));
        String how = switch (lacks.kind()) {
            case MISSING -> "which is missing";
            case CONTRADICTED -> "which is contradicted";
            case NOT_CONCLUDED -> "which is not concluded";
            case BLOCKED -> "but this does:";
            case UNDECIDED -> "which is undecided";
            case ELSEWHERE -> "which is so only " + (under.isEmpty() ? "in other scenarios" : under);
            case OTHERWISE -> "which comes to something else";
        };
        paper.paragraph("    ", "      ", lacks.sentence() + ", " + Ink.BAD.on(how));
        lacks.blockers().forEach(held -> paper.paragraph("      ", "        ", cited(held)));
        lacks.remarks().forEach(each -> paper.paragraph("      ", "        ", each));
        lacks.near().stream()
                .filter(near ->
                        instead.filter(held -> held.id().equals(near.id())).isEmpty())
                .forEach(each -> paper.paragraph("      ", "        ", WhyNotText.near(each)));
        instead.ifPresent(held -> paper.paragraph("      ", "        ", "the first has this instead: " + cited(held)));
    }

    private String cited(Met met) {
        String cited = met.facts().stream()
                .map(reasons::statements)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
        return (met.sentence() + " " + cited).strip();
    }

    private String cited(Held held) {
        return (held.sentence() + " " + reasons.statements(held)).strip() + words.given(List.of(held));
    }

    /** The rule by which the first follows, with what the second does not need of it. */
    private void through(Contrast contrast, Reason reason, Paper paper) {
        Set<String> shared = contrast.partings().stream()
                .flatMap(parting -> parting.shared().stream())
                .flatMap(met -> Stream.concat(
                        Stream.of(met.sentence()), met.facts().stream().map(Held::id)))
                .collect(Collectors.toSet());
        String source =
                reason.citations().isEmpty() ? "" : " " + Ink.QUIET.on("(" + sources.cite(reason.citations()) + ")");
        paper.blank()
                .paragraph(
                        0,
                        within(contrast.supported(), contrast.onlyOne())
                                        .map(each -> each + ",")
                                        .orElse("There") + " the first holds by “"
                                + Ink.STRONG.on(reason.title()) + "”" + Words.beside(reason.title(), reason.rule())
                                + ": "
                                + reason.sentence() + source);
        list(
                shared.isEmpty() ? "The first needs this, and it is so:" : "The first needs this too, and it is so:",
                reason.premises().stream()
                        .filter(premise -> !shared.contains(premise.sentence())
                                && !(premise instanceof Held held && shared.contains(held.id())))
                        .map(premise -> premise instanceof Held held ? cited(held) : premise.sentence())
                        .toList(),
                paper);
    }

    private int most() {
        return page.verbose() ? Integer.MAX_VALUE : FEW;
    }
}
