package org.demarche.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Question;
import org.demarche.check.ClaimTrace;
import org.demarche.check.Expectation;
import org.demarche.check.Trace;
import org.demarche.rules.RuleCard;
import org.jspecify.annotations.Nullable;

/** Each claim of an assessment with what carries it, and what is missing. */
final class TraceReport {

    private static final int LABEL = 12;

    private TraceReport() {}

    static String text(CaseFile caseFile, Trace trace, Page page) {
        Paper paper = new Paper(page);
        paper.heading(caseFile.title());
        trace.claims().forEach(claim -> claim(claim, paper));
        paper.blank();
        trace.strays()
                .forEach(stray -> paper.paragraph(
                        0,
                        Ink.BAD.on("gap ") + stray.message() + " "
                                + Ink.QUIET.on(stray.at().toString())));
        long gaps = trace.strays().size()
                + trace.claims().stream().mapToLong(each -> each.gaps().size()).sum();
        String claims = Words.count(trace.claims().size(), "claim");
        paper.paragraph(
                0,
                gaps == 0
                        ? Ink.GOOD.on(
                                trace.claims().isEmpty() ? "the case lists no claims" : claims + " carried, no gaps")
                        : Ink.BAD.on(Words.count((int) gaps, "gap") + " in " + claims));
        return paper.print();
    }

    private static void claim(ClaimTrace traced, Paper paper) {
        String id = traced.claim().id();
        paper.blank()
                .paragraph(
                        id + "  ",
                        " ".repeat(4),
                        traced.claim().kind().key() + ": " + traced.claim().text());
        line("rules", rules(traced), paper);
        line("statements", statements(traced), paper);
        line("questions", questions(traced), paper);
        line("expected by", expected(traced), paper);
        traced.gaps().forEach(gap -> paper.item(4, Ink.BAD.on("gap"), LABEL, Ink.BAD.on(gap)));
    }

    private static void line(String label, List<String> carriers, Paper paper) {
        if (!carriers.isEmpty()) {
            paper.item(4, Ink.QUIET.on(label), LABEL, String.join(", ", carriers));
        }
    }

    /** Expected inferences, each once, with how many expectations there are of it. */
    private static List<String> expected(ClaimTrace traced) {
        Map<String, Long> counts = traced.expectations().stream()
                .collect(Collectors.groupingBy(Expectation::id, LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(each -> each.getKey() + (each.getValue() > 1 ? " (" + each.getValue() + " times)" : ""))
                .toList();
    }

    private static List<String> rules(ClaimTrace traced) {
        return traced.rules().stream().map(RuleCard::id).toList();
    }

    private static List<String> statements(ClaimTrace traced) {
        return traced.statements().stream().map(each -> each.fact().id()).toList();
    }

    private static List<String> questions(ClaimTrace traced) {
        return traced.questions().stream().map(Question::id).toList();
    }

    static Map<String, @Nullable Object> json(CaseFile caseFile, Trace trace) {
        Map<String, @Nullable Object> document = Json.document();
        document.put("case", caseFile.id());
        document.put("complete", trace.complete());
        document.put("claims", trace.claims().stream().map(TraceReport::json).toList());
        document.put("strays", ProblemReport.json(trace.strays()));
        return document;
    }

    private static Map<String, @Nullable Object> json(ClaimTrace traced) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("id", traced.claim().id());
        written.put("source", traced.claim().source());
        written.put("kind", traced.claim().kind().key());
        written.put("text", traced.claim().text());
        written.put("rules", rules(traced));
        written.put("statements", statements(traced));
        written.put("questions", questions(traced));
        written.put(
                "expectations",
                traced.expectations().stream().map(TraceReport::json).toList());
        written.put("gaps", traced.gaps());
        return written;
    }

    private static Map<String, @Nullable Object> json(Expectation expectation) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("id", expectation.id());
        Json.putPlace(written, expectation.at());
        return written;
    }
}
