package org.demarche.report;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.Assessment;
import org.demarche.explain.changes.Changes.Standing;
import org.demarche.explain.changes.KeyAssumptions;
import org.demarche.explain.changes.KeyAssumptions.Assumption;
import org.demarche.explain.changes.KeyAssumptions.Effect;
import org.demarche.inference.Status;
import org.demarche.model.LikelihoodScale;
import org.demarche.source.Citation;
import org.jspecify.annotations.Nullable;

/** Sets which assumptions matter, and what is lost without each. */
final class AssumptionsReport {

    private static final int FEW = 6;

    private AssumptionsReport() {}

    static String text(Assessment assessment, KeyAssumptions assumptions, Page page) {
        Paper paper = new Paper(page);
        Words words = new Words(assessment);
        Bibliography sources = new Bibliography(assessment);
        new Heading(assessment, words, paper).set();
        if (assumptions.ranked().isEmpty()) {
            paper.blank().paragraph(0, "The case assumes nothing: no statement has `basis: assumption`.");
        }
        for (Assumption assumption : assumptions.ranked()) {
            paper.blank();
            String cited = sources.cite(assumption.citations());
            paper.paragraph(
                    0,
                    Ink.STRONG.on(assumption.sentence())
                            + (cited.isEmpty() ? "" : " " + Ink.QUIET.on("(" + cited + ")")));
            paper.paragraph(2, Ink.QUIET.on(assumption.fact().id()));
            if (page.verbose() && !assumption.note().isEmpty()) {
                paper.paragraph(2, assumption.note());
            }
            effects(assumption, words, paper);
        }
        sources.print(paper);
        return paper.print();
    }

    private static void effects(Assumption assumption, Words words, Paper paper) {
        if (assumption.alsoEvidence()) {
            paper.paragraph(2, "Evidence states it as well: nothing rests on the assumption.");
            return;
        }
        if (assumption.impossible()) {
            paper.paragraph(2, "Without it no scenario is possible.");
            return;
        }
        boolean inFull = paper.page().verbose();
        Map<String, List<Effect>> alike = new LinkedHashMap<>();
        (inFull ? assumption.effects() : assumption.deciding())
                .forEach(effect -> alike.computeIfAbsent(stands(effect), any -> new ArrayList<>())
                        .add(effect));
        alike.forEach((stands, effects) -> {
            paper.paragraph(
                    2,
                    "Without it " + (effects.size() == 1 ? "this" : "these " + effects.size()) + " would be " + stands
                            + ":");
            int most = inFull ? Integer.MAX_VALUE : FEW;
            effects.stream().limit(most).forEach(effect -> effect(effect, words).set(paper, "    ", "      "));
            if (effects.size() > most) {
                paper.paragraph(4, "and " + Words.number(BigInteger.valueOf(effects.size() - most)) + " more (-v)");
            }
        });
        int others = assumption.effects().size() - assumption.deciding().size();
        if (assumption.effects().isEmpty()) {
            paper.paragraph(2, "Without it nothing changes.");
        } else if (others > 0 && !inFull) {
            paper.paragraph(
                    2,
                    (alike.isEmpty() ? "Without it no status changes; " : "And ")
                            + Words.count(others, alike.isEmpty() ? "inference" : "more inference")
                            + " would hold in other scenarios, or with another likelihood (-v).");
        }
    }

    private static String stands(Effect effect) {
        return stands(effect.after()) + " instead of " + stands(effect.before());
    }

    /** What is said beside it is how likely it would be, where that changes. */
    private static LikelihoodLine effect(Effect effect, Words words) {
        return words.odds(effect.likelihoodAfter())
                .filter(said -> !effect.likelihoodBefore().equals(effect.likelihoodAfter()))
                .map(said -> said.after(", "))
                .orElse(LikelihoodLine.NONE)
                .after(effect.sentence() + " "
                        + Ink.QUIET.on("(" + effect.inference().id() + ")"));
    }

    private static String stands(Standing standing) {
        return standing.status() == Status.CONTINGENT
                ? "contingent (" + Words.number(standing.scenarios()) + " of " + Words.number(standing.possible()) + ")"
                : standing.status().word();
    }

    static Map<String, @Nullable Object> json(Assessment assessment, KeyAssumptions assumptions) {
        Map<String, @Nullable Object> document = RunJson.header(assessment);
        document.put(
                "assumptions",
                assumptions.ranked().stream()
                        .map(assumption ->
                                json(assumption, assessment.caseFile().scale()))
                        .toList());
        return document;
    }

    private static Map<String, @Nullable Object> json(Assumption assumption, LikelihoodScale scale) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("id", assumption.fact().id());
        written.put("sentence", assumption.sentence());
        written.put(
                "sources",
                assumption.citations().stream().map(Citation::toString).toList());
        written.put("note", assumption.note().isEmpty() ? null : assumption.note());
        written.put("alsoEvidence", assumption.alsoEvidence());
        written.put("noScenarioWithout", assumption.impossible());
        written.put(
                "effects",
                assumption.effects().stream().map(effect -> json(effect, scale)).toList());
        return written;
    }

    private static Map<String, @Nullable Object> json(Effect effect, LikelihoodScale scale) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("id", effect.inference().id());
        written.put("before", ChangesText.json(effect.before()));
        written.put("after", ChangesText.json(effect.after()));
        written.put(
                "likelihoodBefore",
                effect.likelihoodBefore()
                        .likelihood()
                        .map(each -> Json.likelihood(each, scale))
                        .orElse(null));
        written.put(
                "likelihoodAfter",
                effect.likelihoodAfter()
                        .likelihood()
                        .map(each -> Json.likelihood(each, scale))
                        .orElse(null));
        return written;
    }
}
