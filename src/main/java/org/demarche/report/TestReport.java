package org.demarche.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.check.ExpectationResult;
import org.jspecify.annotations.Nullable;

/** Which expectations were met: by default only those that were not, with what came instead. */
final class TestReport {

    /** As wide as the marks. */
    private static final int INDENT = 9;

    private TestReport() {}

    static String text(TestRun run, Page page) {
        List<ExpectationResult> results = run.results();
        Paper paper = new Paper(page);
        results.stream().filter(each -> page.verbose() || !each.met()).forEach(each -> result(each, paper));
        long unmet = results.stream().filter(each -> !each.met()).count();
        String all = Words.count(results.size(), "expectation");
        if (results.isEmpty()) {
            nothing(paper);
        } else if (unmet > 0) {
            paper.paragraph(0, Ink.BAD.on(unmet + " of " + all + " not met"));
        } else {
            paper.paragraph(0, Ink.GOOD.on(all + " met"));
        }
        run.coverage().ifPresent(coverage -> CoverageReport.text(coverage, run.minimum(), paper));
        if (run.mutants().isPresent()) {
            MutantReport.text(run, paper);
        }
        if (run.waits()) {
            paper.blank().paragraph(0, "Changes of rules are tried once all expectations are met.");
        }
        return paper.print() + (run.problems().isEmpty() ? "" : "\n" + ProblemReport.text(run.problems(), page));
    }

    /** Whoever has not written any yet is told where they go and what one looks like. */
    private static void nothing(Paper paper) {
        paper.paragraph(0, "no expectations");
        paper.paragraph(
                0,
                "They are looked for in files that end in `.expect.yaml`, beside a case or beside rules, in the folders"
                        + " named, or else in all of `rules` and `facts`. In `facts/my-case/my-case.expect.yaml` one is a"
                        + " line with the id of an inference, as `run` shows it:");
        paper.line("  - {expect: VAR.quarantine.KES, status: contingent}");
        paper.line("  - {expect-not: VAR.quarantine.KES, given: {ally-escorts: yes}}");
    }

    private static void result(ExpectationResult result, Paper paper) {
        String mark = result.met() ? Ink.GOOD.on("met") + "      " : Ink.BAD.on("not met") + "  ";
        paper.paragraph(mark, " ".repeat(INDENT), result.name());
        if (!result.met()) {
            result.failures().forEach(failure -> paper.paragraph(INDENT, failure));
            paper.paragraph(INDENT, Ink.QUIET.on(result.at().toString()));
        }
    }

    static Map<String, @Nullable Object> json(TestRun run) {
        List<ExpectationResult> results = run.results();
        Map<String, @Nullable Object> document = Json.document();
        document.put("met", results.stream().filter(ExpectationResult::met).count());
        document.put("unmet", results.stream().filter(each -> !each.met()).count());
        document.put("expectations", results.stream().map(TestReport::json).toList());
        run.coverage().ifPresent(coverage -> document.put("coverage", CoverageReport.json(coverage, run.minimum())));
        if (run.mutants().isPresent()) {
            document.put("mutants", MutantReport.json(run));
        } else if (run.waits()) {
            document.put("mutants", null);
        }
        if (!run.problems().isEmpty()) {
            document.put("problems", ProblemReport.json(run.problems()));
        }
        return document;
    }

    private static Map<String, @Nullable Object> json(ExpectationResult result) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("id", result.expectation().id());
        written.put("name", result.name());
        written.put("met", result.met());
        written.put("failures", result.failures());
        written.put("claims", result.expectation().claims());
        Json.putPlace(written, result.at());
        return written;
    }
}
