package org.demarche.report;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.Assessment;
import org.demarche.explain.Changes.Standing;
import org.demarche.explain.KeyAssumptions;
import org.demarche.explain.KeyAssumptions.Assumption;
import org.demarche.explain.KeyAssumptions.Effect;
import org.demarche.inference.Status;
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
            paper.paragraph(2, summary(assumption));
            int most = page.verbose() ? Integer.MAX_VALUE : FEW;
            List<Effect> shown = page.verbose() ? assumption.effects() : assumption.deciding();
            shown.stream().limit(most).forEach(effect -> paper.paragraph("    ", "      ", effect(effect, words)));
            if (shown.size() > most) {
                paper.paragraph(4, "and " + Words.number(BigInteger.valueOf(shown.size() - most)) + " more (-v)");
            }
        }
        sources.print(paper);
        return paper.print();
    }

    private static String summary(Assumption assumption) {
        if (assumption.alsoEvidence()) {
            return "Evidence states it as well: nothing rests on the assumption.";
        }
        if (assumption.impossible()) {
            return "Without it no scenario is possible.";
        }
        int status = assumption.deciding().size();
        int others = assumption.effects().size() - status;
        if (status == 0) {
            return others == 0
                    ? "Without it nothing changes."
                    : "Without it no status changes; " + Words.count(others, "inference")
                            + (others == 1 ? " holds" : " hold")
                            + " in other scenarios or with another likelihood (-v).";
        }
        return "Without it " + Words.count(status, "inference") + (status == 1 ? " changes its" : " change their")
                + " status"
                + (others == 0 ? ":" : ", and " + others + " more the number of scenarios or the likelihood:");
    }

    private static String effect(Effect effect, Words words) {
        return effect.sentence() + " " + Ink.QUIET.on("(" + effect.inference().id() + ")") + ": "
                + stands(effect.before()) + ", without it " + stands(effect.after())
                + words.odds(effect.likelihoodAfter())
                        .filter(said -> !effect.likelihoodBefore().equals(effect.likelihoodAfter()))
                        .map(said -> ", " + said)
                        .orElse("");
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
                assumptions.ranked().stream().map(AssumptionsReport::json).toList());
        return document;
    }

    private static Map<String, @Nullable Object> json(Assumption assumption) {
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
                assumption.effects().stream().map(AssumptionsReport::json).toList());
        return written;
    }

    private static Map<String, @Nullable Object> json(Effect effect) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("id", effect.inference().id());
        written.put("before", ChangesText.json(effect.before()));
        written.put("after", ChangesText.json(effect.after()));
        written.put(
                "likelihoodBefore",
                effect.likelihoodBefore().likelihood().map(Json::likelihood).orElse(null));
        written.put(
                "likelihoodAfter",
                effect.likelihoodAfter().likelihood().map(Json::likelihood).orElse(null));
        return written;
    }
}
