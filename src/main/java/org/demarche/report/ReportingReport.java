package org.demarche.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.demarche.Assessment;
import org.demarche.cases.Grade;
import org.demarche.cases.Question;
import org.demarche.evidence.Reporting;
import org.demarche.evidence.Reporting.Asked;
import org.demarche.evidence.Reporting.Ended;
import org.demarche.evidence.Reporting.Said;
import org.demarche.evidence.Reporting.Told;
import org.demarche.explain.wording.Sentences;
import org.demarche.model.Report;
import org.demarche.source.Citation;
import org.jspecify.annotations.Nullable;

/** Sets who reports what, and how good that is. */
final class ReportingReport {

    /** How many are shown of reports that add nothing to each other. */
    private static final int FEW = 3;

    private final Assessment assessment;
    private final Words words;
    private final Sentences sentences;
    private final Bibliography sources;
    private final Paper paper;

    private ReportingReport(Assessment assessment, Page page) {
        this.assessment = assessment;
        this.words = new Words(assessment);
        this.sentences =
                new Sentences(assessment.caseFile(), assessment.rulebase().vocabulary());
        this.sources = new Bibliography(assessment);
        this.paper = new Paper(page);
    }

    static String text(Assessment assessment, Reporting reporting, Page page) {
        return new ReportingReport(assessment, page).set(reporting);
    }

    private String set(Reporting reporting) {
        new Heading(assessment, words, paper).set();
        if (reporting.questions().isEmpty()) {
            paper.blank().paragraph(0, "Nothing is reported on a question of this day.");
        }
        reporting.questions().forEach(this::set);
        if (!reporting.circles().isEmpty()) {
            paper.blank().heading("Repeat each other in a circle: nobody is known to have said it first");
            reporting
                    .circles()
                    .forEach(circle -> paper.paragraph(2, some(circle) + (circle.size() > most() ? " (-v)" : "")));
        }
        if (!reporting.ended().isEmpty()) {
            paper.blank().heading("Known, but not counted on this day");
            Map<String, Integer> copies = new HashMap<>();
            List<Ended> shown = reporting.ended().stream()
                    .filter(ended ->
                            ended.repeats().isEmpty() || copies.merge(ended.repeats(), 1, Integer::sum) <= most())
                    .toList();
            shown.forEach(ended -> paper.paragraph(2, ended(ended)));
            left(2, reporting.ended().size() - shown.size(), "that only repeat what was withdrawn or refuted");
        }
        sources.print(paper);
        return paper.print();
    }

    private int most() {
        return paper.page().verbose() ? Integer.MAX_VALUE : FEW;
    }

    private String some(List<String> ids) {
        return Words.and(ids, most());
    }

    private void left(int indent, int count, String which) {
        if (count > 0) {
            paper.paragraph(indent, "and " + count + " more " + which + " (-v)");
        }
    }

    private static String ended(Ended ended) {
        String how = switch (ended.why()) {
            case REFUTED -> "refuted on " + ended.on();
            case WITHDRAWN -> "withdrawn on " + ended.on();
            case OVER -> "tells of what is over since " + ended.on();
            case AHEAD -> "tells of what is to begin on " + ended.on();
        };
        return ended.report() + ": "
                + (ended.repeats().isEmpty() ? how : "repeats " + ended.repeats() + ", which was " + how);
    }

    private void set(Asked asked) {
        Question question = asked.question();
        String ask = question.ask().isEmpty() ? "" : question.ask() + " ";
        paper.blank().heading(ask + Ink.QUIET.on("[" + question.id() + "]"));
        asked.settled()
                .ifPresent(answer ->
                        paper.paragraph(2, Ink.GOOD.on("Settled") + ": " + words.answer(question.id(), answer)));
        if (asked.inConflict()) {
            paper.paragraph(2, Ink.BAD.on("In conflict") + ": only one of these can be right.");
        }
        asked.answers().forEach(said -> set(question, said));
    }

    private void set(Question question, Said said) {
        paper.paragraph(
                "  ",
                "    ",
                Sentences.capital(words.answer(question.id(), said.answer())) + ": "
                        + Words.count(said.reports().size(), "report") + " of "
                        + Words.count(said.origins(), "origin"));
        Map<String, Integer> ofOrigin = new HashMap<>();
        List<Told> shown = said.reports().stream()
                .filter(told -> ofOrigin.merge(told.voice(), 1, Integer::sum) <= most())
                .toList();
        shown.forEach(this::set);
        left(4, said.reports().size() - shown.size(), "of the same " + (said.origins() == 1 ? "origin" : "origins"));
    }

    private void set(Told told) {
        List<String> parts = new ArrayList<>();
        parts.add(origin(told));
        parts.add(grade(told));
        String known = told.statement().knownAsWritten();
        if (!known.isEmpty()) {
            parts.add("known " + known);
        }
        if (!told.telling().date().isEmpty()) {
            parts.add("of " + told.telling().date());
        }
        String cited = sources.cite(told.statement().citations());
        paper.paragraph(
                "    ",
                "      ",
                Ink.QUIET.on(told.report().id()) + ": " + String.join("; ", parts)
                        + (cited.isEmpty() ? "" : " " + Ink.QUIET.on("(" + cited + ")")));
        if (paper.page().verbose() && !told.statement().note().isEmpty()) {
            paper.paragraph(6, told.statement().note());
        }
    }

    private String origin(Told told) {
        Report report = told.report();
        if (!told.telling().repeats().isEmpty()) {
            return "repeats " + told.telling().repeats();
        }
        String name = sentences.name(report.origin());
        return told.voice().equals(report.origin())
                ? name
                : name + ", which belongs to " + sentences.name(told.voice());
    }

    private String grade(Told told) {
        Report report = told.report();
        String grade = report.reliability() + report.credibility();
        if (grade.equals("F6") && told.statement().grade().equals(Grade.NONE)) {
            grade = "not graded";
        }
        if (told.because().isEmpty()) {
            return grade;
        }
        boolean confirmed = told.credibility().equals("1");
        return grade + ", now " + report.reliability() + told.credibility() + ", since " + some(told.because())
                + (confirmed ? " confirm" : " settle") + (told.because().size() == 1 ? "s" : "")
                + (confirmed ? " it" : " it otherwise");
    }

    static Map<String, @Nullable Object> json(Assessment assessment, Reporting reporting) {
        Map<String, @Nullable Object> document = RunJson.header(assessment);
        document.put(
                "reported",
                reporting.questions().stream().map(ReportingReport::json).toList());
        document.put("circles", reporting.circles());
        document.put(
                "ended", reporting.ended().stream().map(ReportingReport::json).toList());
        return document;
    }

    private static Map<String, @Nullable Object> json(Asked asked) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("question", asked.question().id());
        written.put("settled", asked.settled().orElse(null));
        written.put("conflict", asked.inConflict());
        written.put(
                "answers", asked.answers().stream().map(ReportingReport::json).toList());
        return written;
    }

    private static Map<String, @Nullable Object> json(Said said) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("answer", said.answer());
        written.put("origins", said.origins());
        written.put(
                "reports", said.reports().stream().map(ReportingReport::json).toList());
        return written;
    }

    private static Map<String, @Nullable Object> json(Told told) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        Report report = told.report();
        written.put("id", report.id());
        written.put("origin", report.origin());
        written.put("voice", told.voice());
        written.put(
                "repeats",
                told.telling().repeats().isEmpty() ? null : told.telling().repeats());
        written.put("reliability", report.reliability());
        written.put("credibility", report.credibility());
        written.put("credibilityNow", told.credibility());
        written.put("because", told.because());
        written.put("known", known(told).map(Object::toString).orElse(null));
        written.put(
                "date", told.telling().date().isEmpty() ? null : told.telling().date());
        written.put(
                "sources",
                told.statement().citations().stream().map(Citation::toString).toList());
        return written;
    }

    private static Map<String, @Nullable Object> json(Ended ended) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("id", ended.report());
        written.put("because", ended.why().name().toLowerCase(Locale.ROOT));
        written.put("on", ended.on().toString());
        written.put("repeats", ended.repeats().isEmpty() ? null : ended.repeats());
        return written;
    }

    private static Optional<LocalDate> known(Told told) {
        return told.statement().known().or(told.statement()::firstDay);
    }
}
