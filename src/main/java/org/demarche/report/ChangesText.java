package org.demarche.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.explain.Changes;
import org.demarche.explain.Changes.Change;
import org.demarche.explain.Changes.Kind;
import org.demarche.explain.Changes.Standing;
import org.demarche.inference.Status;
import org.demarche.model.Fact;
import org.jspecify.annotations.Nullable;

/** Sets what would change how something stands: the changes that come to the same, together. */
record ChangesText(Words words, Paper paper, Page page) {

    private static final int FEW = 4;

    /** @param all whether also what only changes in how many scenarios it holds */
    void set(Changes changes, boolean all) {
        List<Change> shown = all ? changes.listed() : changes.deciding();
        paper.blank().heading("What would change it");
        if (changes.listed().isEmpty()) {
            paper.paragraph(2, "No answer and no single statement, added or withdrawn, was found that would.");
            return;
        }
        Map<String, List<Change>> groups = new LinkedHashMap<>();
        shown.forEach(change -> groups.computeIfAbsent(heading(change), any -> new ArrayList<>())
                .add(change));
        groups.forEach((heading, group) -> group(
                group.size() == 1
                        ? heading.replace("any one of these assumptions", "this assumption")
                                .replace("any one of these", "this")
                        : heading,
                group));
        int others = changes.listed().size() - shown.size();
        if (others > 0) {
            paper.paragraph(
                    2,
                    (shown.isEmpty() ? "" : "And ") + Words.count(others, "change")
                            + " would only change in how many scenarios it holds (--all).");
        }
    }

    private void group(String heading, List<Change> changes) {
        paper.paragraph(2, heading);
        int most = page.verbose() ? Integer.MAX_VALUE : FEW;
        changes.stream().limit(most).forEach(change -> paper.paragraph("    ", "      ", what(change)));
        if (changes.size() > most) {
            paper.paragraph(
                    4, "and " + Words.count(changes.size() - most, "more").replace("mores", "more") + " (-v)");
        }
    }

    private String heading(Change change) {
        String stands = stands(change.after());
        return switch (change.kind()) {
            case ANSWER -> "It would be " + stands + " where";
            case ASSUMPTION -> "It would be " + stands + " without any one of these assumptions:";
            case WITHDRAW -> "It would be " + stands + " without any one of these:";
            case ADD -> "It would be " + stands + " if any one of these were stated:";
        };
    }

    private static String stands(Standing after) {
        String share = Words.number(after.scenarios()) + " of " + Words.number(after.possible()) + " scenarios";
        return after.status() == Status.CONTINGENT
                ? "contingent, in " + share + ","
                : after.status().word();
    }

    private String what(Change change) {
        return change.kind() == Kind.ANSWER
                ? words.condition(change.answers())
                : change.sentence() + " "
                        + Ink.QUIET.on("(" + change.fact().map(Fact::id).orElse("") + ")");
    }

    static Map<String, @Nullable Object> json(Changes changes) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("before", json(changes.before()));
        written.put("changes", changes.listed().stream().map(ChangesText::json).toList());
        return written;
    }

    private static Map<String, @Nullable Object> json(Change change) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("change", change.kind().word());
        written.put("answers", change.kind() == Kind.ANSWER ? change.answers() : null);
        written.put("fact", change.fact().map(Fact::id).orElse(null));
        written.put("sentence", change.sentence().isEmpty() ? null : change.sentence());
        written.put("after", json(change.after()));
        return written;
    }

    static Map<String, @Nullable Object> json(Standing standing) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("status", standing.status().word());
        written.put("scenarios", Json.count(standing.scenarios()));
        written.put("possible", Json.count(standing.possible()));
        return written;
    }
}
