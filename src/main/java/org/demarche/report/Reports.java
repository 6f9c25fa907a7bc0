package org.demarche.report;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.Assessment;
import org.demarche.Timeline;
import org.demarche.WhatIf;
import org.demarche.authoring.format.Formatted;
import org.demarche.cache.CacheFolder;
import org.demarche.cases.CaseFile;
import org.demarche.check.Checks;
import org.demarche.check.Skeletons;
import org.demarche.check.Trace;
import org.demarche.evidence.Reporting;
import org.demarche.explain.changes.Changes;
import org.demarche.explain.changes.KeyAssumptions;
import org.demarche.explain.why.Explanation;
import org.demarche.explain.why.Explanation.Detail;
import org.demarche.explain.whynot.Contrast;
import org.demarche.explain.whynot.Obstacles;
import org.demarche.hypotheses.Indicators;
import org.demarche.hypotheses.Matrix;
import org.demarche.hypotheses.Matrix.Row;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;
import org.demarche.lint.CheckPage;
import org.demarche.operational.Firing;
import org.demarche.operational.SessionResult;
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

    /** What came out of several cases, in this order. */
    public static Report cases(List<CaseResult> cases) {
        return new Report(page -> CasesReport.text(cases, page), () -> CasesReport.json(cases));
    }

    /** Why some of several cases have no result, for a person; {@code ""} when all have one. */
    public static String withoutResult(List<CaseResult> cases, Page page) {
        return CasesReport.failures(cases, page);
    }

    /**
     * What a plain session of Drools came to.
     *
     * @param printed what its rules printed, for whoever did not see it
     * @param signs why the rules were run so
     */
    public static Report session(CaseFile caseFile, SessionResult result, String printed, List<Problem> signs) {
        OperationalReport report = new OperationalReport(caseFile, result, printed, signs);
        return new Report(report::text, report::json);
    }

    /** A firing of a session, in a line. */
    public static String firing(Firing firing) {
        return OperationalReport.line(firing);
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

    /** The answers to questions against the evidence that bears on them. */
    public static Report hypotheses(Assessment assessment, List<Matrix> matrices) {
        return new Report(
                page -> HypothesesText.text(Optional.of(assessment), matrices, page),
                () -> HypothesesJson.of(Optional.of(assessment), matrices));
    }

    /** One row of a matrix, with the rules behind its cells. */
    public static Report hypotheses(Assessment assessment, Matrix matrix, Row row) {
        return new Report(
                page -> HypothesesText.row(assessment, matrix, row, page),
                () -> HypothesesJson.of(Optional.of(assessment), List.of(matrix.withRows(List.of(row)))));
    }

    /** What to watch for. */
    public static Report indicators(Assessment assessment, List<Indicators> lists) {
        return new Report(
                page -> IndicatorsReport.text(assessment, lists, page), () -> IndicatorsReport.json(assessment, lists));
    }

    /** Who reports what, and how good that is. */
    public static Report reporting(Assessment assessment) {
        Reporting reporting = assessment.reporting();
        return new Report(
                page -> ReportingReport.text(assessment, reporting, page),
                () -> ReportingReport.json(assessment, reporting));
    }

    /** A matrix that was filled in by hand. */
    public static Report filledMatrix(Matrix matrix) {
        return new Report(
                page -> HypothesesText.text(Optional.empty(), List.of(matrix), page),
                () -> HypothesesJson.of(Optional.empty(), List.of(matrix)));
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

    /**
     * What is wrong with rules and cases.
     *
     * @param notes whether people are told of notes too
     */
    public static Report check(Checks checks, boolean notes) {
        return new Report(page -> CheckReport.text(checks, notes, page), () -> CheckReport.json(checks))
                .with("sarif", () -> Json.write(new SarifReport(checks).document()))
                .with("github", () -> GithubReport.text(checks, notes));
    }

    /** What a check finds, and why. */
    public static Report page(CheckPage shown) {
        return new Report(page -> shown.text(), () -> {
            Map<String, @Nullable Object> document = Json.document();
            document.put("check", shown.id());
            document.put("title", shown.title());
            document.put("page", shown.path());
            document.put("text", shown.text());
            return document;
        });
    }

    /** Which expectations were met, what they have seen, and what they would not notice. */
    public static Report test(TestRun run) {
        return new Report(page -> TestReport.text(run, page), () -> TestReport.json(run))
                .with("junit", () -> JUnitXml.of(run))
                .with("tap", () -> TapText.of(run));
    }

    /** Expectations that nobody has written, to be reviewed. */
    public static Report skeletons(List<Skeletons> skeletons) {
        return new Report(page -> SkeletonReport.text(skeletons), () -> SkeletonReport.json(skeletons));
    }

    /** What carries the claims of a case. */
    public static Report trace(CaseFile caseFile, Trace trace) {
        return new Report(page -> TraceReport.text(caseFile, trace, page), () -> TraceReport.json(caseFile, trace));
    }

    /**
     * Which files were not in form.
     *
     * @param checked whether they were only looked at
     */
    public static Report formatted(List<Formatted> files, boolean checked) {
        return new Report(page -> FormatReport.text(files, checked, page), () -> FormatReport.json(files, checked));
    }

    /**
     * Which files were written.
     *
     * @param next commands to go on with
     */
    public static Report written(List<Path> files, List<String> next) {
        return new Report(page -> WrittenReport.text(files, next), () -> WrittenReport.json(files, next));
    }

    /** What tables of events came to. */
    public static Report imported(ImportResult result) {
        ImportReport report = new ImportReport(result);
        return new Report(report::text, report::json);
    }

    /**
     * What a change in a session comes to, without the heading of the case.
     *
     * @param what what was changed, one thing a line
     */
    public static Report changes(Assessment before, Assessment after, List<String> what) {
        DiffReport report = new DiffReport(before, after);
        return new Report(page -> report.brief(what, page), report::json);
    }

    /**
     * What a session has stated.
     *
     * @param file the case as its files have it
     */
    public static Report stated(CaseFile file, Assessment now) {
        return new Report(
                page -> SessionReport.stated(file, now, page),
                () -> SessionReport.json(
                        "facts",
                        now.caseFile().statementsAt().stream()
                                .map(each -> each.fact().id())
                                .toList()));
    }

    /** The rules that an assessment was made with. */
    public static Report rules(Assessment now) {
        return new Report(
                page -> SessionReport.rules(now, page),
                () -> SessionReport.json(
                        "rules", List.copyOf(now.rulebase().cards().keySet())));
    }

    /** Words with what each stands for. */
    public static Report glossary(Map<String, String> meanings) {
        return new Report(page -> SessionReport.glossary(meanings, page), () -> SessionReport.json("words", meanings));
    }

    /**
     * What is kept between runs.
     *
     * @param place where; empty where nothing is
     * @param before how much there was
     * @param now how much there is, less when it has been cleared
     * @param lack why it is not used, as a sentence
     * @param shared where more is kept with the program, for all who use it
     */
    public static Report cache(
            Optional<Path> place,
            CacheFolder.Size before,
            CacheFolder.Size now,
            Optional<String> lack,
            Optional<Path> shared,
            CacheFolder.Size ofShared) {
        CacheReport report = new CacheReport(place, before, now, lack, shared, ofShared);
        return new Report(report::text, report::json);
    }

    /** A text as it is. */
    public static Report text(String text) {
        return new Report(page -> text, () -> {
            Map<String, @Nullable Object> document = Json.document();
            document.put("text", text);
            return document;
        });
    }

    /** A document for programs, which is the same in every form. */
    public static Report document(Map<String, Object> document) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>(document);
        return new Report(page -> Json.write(written), () -> written);
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
