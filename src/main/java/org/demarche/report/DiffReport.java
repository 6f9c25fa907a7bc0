package org.demarche.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.Assessment;
import org.demarche.inference.AssessmentDiff;
import org.demarche.inference.AssessmentDiff.Change;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;
import org.jspecify.annotations.Nullable;

/** Sets how two assessments differ, and on what. */
final class DiffReport {

    private final Assessment before;
    private final Assessment after;
    private final AssessmentDiff diff;

    DiffReport(Assessment before, Assessment after) {
        this.before = before;
        this.after = after;
        this.diff = before.diff(after);
    }

    /** @param what what was changed, one thing a line */
    String text(List<String> what, Page page) {
        Paper paper = new Paper(page);
        Words words = new Words(after);
        Words earlier = new Words(before);
        new Heading(after, words, paper).set();
        what.forEach(line -> paper.paragraph(2, line));
        if (diff.isEmpty()) {
            paper.blank()
                    .paragraph(
                            0,
                            "Nothing changes: no inference is gained or lost, and none changes its status or likelihood.");
        }
        group("Gained", diff.gained().stream().map(each -> gained(each, words)).toList(), paper);
        group("Lost", diff.lost().stream().map(each -> lost(each, earlier)).toList(), paper);
        group(
                "Changed",
                diff.changed().stream()
                        .map(each -> changed(each, earlier, words))
                        .toList(),
                paper);
        return paper.print();
    }

    /** All that differs, each as a few lines. */
    List<List<String>> entries() {
        Words words = new Words(after);
        Words earlier = new Words(before);
        List<List<String>> entries = new ArrayList<>();
        diff.gained().forEach(each -> entries.add(marked("+ ", gained(each, words))));
        diff.lost().forEach(each -> entries.add(marked("- ", lost(each, earlier))));
        diff.changed().forEach(each -> entries.add(marked("~ ", changed(each, earlier, words))));
        return entries;
    }

    private static List<String> marked(String sign, List<String> lines) {
        List<String> marked = new ArrayList<>(lines);
        marked.set(0, sign + lines.get(0));
        return marked;
    }

    private static void group(String title, List<List<String>> entries, Paper paper) {
        if (!entries.isEmpty()) {
            paper.blank().heading(title + " (" + entries.size() + ")");
            for (List<String> lines : entries) {
                paper.paragraph("  ", "    ", lines.get(0));
                lines.stream().skip(1).forEach(line -> paper.paragraph("      ", "      ", line));
            }
        }
    }

    private List<String> gained(Inference inference, Words words) {
        return entry(
                inference,
                words,
                inference.status().word() + ", " + words.standing(inference),
                before.causeOfGain(inference, after));
    }

    private List<String> lost(Inference inference, Words words) {
        return entry(
                inference,
                words,
                "was " + inference.status().word() + ", " + words.standing(inference),
                before.causeOfLoss(inference, after));
    }

    private List<String> changed(Change change, Words earlier, Words words) {
        boolean status = change.before().status() != change.after().status();
        String stands = status
                ? change.before().status().word() + ", now "
                        + change.after().status().word()
                        + (change.after().status() == Status.CONTINGENT
                                ? " " + words.share(change.after().scenarios())
                                : "")
                : "its likelihood: before " + odds(change.before(), earlier) + ", now " + odds(change.after(), words);
        return entry(change.after(), words, stands, status ? before.cause(change, after) : Optional.empty());
    }

    private static String odds(Inference inference, Words words) {
        return words.odds(inference.likelihood())
                .map(said -> said.replaceFirst("^likelihood: ", ""))
                .orElse(inference.likelihood().likelihood().isPresent() ? "certain" : "not known");
    }

    private static List<String> entry(Inference inference, Words words, String stands, Optional<String> cause) {
        List<String> lines = new ArrayList<>();
        lines.add(words.sentence(inference.fact()) + " " + Ink.QUIET.on("(" + inference.id() + ")"));
        lines.add(stands);
        cause.ifPresent(clause -> lines.add("because " + clause));
        return lines;
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
                "gained",
                diff.gained().stream()
                        .map(each -> json(each, after, before.causeOfGain(each, after)))
                        .toList());
        document.put(
                "lost",
                diff.lost().stream()
                        .map(each -> json(each, before, before.causeOfLoss(each, after)))
                        .toList());
        document.put(
                "changed",
                diff.changed().stream()
                        .map(each -> {
                            Map<String, @Nullable Object> written = new LinkedHashMap<>();
                            written.put("id", each.after().id());
                            written.put("before", new RunJson(before).inference(each.before()));
                            written.put("after", new RunJson(after).inference(each.after()));
                            written.put("cause", before.cause(each, after).orElse(null));
                            return written;
                        })
                        .toList());
        return document;
    }

    private static Map<String, @Nullable Object> json(Inference inference, Assessment of, Optional<String> cause) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("id", inference.id());
        written.put("inference", new RunJson(of).inference(inference));
        written.put("cause", cause.orElse(null));
        return written;
    }
}
