package org.demarche.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.Assessment;
import org.demarche.cases.Statement;
import org.demarche.evidence.Shortcoming;
import org.demarche.evidence.Shortcoming.Absence;
import org.demarche.evidence.Shortcoming.Premise;
import org.demarche.inference.Inference;
import org.jspecify.annotations.Nullable;

/** Says what keeps the confidence in an inference from being higher. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class ConfidenceText {

    private static final int FEW = 3;

    private static final String UNJUDGED = "Nobody has judged the evidence for this";
    private static final String ABSENT = "That nothing is known of it may only mean that nobody has looked";
    private static final String COUNTED = "There may be more than is known of";
    private static final String ASSUMED = "This is only assumed";
    private static final String ALONE = "For this there is one origin alone, and nobody has confirmed it";
    private static final String POOR = "For this the evidence is judged no better";

    /** In the order in which they are told. */
    private static final List<String> REASONS = List.of(UNJUDGED, POOR, ALONE, ASSUMED, ABSENT, COUNTED);

    private final Assessment assessment;
    private final Words words;
    private final Bibliography sources;
    private final Paper paper;

    /** Nothing where nothing in the case is graded, or nothing keeps it from being higher. */
    void set(Inference inference) {
        List<Shortcoming> shortcomings = assessment.shortcomings(inference);
        if (shortcomings.isEmpty()) {
            return;
        }
        paper.blank().heading("How good the evidence is");
        inference
                .confidence()
                .ifPresentOrElse(
                        level -> new ConfidenceLine(level).set(paper, "  ", "    "),
                        () -> paper.paragraph(2, "Not known, since nobody has judged all that it stands on."));
        paper.paragraph(2, "What keeps it from being better:");
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (String reason : REASONS) {
            shortcomings.stream()
                    .filter(each -> reason(each).equals(reason))
                    .forEach(each -> byReason.computeIfAbsent(reason, any -> new ArrayList<>())
                            .add(said(each)));
        }
        byReason.forEach(this::group);
    }

    private void group(String reason, List<String> all) {
        paper.paragraph("    ", "      ", reason + ":");
        List<String> what = all.stream().distinct().toList();
        int most = paper.page().verbose() ? Integer.MAX_VALUE : FEW;
        what.stream().limit(most).forEach(each -> paper.paragraph("      ", "        ", each));
        if (what.size() > most) {
            paper.paragraph(6, "and " + (what.size() - most) + " more (-v)");
        }
    }

    private static String reason(Shortcoming shortcoming) {
        if (!(shortcoming instanceof Premise premise)) {
            return shortcoming instanceof Absence ? ABSENT : COUNTED;
        }
        if (premise.assumed()) {
            return ASSUMED;
        }
        if (premise.confidence().isEmpty()) {
            return UNJUDGED;
        }
        return premise.origins() == 1 ? ALONE : POOR;
    }

    private String said(Shortcoming shortcoming) {
        if (shortcoming instanceof Absence absence) {
            return assessment.absence(absence);
        }
        if (!(shortcoming instanceof Premise premise)) {
            return "what rule `" + ((Shortcoming.Count) shortcoming).rule() + "` counts";
        }
        String cited = assessment.caseFile().statementsAt().stream()
                .filter(statement -> statement.fact().equals(premise.fact()))
                .map(Statement::citations)
                .map(sources::cite)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(text -> " " + Ink.QUIET.on("(" + text + ")"))
                .orElse("");
        return words.sentence(premise.fact()) + cited;
    }

    static List<Map<String, @Nullable Object>> json(Assessment assessment, Inference inference) {
        return assessment.shortcomings(inference).stream()
                .map(each -> json(assessment, each))
                .toList();
    }

    private static Map<String, @Nullable Object> json(Assessment assessment, Shortcoming shortcoming) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        if (shortcoming instanceof Premise premise) {
            written.put("fact", premise.fact().id());
            written.put("confidence", Json.confidence(premise.confidence()));
            written.put("assumed", premise.assumed());
            written.put("origins", premise.origins());
        } else if (shortcoming instanceof Absence absence) {
            written.put("absent", assessment.absence(absence));
            written.put("rule", absence.derivation().rule());
        } else {
            written.put("counted", true);
            written.put("rule", ((Shortcoming.Count) shortcoming).rule());
        }
        return written;
    }
}
