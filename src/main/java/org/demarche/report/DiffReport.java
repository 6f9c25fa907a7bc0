package org.demarche.report;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.demarche.Assessment;
import org.demarche.WhatIf;
import org.demarche.cases.Question;
import org.demarche.explain.causes.Cause;
import org.demarche.inference.AssessmentDiff;
import org.demarche.inference.AssessmentDiff.Change;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;
import org.demarche.model.Fact;
import org.demarche.model.Move;
import org.jspecify.annotations.Nullable;

/** Sets how two assessments differ, and on what: what has the same cause stands together under it. */
final class DiffReport {

    /** How many inferences are listed of those that have the same cause. */
    private static final int MANY = 8;

    /** How many further causes are told. */
    private static final int FEW = 2;

    /** How many ways are told in which something holds. */
    private static final int WAYS = 2;

    private final Assessment before;
    private final Assessment after;
    private final AssessmentDiff diff;

    /** What stays contingent with the same likelihood and holds in another part of the scenarios. */
    private final List<Change> shares;

    /** What does so in as large a part of the scenarios, but in others. */
    private final List<Change> moved;

    /** Of nothing where nothing differs: it takes the labels of everything together. */
    private final Function<Fact, Optional<Cause>> causes;

    private final Words earlier;
    private final Words words;
    private final Bibliography sources;

    DiffReport(Assessment before, Assessment after) {
        this(before, after, Optional.empty());
    }

    DiffReport(WhatIf whatIf) {
        this(whatIf.before(), whatIf.after(), Optional.of(whatIf));
    }

    private DiffReport(Assessment before, Assessment after, Optional<WhatIf> whatIf) {
        this.before = before;
        this.after = after;
        this.diff = before.diff(after);
        this.shares = contingent((was, now) -> !sameShare(was, now));
        this.moved = contingent((was, now) -> sameShare(was, now) && elsewhere(was, now));
        this.causes = diff.isEmpty() && shares.isEmpty() && moved.isEmpty()
                ? any -> Optional.empty()
                : whatIf.<Function<Fact, Optional<Cause>>>map(each -> each::cause)
                        .orElseGet(() -> before.causes(after)::of);
        // What was and what is stand in one line: both in the words of what is.
        this.earlier = new Words(before, after.caseFile().scale());
        this.words = new Words(after);
        this.sources = new Bibliography(after);
    }

    /** Something that differs: how it stands, and why. */
    record Entry(
            String sign, boolean move, String sentence, List<Line> stands, String cause, Optional<LocalDate> day) {}

    /** @param what what was changed, one thing a line */
    String text(List<String> what, Page page) {
        Paper paper = new Paper(page);
        new Heading(after, words, paper).set();
        what.forEach(line -> paper.paragraph(2, line));
        questions(paper);
        set(paper);
        return paper.print();
    }

    /** @param what what was changed, one thing a line, for somebody who knows which case it is */
    String brief(List<String> what, Page page) {
        Paper paper = new Paper(page);
        words.scale(paper);
        what.forEach(line -> paper.paragraph(0, line));
        if (!before.scenarios().equals(after.scenarios())) {
            paper.paragraph(
                    0,
                    after.scenarios() + (after.scenarios().equals(BigInteger.ONE) ? " scenario" : " scenarios")
                            + ", before " + before.scenarios());
        }
        questions(paper);
        set(paper);
        return paper.print();
    }

    /** What has been settled, or is open again, and not only because an answer is supposed. */
    private void questions(Paper paper) {
        Map<String, String> was = before.answered();
        Map<String, String> is = after.answered();
        Set<String> all = new TreeSet<>(was.keySet());
        all.addAll(is.keySet());
        all.removeAll(before.supposed().keySet());
        all.removeAll(after.supposed().keySet());
        all.retainAll(after.questions().stream().map(Question::id).toList());
        all.removeIf(question -> is.getOrDefault(question, "").equals(was.getOrDefault(question, "")));
        for (String question : all) {
            String ask = after.caseFile().question(question).map(Question::ask).orElse("");
            String named = (ask.isEmpty() ? "" : ask + " ") + Ink.QUIET.on("[" + question + "]");
            String answer = is.get(question);
            paper.paragraph(
                    "  ",
                    "    ",
                    answer == null ? "open again: " + named : "settled: " + words.answer(question, answer));
        }
    }

    /** All that differs, set under a heading of its own. */
    void set(Paper paper) {
        if (diff.isEmpty()) {
            paper.blank()
                    .paragraph(
                            0,
                            (shares.isEmpty() && moved.isEmpty() ? "Nothing changes: no" : "No")
                                    + " inference is gained or lost, and none changes its status, likelihood or confidence.");
        }
        group("Gained", gained(), paper);
        group("Lost", lost(), paper);
        group("Changed", changed(), paper);
        group("In more of the scenarios", moving(shares, true), paper);
        group("In fewer of the scenarios", moving(shares, false), paper);
        group("In other scenarios, but as many", elsewhere(), paper);
    }

    /** What holds in a larger part of the scenarios than before, or in a smaller one. */
    private List<Entry> moving(List<Change> shares, boolean more) {
        return shares.stream()
                .filter(each -> each.after()
                                        .scenarios()
                                        .multiply(before.scenarios())
                                        .compareTo(each.before().scenarios().multiply(after.scenarios()))
                                > 0
                        == more)
                .map(each -> entry("~", each.after(), words, stands(each)))
                .toList();
    }

    private List<Entry> elsewhere() {
        return moved.stream()
                .map(each -> entry(
                        "~",
                        each.after(),
                        words,
                        List.of(
                                LikelihoodLine.plain("was " + String.join(", ", earlier.where(each.before(), WAYS))),
                                LikelihoodLine.plain("now " + String.join(", ", words.where(each.after(), WAYS))))))
                .toList();
    }

    private boolean sameShare(Inference was, Inference now) {
        return was.scenarios()
                .multiply(after.scenarios())
                .equals(now.scenarios().multiply(before.scenarios()));
    }

    /** Only the scenarios of the same questions with the same answers can be compared one by one. */
    private boolean elsewhere(Inference was, Inference now) {
        return before.answered().equals(after.answered())
                && asked(before).equals(asked(after))
                && !(was.conditions().equals(now.conditions())
                        && was.otherConditions().equals(now.otherConditions()));
    }

    private static Map<String, List<String>> asked(Assessment assessment) {
        return assessment.questions().stream().collect(Collectors.toMap(Question::id, Question::answerIds));
    }

    private List<Change> contingent(BiPredicate<Inference, Inference> differ) {
        Set<Fact> told =
                diff.changed().stream().map(change -> change.after().fact()).collect(Collectors.toSet());
        List<Change> found = new ArrayList<>();
        for (Inference now : after.inferences()) {
            if (now.status() == Status.CONTINGENT && !told.contains(now.fact())) {
                before.find(now.id())
                        .filter(was -> was.status() == Status.CONTINGENT)
                        .filter(was -> differ.test(was, now))
                        .ifPresent(was -> found.add(new Change(was, now)));
            }
        }
        return found;
    }

    /** All that differs: what is gained, then what is lost, then what is changed. */
    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>(gained());
        entries.addAll(lost());
        entries.addAll(changed());
        return entries;
    }

    private static void group(String title, List<Entry> entries, Paper paper) {
        if (!entries.isEmpty()) {
            paper.blank().heading(title + " (" + entries.size() + ")");
            list(entries, MANY, false, paper);
        }
    }

    /**
     * Entries under their causes.
     *
     * @param many how many are listed of those that have the same cause
     * @param signed whether each has a sign for what became of it
     */
    static void list(List<Entry> entries, int many, boolean signed, Paper paper) {
        byCause(entries).forEach((cause, same) -> {
            paper.paragraph("  ", "    ", heading(cause, same.size()));
            int most = paper.page().verbose() ? same.size() : many;
            same.stream().limit(most).forEach(entry -> {
                paper.paragraph("    ", "      ", (signed ? entry.sign() + " " : "") + entry.sentence());
                entry.stands().forEach(line -> line.set(paper, "        ", "        "));
            });
            if (same.size() > most) {
                paper.paragraph(4, "and " + (same.size() - most) + " more (-v)");
            }
        });
    }

    /** What has the same cause, together; the causes by day, and else in the order of what they are first the cause of. */
    private static Map<String, List<Entry>> byCause(List<Entry> entries) {
        Map<String, List<Entry>> groups = new LinkedHashMap<>();
        entries.stream()
                .sorted(Comparator.comparing(entry -> entry.day().orElse(LocalDate.MAX)))
                .forEach(each -> groups.computeIfAbsent(each.cause(), any -> new ArrayList<>())
                        .add(each));
        return groups;
    }

    private static String heading(String cause, int many) {
        return (cause.isEmpty() ? "For no single reason that was found" : cause)
                + (many > 1 ? " (" + many + " inferences):" : ":");
    }

    private List<Entry> gained() {
        return each(
                diff.gained(),
                inference -> entry(
                        "+",
                        inference,
                        words,
                        List.<Line>of(
                                words.place(inference).after(inference.status().word() + ", "))));
    }

    private List<Entry> lost() {
        return each(
                diff.lost(),
                inference -> entry(
                        "-",
                        inference,
                        earlier,
                        List.<Line>of(earlier.place(inference)
                                .after("was " + inference.status().word() + ", "))));
    }

    private List<Entry> changed() {
        return each(diff.changed(), change -> entry("~", change.after(), words, stands(change)));
    }

    /** Moves before what leads to them. */
    private static <T> List<Entry> each(List<T> all, Function<T, Entry> entry) {
        return all.stream()
                .map(entry)
                .sorted(Comparator.comparing(made -> !made.move()))
                .toList();
    }

    private List<Line> stands(Change change) {
        List<Line> lines = new ArrayList<>();
        LikelihoodLine was = stands(change.before(), earlier);
        LikelihoodLine is = stands(change.after(), words);
        if (!was.equals(is)) {
            lines.add(was.after("was ").then(", now ").then(is));
        }
        // Nothing for what is certain, which its status says already, and for what is not known.
        Optional<LikelihoodLine> odds = earlier.bareOdds(change.before().likelihood());
        Optional<LikelihoodLine> now = words.bareOdds(change.after().likelihood());
        if (now.isPresent() && !odds.equals(now)) {
            lines.add(odds.map(each -> each.after("was ").then(", "))
                    .orElse(LikelihoodLine.NONE)
                    .after("likelihood: ")
                    .then("now ")
                    .then(now.get()));
        } else if (odds.isPresent() && now.isEmpty() && change.after().status() == Status.CONTINGENT) {
            lines.add(odds.get().after("likelihood: was ").then(", now not known"));
        } else if (lines.isEmpty()
                && !change.before().likelihood().equals(change.after().likelihood())) {
            // Rounded they are the same.
            lines.add(now.map(each -> each.after(": "))
                    .orElse(LikelihoodLine.NONE)
                    .after("its likelihood is another by less than a percent"));
        }
        ConfidenceLine.changed(change.before().confidence(), change.after().confidence())
                .ifPresent(lines::add);
        return lines;
    }

    private static LikelihoodLine stands(Inference inference, Words words) {
        return inference.status() == Status.CONTINGENT
                ? words.place(inference).after("contingent (").then(")")
                : LikelihoodLine.plain(
                        inference.status().word() + (words.tendency(inference).isEmpty() ? "" : " as a tendency"));
    }

    private Entry entry(String sign, Inference inference, Words said, List<Line> stands) {
        Optional<Cause> cause = cause(inference.fact());
        List<Line> lines = new ArrayList<>(stands);
        words.happened(inference.fact()).map(LikelihoodLine::plain).ifPresent(lines::add);
        beside(lines, cause.map(DiffReport::also).orElse(""));
        return new Entry(
                sign,
                inference.fact() instanceof Move,
                said.sentence(inference.fact()) + " " + Ink.QUIET.on("(" + inference.id() + ")"),
                lines,
                cause.map(this::sentence).orElse(""),
                cause.flatMap(Cause::day));
    }

    /** What else there is to say may speak of likelihoods: it goes on with the last line that may, or stands by itself. */
    private static void beside(List<Line> lines, String also) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i) instanceof LikelihoodLine line) {
                lines.set(i, line.then(also));
                return;
            }
        }
        if (!also.isEmpty()) {
            lines.add(LikelihoodLine.plain(also.replaceFirst("^; ", "")));
        }
    }

    private static String also(Cause cause) {
        return few(cause.others(), "; also because ")
                + (cause.alternatives().isEmpty()
                        ? ""
                        : "; enough in its place: " + String.join("; or ", cause.alternatives()))
                + few(cause.besides(), "; this differs too: ");
    }

    private static String few(List<String> clauses, String before) {
        return clauses.isEmpty()
                ? ""
                : clauses.size() <= FEW
                        ? before + Words.and(clauses)
                        : "; its reasons differ in " + clauses.size() + " more things";
    }

    private String sentence(Cause cause) {
        String cited =
                cause.citations().isEmpty() ? "" : " " + Ink.QUIET.on("(" + sources.cite(cause.citations()) + ")");
        return (cause.traced() ? "Because " : "Perhaps because ") + cause.clause() + cited;
    }

    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> document = RunJson.header(after);
        document.putAll(changes());
        return document;
    }

    /** What is gained, lost and changed, with causes. */
    Map<String, @Nullable Object> changes() {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put(
                "gained", diff.gained().stream().map(each -> json(each, after)).toList());
        document.put(
                "lost", diff.lost().stream().map(each -> json(each, before)).toList());
        document.put("changed", diff.changed().stream().map(this::json).toList());
        document.put("shares", shares.stream().map(this::share).toList());
        document.put("moved", moved.stream().map(DiffReport::place).toList());
        return document;
    }

    private Map<String, @Nullable Object> json(Inference inference, Assessment of) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("id", inference.id());
        written.put("inference", json(of).inference(inference));
        putCause(written, inference.fact());
        return written;
    }

    private RunJson json(Assessment of) {
        return new RunJson(of, after.caseFile().scale());
    }

    private Map<String, @Nullable Object> json(Change change) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("id", change.after().id());
        written.put("before", json(before).inference(change.before()));
        written.put("after", json(after).inference(change.after()));
        putCause(written, change.after().fact());
        return written;
    }

    private Map<String, @Nullable Object> share(Change change) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("id", change.after().id());
        written.put("before", Json.count(change.before().scenarios()));
        written.put("possibleBefore", Json.count(before.scenarios()));
        written.put("after", Json.count(change.after().scenarios()));
        written.put("possibleAfter", Json.count(after.scenarios()));
        return written;
    }

    private static Map<String, @Nullable Object> place(Change change) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("id", change.after().id());
        written.put("before", Json.conditions(change.before().conditions()));
        written.put("after", Json.conditions(change.after().conditions()));
        return written;
    }

    private Optional<Cause> cause(Fact fact) {
        return causes.apply(fact);
    }

    private void putCause(Map<String, @Nullable Object> written, Fact fact) {
        Optional<Cause> cause = cause(fact);
        written.put("cause", cause.map(Cause::clause).orElse(null));
        written.put("differsOn", cause.map(DiffReport::json).orElse(null));
    }

    private static Map<String, @Nullable Object> json(Cause cause) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("kind", cause.kind().word());
        written.put("id", cause.id());
        written.put("day", cause.day().map(LocalDate::toString).orElse(null));
        written.put("sources", cause.citations().stream().map(Object::toString).toList());
        written.put("others", cause.others());
        written.put("alternatives", cause.alternatives());
        written.put("besides", cause.besides());
        written.put("traced", cause.traced());
        return written;
    }
}
