package org.demarche.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.explain.changes.Changes;
import org.demarche.explain.changes.Changes.Change;
import org.demarche.explain.changes.Changes.Kind;
import org.demarche.explain.changes.Changes.Standing;
import org.demarche.explain.whynot.Untried;
import org.demarche.inference.Status;
import org.demarche.model.Fact;
import org.jspecify.annotations.Nullable;

/** Sets what would change how something stands: the changes that come to the same, together. */
record ChangesText(Words words, Paper paper, Page page) {

    private static final int FEW = 4;

    private static final String REPORTS =
            "No further report was tried, since anybody might say anything, with any grade: to see"
                    + " what one would do, write it into a copy of the case and compare the two with `diff`.";

    /**
     * @param all whether also what only changes in how many scenarios it holds, and each of many
     * @param more whether what makes it hold more widely is looked for, as where it does not hold; else everything
     */
    void set(Changes changes, boolean all, boolean more) {
        List<Change> listed = changes.listed();
        List<Change> deciding = changes.deciding();
        List<Change> shown = listed.stream()
                .filter(change -> all || (more ? changes.widens(change) : deciding.contains(change)))
                .filter(change -> !words.answered(change))
                .toList();
        paper.blank().heading("What would change it");
        if (listed.isEmpty()) {
            paper.paragraph(
                    2,
                    "Nothing that was tried would: no answer, no statement withdrawn, no single statement added."
                            + (words.reported() ? " " + REPORTS : ""));
            untried(changes);
            return;
        }
        Map<Group, List<Change>> groups = new LinkedHashMap<>();
        shown.forEach(change -> groups.computeIfAbsent(
                        new Group(change.kind(), stands(changes.before(), change.after())), any -> new ArrayList<>())
                .add(change));
        groups.forEach((group, alike) -> group(group, alike, all));
        long narrowing = more && !all
                ? listed.stream()
                        .filter(change -> !changes.widens(change) && !words.answered(change))
                        .count()
                : 0;
        long repeated = listed.stream().filter(words::answered).count();
        long others = listed.size() - shown.size() - narrowing - repeated;
        left(others, "would only change in which scenarios it holds", shown.isEmpty());
        left(narrowing, "would make it hold in fewer scenarios, or in none", shown.isEmpty() && others == 0);
        untried(changes);
    }

    private void left(long count, String what, boolean first) {
        if (count > 0) {
            paper.paragraph(2, (first ? "" : "And ") + Words.count((int) count, "change") + " " + what + " (--all).");
        }
    }

    private void untried(Changes changes) {
        changes.open().forEach(each -> paper.paragraph(2, open(each)));
        if (changes.untried() > 0) {
            paper.paragraph(
                    2,
                    Words.count(changes.untried(), "more statement") + " to add or withdraw "
                            + (changes.untried() == 1 ? "was" : "were")
                            + " not tried, since that would take too long: try those that matter with `whatif --add` or"
                            + " `whatif --drop`.");
        }
        if (!changes.exhaustive()) {
            paper.paragraph(2, "Not all rules were gone into: there may be more statements that would change it.");
        }
    }

    private static String open(Untried untried) {
        String fields = Words.and(
                untried.fields().stream().map(field -> "`" + field + "`").toList());
        return untried.all()
                ? "Statements of `" + untried.kind() + "` were not tried: their " + fields
                        + " may be any of many values. Try one with `whatif --add`."
                : "Of statements of `" + untried.kind() + "` only those were tried whose " + fields
                        + (untried.fields().size() == 1 ? " is a value" : " are values")
                        + " known from the case. Try others with"
                        + " `whatif --add`.";
    }

    /** Changes of one kind that come to the same. */
    private record Group(Kind kind, String stands) {

        String heading(boolean single) {
            String which = single ? "this" : "any one of these";
            return "It would be " + stands + " "
                    + switch (kind) {
                        case ANSWER -> single ? "where" : "where any one of these is so:";
                        case ASSUMPTION -> "without " + (single ? "this assumption:" : "any one of these assumptions:");
                        case WITHDRAW -> "without " + which + ":";
                        case ADD -> "if " + which + " were stated:";
                    };
        }
    }

    private void group(Group group, List<Change> changes, boolean all) {
        int fewest =
                changes.stream().mapToInt(each -> each.answers().size()).min().orElse(0);
        // Of answers first those that take fewest.
        List<Change> first = all
                ? changes
                : changes.stream()
                        .filter(each -> each.answers().size() == fewest)
                        .toList();
        paper.paragraph(2, group.heading(changes.size() == 1));
        // To say that there is one more takes as much room as the one.
        int most = all ? Integer.MAX_VALUE : changes.size() == FEW + 1 ? FEW + 1 : Math.min(FEW, first.size());
        first.stream().limit(most).forEach(change -> paper.paragraph("    ", "      ", what(change)));
        if (changes.size() > most) {
            paper.paragraph(4, "and " + (changes.size() - most) + " more (--all)");
        }
    }

    private static String stands(Standing before, Standing after) {
        if (after.status() == Status.CONTINGENT
                && after.scenarios().equals(before.scenarios())
                && after.possible().equals(before.possible())) {
            return "contingent, in as many other scenarios,";
        }
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
        written.put("untried", changes.untried());
        written.put(
                "open",
                changes.open().stream()
                        .map(each -> Map.of("kind", each.kind(), "fields", each.fields(), "tried", !each.all()))
                        .toList());
        written.put("exhaustive", changes.exhaustive());
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
        written.put("conditions", Json.conditions(standing.conditions()));
        return written;
    }
}
