package org.demarche.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.Assessment;
import org.demarche.cases.Question;
import org.demarche.hypotheses.Indicators;
import org.demarche.hypotheses.Indicators.Bearing;
import org.demarche.hypotheses.Indicators.Foreseen;
import org.demarche.hypotheses.Indicators.Seen;
import org.demarche.hypotheses.Indicators.Unseen;
import org.demarche.hypotheses.Indicators.Watched;
import org.jspecify.annotations.Nullable;

/** Sets what to watch for. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
final class IndicatorsReport {

    private static final int FEW = 5;

    private final Assessment assessment;
    private final Words words;
    private final Paper paper;

    static String text(Assessment assessment, List<Indicators> lists, Page page) {
        Paper paper = new Paper(page);
        Words words = new Words(assessment);
        new Heading(assessment, words, paper).set();
        if (lists.isEmpty()) {
            paper.blank().paragraph(0, "No question is open on this day: there is nothing to watch for.");
        }
        lists.forEach(new IndicatorsReport(assessment, words, paper)::set);
        return paper.print();
    }

    private void set(Indicators list) {
        String ask = assessment
                .caseFile()
                .question(list.question())
                .map(Question::ask)
                .orElse("");
        paper.blank().heading((ask.isEmpty() ? "" : ask + " ") + Ink.QUIET.on("[" + list.question() + "]"));
        list.answers().stream().filter(Watched::possible).forEach(this::set);
    }

    private void set(Watched watched) {
        paper.blank()
                .paragraph(
                        "  ",
                        "    ",
                        "If " + Ink.STRONG.on(watched.says()) + " " + Ink.QUIET.on("[" + watched.answer() + "]"));
        foreseen(watched.foreseen());
        seen(watched.seen());
        for (Bearing bearing : Bearing.values()) {
            unseen(
                    bearing,
                    watched.unseen().stream()
                            .filter(each -> each.bearing() == bearing)
                            .toList());
        }
        if (watched.foreseen().isEmpty()
                && watched.seen().isEmpty()
                && watched.unseen().isEmpty()) {
            paper.paragraph(4, "No rule says what would show it.");
        }
    }

    private void foreseen(List<Foreseen> moves) {
        if (!moves.isEmpty()) {
            paper.paragraph(4, "rules foresee more than otherwise:");
        }
        for (Foreseen move : moves) {
            String seen = move.happened()
                    .map(event -> Ink.GOOD.on("seen: ") + words.clause(event))
                    .orElse("not seen");
            paper.paragraph(
                    "      ",
                    "        ",
                    move.sentence() + " "
                            + Ink.QUIET.on("(" + move.move().id() + "; in " + Words.percent(move.under())
                                    + " of its scenarios, otherwise in " + most(move.otherwise()) + ")")
                            + " – " + seen);
        }
    }

    private static String most(double otherwise) {
        return otherwise == 0 ? "none" : "at most " + Words.percent(otherwise);
    }

    private void seen(List<Seen> seen) {
        if (!seen.isEmpty()) {
            paper.paragraph(4, "seen:");
        }
        for (Seen each : seen) {
            paper.paragraph(
                    "      ",
                    "        ",
                    each.sentence() + " " + Ink.QUIET.on("(" + each.row() + ")") + " – "
                            + each.rating().words());
        }
    }

    private void unseen(Bearing bearing, List<Unseen> unseen) {
        if (unseen.isEmpty()) {
            return;
        }
        paper.paragraph(4, "not seen, and " + said(bearing) + ":");
        int most = paper.page().verbose() ? Integer.MAX_VALUE : FEW;
        unseen.stream()
                .limit(most)
                .forEach(each -> paper.paragraph(
                        "      ",
                        "        ",
                        each.sentence() + (each.open() ? " – not settled" : "") + " "
                                + Ink.QUIET.on("[" + each.rule() + "]")));
        if (unseen.size() > most) {
            paper.paragraph(6, "and " + (unseen.size() - most) + " more (-v)");
        }
    }

    private static String said(Bearing bearing) {
        return switch (bearing) {
            case SETTLES -> "it would settle the question so";
            case SPEAKS_FOR -> "it would speak for it";
            case SPEAKS_AGAINST -> "it would speak against it";
        };
    }

    static Map<String, @Nullable Object> json(Assessment assessment, List<Indicators> lists) {
        Map<String, @Nullable Object> document = RunJson.header(assessment);
        document.put("indicators", lists.stream().map(IndicatorsReport::json).toList());
        return document;
    }

    private static Map<String, @Nullable Object> json(Indicators list) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("question", list.question());
        written.put(
                "answers", list.answers().stream().map(IndicatorsReport::json).toList());
        return written;
    }

    private static Map<String, @Nullable Object> json(Watched watched) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("answer", watched.answer());
        written.put("sentence", watched.says());
        written.put("possible", watched.possible());
        written.put(
                "foreseen",
                watched.foreseen().stream().map(IndicatorsReport::json).toList());
        written.put("seen", watched.seen().stream().map(IndicatorsReport::json).toList());
        written.put(
                "unseen", watched.unseen().stream().map(IndicatorsReport::json).toList());
        return written;
    }

    private static Map<String, @Nullable Object> json(Foreseen move) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("id", move.move().id());
        written.put("sentence", move.sentence());
        written.put("shareUnder", move.under());
        written.put("shareOtherwise", move.otherwise());
        written.put("happened", move.happened().map(event -> event.id()).orElse(null));
        return written;
    }

    private static Map<String, @Nullable Object> json(Seen seen) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("sentence", seen.sentence());
        written.put("rating", seen.rating().name());
        written.put("facts", seen.facts());
        return written;
    }

    private static Map<String, @Nullable Object> json(Unseen unseen) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("bearing", unseen.bearing().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        written.put("sentence", unseen.sentence());
        written.put("rule", unseen.rule());
        written.put("open", unseen.open());
        return written;
    }
}
