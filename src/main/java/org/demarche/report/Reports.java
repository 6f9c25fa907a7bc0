package org.demarche.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.Assessment;
import org.demarche.Timeline;
import org.demarche.WhatIf;
import org.demarche.cases.CaseFile;
import org.demarche.check.Checks;
import org.demarche.check.Skeletons;
import org.demarche.check.Trace;
import org.demarche.explain.changes.Changes;
import org.demarche.explain.changes.KeyAssumptions;
import org.demarche.explain.why.Explanation;
import org.demarche.explain.why.Explanation.Detail;
import org.demarche.explain.whynot.Contrast;
import org.demarche.explain.whynot.Obstacles;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;
import org.demarche.source.Problem;
import org.jspecify.annotations.Nullable;

/** Makes reports of results. */
public final class Reports {

    private Reports() {}

    /**
     * What was inferred.
     *
     * @param all whether to list what is excluded too
     */
    public static Report run(Assessment assessment, boolean all) {
        List<Inference> listed = assessment.inferences().stream()
                .filter(each -> all || each.status() != Status.EXCLUDED)
                .toList();
        return new Report(
                page -> new RunText(assessment, page).text(listed), () -> new RunJson(assessment).document(listed));
    }

    /**
     * Where things hold.
     *
     * @param picked whether these inferences were asked for one by one
     */
    public static Report scenarios(Assessment assessment, List<Inference> inferences, boolean picked) {
        return new Report(
                page -> new ScenariosText(assessment, page).text(inferences, picked),
                () -> new ScenariosJson(assessment).document(inferences));
    }

    /**
     * Single scenarios.
     *
     * @param inference in whose scenarios; empty for all possible ones
     * @param most how many are listed at most
     */
    public static Report scenarioList(Assessment assessment, Optional<Inference> inference, int most) {
        ScenarioList list = new ScenarioList(assessment, inference, most);
        return new Report(list::text, list::json);
    }

    /**
     * Why an inference holds, and what would change it.
     *
     * @param all whether to list everything that would change in how many scenarios it holds
     */
    public static Report why(Assessment assessment, Inference inference, Detail detail, boolean all) {
        Explanation explanation = assessment.why(inference, detail);
        Changes changes = assessment.changes(inference.fact());
        return new Report(
                page -> new WhyText(assessment, page).text(explanation, changes, all),
                () -> new WhyJson(assessment).document(explanation, changes));
    }

    /** Why something is inferred rather than something else. */
    public static Report contrast(Assessment assessment, Contrast contrast) {
        return new Report(
                page -> new ContrastText(assessment, page).text(contrast),
                () -> new ContrastJson(assessment).document(contrast));
    }

    /** What keeps something from being inferred, and what would change that. */
    public static Report whyNot(Assessment assessment, Obstacles obstacles, boolean all) {
        Changes changes = assessment.changes(obstacles.fact());
        return new Report(
                page -> new WhyNotText(assessment, page).text(obstacles, changes, all),
                () -> new WhyNotJson(assessment).document(obstacles, changes));
    }

    /**
     * How one assessment differs from another.
     *
     * @param what what was changed, one thing a line
     */
    public static Report diff(Assessment before, Assessment after, List<String> what) {
        DiffReport report = new DiffReport(before, after);
        return new Report(page -> report.text(what, page), report::json);
    }

    /**
     * What some changes come to.
     *
     * @param what what is changed, one thing a line
     */
    public static Report whatIf(WhatIf whatIf, List<String> what) {
        DiffReport report = new DiffReport(whatIf);
        return new Report(page -> report.text(what, page), report::json);
    }

    /** How one assessment differs from another, each with where its rules were read from. */
    public static Report diff(Compared before, Compared after) {
        ComparedReport report = new ComparedReport(before, after);
        return new Report(report::text, report::json);
    }

    /** What was inferred from day to day. */
    public static Report timeline(Timeline timeline) {
        return new Report(page -> new TimelineReport(timeline, page).text(), () -> TimelineReport.json(timeline));
    }

    /** What is lost without each assumption. */
    public static Report assumptions(Assessment assessment) {
        KeyAssumptions assumptions = assessment.assumptions();
        return new Report(
                page -> AssumptionsReport.text(assessment, assumptions, page),
                () -> AssumptionsReport.json(assessment, assumptions));
    }

    /** What is wrong with rules and cases. */
    public static Report check(Checks checks) {
        return new Report(page -> CheckReport.text(checks, page), () -> CheckReport.json(checks));
    }

    /** Which expectations were met, what they have seen, and what they would not notice. */
    public static Report test(TestRun run) {
        return new Report(
                page -> TestReport.text(run, page),
                () -> TestReport.json(run),
                Map.of("junit", () -> JUnitXml.of(run), "tap", () -> TapText.of(run)));
    }

    /** Expectations that nobody has written, to be reviewed. */
    public static Report skeletons(List<Skeletons> skeletons) {
        return new Report(page -> SkeletonReport.text(skeletons), () -> SkeletonReport.json(skeletons));
    }

    /** What carries the claims of a case. */
    public static Report trace(CaseFile caseFile, Trace trace) {
        return new Report(page -> TraceReport.text(caseFile, trace, page), () -> TraceReport.json(caseFile, trace));
    }

    /** Why files do not load. */
    public static Report problems(List<Problem> problems) {
        return new Report(page -> ProblemReport.text(problems, page), () -> {
            Map<String, @Nullable Object> document = Json.document();
            document.put("problems", ProblemReport.json(problems));
            return document;
        });
    }

    /**
     * Why a command gave no result.
     *
     * @param exit what the process ends with
     * @param sentences what happened, and what to do about it
     */
    public static Report error(int exit, List<String> sentences) {
        return new Report(page -> ErrorReport.text(sentences, page), () -> ErrorReport.json(exit, sentences));
    }
}
