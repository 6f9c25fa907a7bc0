package org.demarche.report;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.demarche.events.Counted;
import org.demarche.events.Fate;
import org.demarche.events.ImportedEvents;
import org.demarche.source.Problem;
import org.jspecify.annotations.Nullable;

/** What tables of events came to: what was imported, and of everything else why it was not. */
final class ImportReport {

    private static final int MOST = 20;
    private static final int MOST_BROKEN = 5;
    private static final int MOST_REPORTS = 1000;
    private static final int WIDEST_LABEL = 32;
    private static final int LONGEST_WORD = 80;

    private final ImportResult result;
    private final ImportedEvents events;

    ImportReport(ImportResult result) {
        this.result = result;
        this.events = result.events();
    }

    String text(Page page) {
        Paper paper = new Paper(page);
        summary(paper);
        others(paper);
        broken(paper);
        list("Codes that stand for no action", events.unknownCodes(), "actions", paper);
        list("Codes that several actions share", events.sharedCodes(), "actions", paper);
        list("Actors that are not known", events.unknownActors(), "actors", paper);
        remarks(paper);
        declarations(paper);
        files(paper);
        return paper.print();
    }

    private void summary(Paper paper) {
        long imported = events.count(Fate.IMPORTED);
        int statements = events.statements().size();
        String all = "Of " + rows(events.rows()) + ", ";
        paper.paragraph(
                0,
                statements == 0
                        ? all + "none could be imported."
                        : all + number(imported) + (imported == 1 ? " is" : " are") + " imported, as "
                                + Words.count(statements, result.files().reports() ? "report" : "statement") + ".");
    }

    private void others(Paper paper) {
        List<Fate> fates = events.fates().keySet().stream()
                .filter(fate -> fate != Fate.IMPORTED)
                .toList();
        if (fates.isEmpty()) {
            return;
        }
        paper.blank().heading("Rows that are not imported");
        int width = fates.stream()
                .mapToInt(fate -> number(events.count(fate)).length())
                .max()
                .orElse(0);
        fates.forEach(fate -> paper.item(
                2,
                " ".repeat(width - number(events.count(fate)).length()) + number(events.count(fate)),
                width,
                fate.words()));
    }

    private void broken(Paper paper) {
        if (events.broken().isEmpty()) {
            return;
        }
        paper.blank().heading("Rows that cannot be read");
        int shown = paper.page().verbose()
                ? events.broken().size()
                : Math.min(MOST_BROKEN, events.broken().size());
        events.broken()
                .subList(0, shown)
                .forEach(each -> paper.paragraph("  ", "    ", each.at() + ": " + sentence(each)));
        more(events.count(Fate.BROKEN) - shown, paper);
    }

    private static String sentence(Problem problem) {
        return (problem.message() + " " + problem.hint()).strip();
    }

    private static void list(String title, List<Counted> counted, String key, Paper paper) {
        if (counted.isEmpty()) {
            return;
        }
        paper.blank().heading(title + " (" + number(counted.size()) + ")");
        List<Counted> shown =
                counted.subList(0, Math.min(paper.page().verbose() ? counted.size() : MOST, counted.size()));
        int width = Math.min(
                WIDEST_LABEL, Paper.widest(shown.stream().map(Counted::word).toList()));
        shown.forEach(each -> paper.item(2, each.word(), width, rows(each.rows()) + candidates(each)));
        more(counted.size() - shown.size(), paper);
        paper.paragraph(2, "Say what they are under `" + key + ":` in the mapping, or leave them out under `ignore:`.");
    }

    /** As far as anybody reads it; JSON has all of it. */
    private static String word(Counted counted) {
        String word = counted.word();
        return word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) + "…" : word;
    }

    private static String candidates(Counted counted) {
        return counted.candidates().isEmpty()
                ? ""
                : ": "
                        + Words.or(counted.candidates().stream()
                                .map(ImportReport::quoted)
                                .toList());
    }

    private static void more(long others, Paper paper) {
        if (others > 0) {
            paper.paragraph(
                    2,
                    "… and " + number(others) + " more"
                            + (paper.page().verbose() ? "." : "; `-v` shows more of them, JSON all."));
        }
    }

    private void remarks(Paper paper) {
        List<String> remarks = new ArrayList<>();
        if (events.restored() > 0) {
            remarks.add("In " + rows(events.restored())
                    + " a code of CAMEO lacks its first zero, as spreadsheets leave it: `42` is read as `042`.");
        }
        if (events.doubtful() > 0) {
            remarks.add("In " + rows(events.doubtful())
                    + " stands a code from `10` to `20` that may lack one too; it is read as it is.");
        }
        if (events.headers() > 0) {
            remarks.add("The first row of " + Words.count(events.headers(), "table")
                    + " has no day in it, and is taken to name the columns.");
        }
        if (events.untold() > 0) {
            remarks.add("There are more codes or actors than are told apart here, in " + rows(events.untold()) + ".");
        }
        if (result.files().reports() && events.statements().size() > MOST_REPORTS) {
            remarks.add("Each reported event is a question of the case, and with more than " + number(MOST_REPORTS)
                    + " it takes long to reason over it: `only:` in the mapping says which actors and days matter.");
        }
        if (!events.ownActors().isEmpty()) {
            remarks.add("Known only because the case declares "
                    + (events.ownActors().size() == 1 ? "it: " : "them: ") + some(events.ownActors()) + ".");
        }
        unused("codes", events.unusedCodes(), remarks);
        unused("actors", events.unusedActors(), remarks);
        if (!remarks.isEmpty()) {
            paper.blank();
            remarks.forEach(each -> paper.paragraph(0, each));
        }
    }

    private static void unused(String what, List<String> unused, List<String> remarks) {
        if (!unused.isEmpty()) {
            remarks.add("No imported row needed these " + what + " of the mapping: " + some(unused) + ".");
        }
    }

    private static String some(List<String> words) {
        return words.stream().limit(MOST).map(ImportReport::quoted).collect(Collectors.joining(", "))
                + (words.size() > MOST ? " and " + (words.size() - MOST) + " more" : "");
    }

    private void declarations(Paper paper) {
        List<String> actors = sorted(result.files().undeclaredActors());
        List<String> sources = sorted(result.files().undeclaredSources());
        if (events.statements().isEmpty() || actors.isEmpty() && sources.isEmpty()) {
            return;
        }
        paper.blank().heading("What the case has to declare");
        if (!actors.isEmpty()) {
            paper.item(2, "actors", 7, String.join(", ", actors));
        }
        if (!sources.isEmpty()) {
            paper.item(2, "sources", 7, String.join(", ", sources));
        }
    }

    private void files(Paper paper) {
        paper.blank();
        if (result.written()) {
            paper.heading("Written");
            result.files().texts().keySet().forEach(file -> paper.line("  " + shown(file)));
        } else {
            paper.paragraph(
                    0, result.asked() ? "Nothing was written." : "Nothing was written; `-o FOLDER` says where to.");
        }
    }

    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> document = Json.document();
        document.put("rows", events.rows());
        document.put("as", result.files().reports() ? "reports" : "facts");
        document.put("statements", events.statements().size());
        Map<String, Object> fates = new LinkedHashMap<>();
        for (Fate fate : Fate.values()) {
            fates.put(fate.key(), events.count(fate));
        }
        document.put("fates", fates);
        document.put("unknownCodes", json("code", events.unknownCodes()));
        document.put("sharedCodes", json("code", events.sharedCodes()));
        document.put("unknownActors", json("actor", events.unknownActors()));
        document.put("untold", events.untold());
        document.put("broken", ProblemReport.json(events.broken()));
        document.put("restoredZeros", events.restored());
        document.put("doubtfulZeros", events.doubtful());
        document.put("headers", events.headers());
        document.put("unusedCodes", events.unusedCodes());
        document.put("unusedActors", events.unusedActors());
        document.put("ownActors", events.ownActors());
        document.put("undeclaredActors", sorted(result.files().undeclaredActors()));
        document.put("undeclaredSources", sorted(result.files().undeclaredSources()));
        document.put("written", result.written());
        document.put(
                "files",
                result.files().texts().keySet().stream()
                        .filter(file -> result.asked())
                        .map(ImportReport::shown)
                        .toList());
        return document;
    }

    private static List<Map<String, @Nullable Object>> json(String key, List<Counted> counted) {
        return counted.stream().map(each -> json(key, each)).toList();
    }

    private static Map<String, @Nullable Object> json(String key, Counted counted) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put(key, counted.word());
        written.put("rows", counted.rows());
        if (!counted.candidates().isEmpty()) {
            written.put("candidates", counted.candidates());
        }
        return written;
    }

    private static List<String> sorted(Iterable<String> words) {
        TreeSet<String> all = new TreeSet<>();
        words.forEach(all::add);
        return List.copyOf(all);
    }

    private static String rows(long count) {
        return number(count) + (count == 1 ? " row" : " rows");
    }

    private static String number(long count) {
        return Words.number(BigInteger.valueOf(count));
    }

    private static String quoted(String word) {
        return "`" + word + "`";
    }

    private static String shown(Path file) {
        return file.toString().replace('\\', '/');
    }
}
