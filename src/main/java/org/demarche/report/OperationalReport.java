package org.demarche.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.demarche.cases.CaseFile;
import org.demarche.operational.Firing;
import org.demarche.operational.SessionResult;
import org.demarche.operational.SessionResult.Answers;
import org.demarche.operational.SessionResult.RuleCount;
import org.demarche.operational.Shown;
import org.demarche.source.Problem;
import org.jspecify.annotations.Nullable;

/** What a plain session of Drools came to. */
final class OperationalReport {

    /** A longer table is read with `-v` or as JSON. */
    private static final int MOST_ROWS = 100;

    private static final int INDENT = 2;

    private final CaseFile caseFile;
    private final SessionResult result;

    /** What rules printed while they fired; {@code ""} where it was printed already. */
    private final String printed;

    /** Why rules were run so, each with its place. */
    private final List<Problem> signs;

    OperationalReport(CaseFile caseFile, SessionResult result, String printed, List<Problem> signs) {
        this.signs = signs;
        this.caseFile = caseFile;
        this.result = result;
        this.printed = printed;
    }

    String text(Page page) {
        Paper paper = new Paper(page);
        paper.heading(caseFile.title());
        paper.paragraph(
                0,
                caseFile.id() + ": a plain session of Drools. Rules fired "
                        + Words.count(result.firings(), "time")
                        + (result.facts().isEmpty()
                                ? "; no fact is left."
                                : "; " + Words.count(facts(), "fact") + " in the end."));
        signs.stream()
                .findFirst()
                .ifPresent(each -> paper.paragraph(
                        0,
                        "Without scenarios and reasons, since at " + each.at() + " " + each.message()
                                + (signs.size() == 1 ? "." : ", and " + (signs.size() - 1) + " more.")));
        rules(paper, page);
        result.queries().forEach(each -> query(each, paper, page));
        result.facts().forEach((kind, facts) -> {
            paper.blank().heading(kind + " (" + facts.size() + ")");
            facts(facts, paper, page);
        });
        globals(paper);
        if (!printed.isEmpty()) {
            paper.blank().heading("Printed");
            printed.lines().forEach(paper::line);
        }
        expectations(paper);
        return paper.print();
    }

    private int facts() {
        return result.facts().values().stream().mapToInt(List::size).sum();
    }

    private void rules(Paper paper, Page page) {
        List<RuleCount> fired =
                result.rules().stream().filter(each -> each.firings() > 0).toList();
        if (!fired.isEmpty()) {
            paper.blank().heading("Fired");
            int width = Paper.widest(fired.stream().map(RuleCount::rule).toList());
            fired.forEach(each -> paper.item(INDENT, each.rule(), width, Words.count(each.firings(), "time")));
        }
        List<String> never = result.rules().stream()
                .filter(each -> each.firings() == 0)
                .map(RuleCount::rule)
                .toList();
        if (page.verbose() && !never.isEmpty()) {
            paper.blank().heading("Never fired");
            never.forEach(each -> paper.paragraph(INDENT, each));
        }
    }

    private static void query(Answers answers, Paper paper, Page page) {
        paper.blank().heading(answers.asked() + " (" + answers.rows().size() + ")");
        List<List<String>> rows = answers.rows().stream()
                .map(row -> row.stream().map(Shown::words).toList())
                .toList();
        table(answers.columns(), rows, paper, page);
    }

    private static void facts(List<Shown> facts, Paper paper, Page page) {
        List<String> columns = facts.stream()
                .flatMap(each -> each.fields().keySet().stream())
                .distinct()
                .toList();
        if (columns.isEmpty()) {
            shorten(facts, page).forEach(each -> paper.paragraph(INDENT, each.text()));
            more(facts.size(), paper, page);
            return;
        }
        List<List<String>> rows = facts.stream()
                .map(each -> columns.stream()
                        .map(column -> each.fields().containsKey(column)
                                ? Shown.words(each.fields().get(column))
                                : "")
                        .toList())
                .toList();
        table(columns, rows, paper, page);
    }

    /** Columns as wide as they need; where the page is too narrow, a line for each row. */
    private static void table(List<String> columns, List<List<String>> rows, Paper paper, Page page) {
        if (columns.isEmpty()) {
            return;
        }
        List<Integer> widths = IntStream.range(0, columns.size())
                .map(i -> Math.max(
                        Ink.width(columns.get(i)),
                        Paper.widest(rows.stream().map(row -> row.get(i)).toList())))
                .boxed()
                .toList();
        int width = widths.stream().mapToInt(each -> each + 2).sum();
        if (INDENT + width - 2 > page.width()) {
            shorten(rows, page)
                    .forEach(row -> paper.paragraph(
                            " ".repeat(INDENT),
                            " ".repeat(INDENT + 2),
                            String.join(
                                    ", ",
                                    IntStream.range(0, columns.size())
                                            .mapToObj(i -> columns.get(i) + ": " + row.get(i))
                                            .toList())));
        } else {
            paper.line(line(columns.stream().map(Ink.QUIET::on).toList(), widths));
            shorten(rows, page).forEach(row -> paper.line(line(row, widths)));
        }
        more(rows.size(), paper, page);
    }

    private static String line(List<String> cells, List<Integer> widths) {
        StringBuilder line = new StringBuilder(" ".repeat(INDENT));
        for (int i = 0; i < cells.size(); i++) {
            line.append(Paper.pad(cells.get(i).replace('\n', ' '), widths.get(i) + 2));
        }
        return line.toString();
    }

    private static <T> List<T> shorten(List<T> all, Page page) {
        return page.verbose() || all.size() <= MOST_ROWS ? all : all.subList(0, MOST_ROWS);
    }

    private static void more(int all, Paper paper, Page page) {
        if (!page.verbose() && all > MOST_ROWS) {
            paper.paragraph(INDENT, "and " + (all - MOST_ROWS) + " more (-v lists all)");
        }
    }

    private void globals(Paper paper) {
        if (!result.globals().isEmpty()) {
            paper.blank().heading("Globals");
            int width = Paper.widest(List.copyOf(result.globals().keySet()));
            result.globals()
                    .forEach((name, value) -> paper.item(INDENT, Ink.QUIET.on(name), width, Shown.words(value)));
        }
    }

    private void expectations(Paper paper) {
        int all = result.expectations().size();
        if (all == 0) {
            return;
        }
        List<Problem> unmet = result.unmet();
        paper.blank()
                .heading(
                        unmet.isEmpty()
                                ? "Expectations: " + (all == 1 ? "it is met" : "all " + all + " are met")
                                : "Expectations: " + unmet.size() + " of " + all + " not met");
        unmet.forEach(each -> each.toString().lines().forEach(paper::line));
    }

    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> document = Json.document();
        document.put("mode", "operational");
        document.put("case", caseFile.id());
        document.put(
                "because",
                signs.stream()
                        .map(each -> {
                            Map<String, @Nullable Object> written = new LinkedHashMap<>();
                            Json.putPlace(written, each.at());
                            written.put("message", each.message());
                            return written;
                        })
                        .toList());
        document.put("firings", result.firings());
        document.put(
                "rules", result.rules().stream().map(OperationalReport::json).toList());
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        result.facts()
                .forEach((kind, all) -> facts.put(
                        kind, all.stream().map(OperationalReport::json).toList()));
        document.put("facts", facts);
        document.put(
                "queries",
                result.queries().stream().map(OperationalReport::json).toList());
        document.put("globals", json(result.globals()));
        document.put("printed", printed.lines().toList());
        document.put(
                "expectations",
                result.expectations().stream()
                        .map(each -> {
                            Map<String, @Nullable Object> written = new LinkedHashMap<>();
                            written.put("expected", each.what());
                            written.put("met", each.unmet().isEmpty());
                            Json.putPlace(written, each.at());
                            written.put(
                                    "message",
                                    each.unmet().map(Problem::message).orElse(null));
                            return written;
                        })
                        .toList());
        document.put("log", result.log().stream().map(OperationalReport::json).toList());
        return document;
    }

    private static Map<String, @Nullable Object> json(RuleCount count) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("id", count.rule());
        written.put("firings", count.firings());
        Json.putPlace(written, count.at());
        return written;
    }

    private static Map<String, @Nullable Object> json(Firing firing) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("number", firing.number());
        written.put("rule", firing.rule());
        written.put("facts", firing.facts().stream().map(Shown::words).toList());
        return written;
    }

    private static Map<String, @Nullable Object> json(Answers answers) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("query", answers.asked());
        written.put("columns", answers.columns());
        written.put("rows", answers.rows().stream().map(OperationalReport::json).toList());
        return written;
    }

    /** Whatever can be shown, as JSON has it. */
    private static @Nullable Object json(@Nullable Object value) {
        if (value instanceof Shown shown) {
            return shown.fields().isEmpty() ? shown.text() : json(shown.fields());
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> written = new ArrayList<>();
            list.forEach(each -> written.add(json(each)));
            return written;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> written = new LinkedHashMap<>();
            map.forEach((key, each) -> written.put(String.valueOf(key), json(each)));
            return written;
        }
        return value;
    }

    /** One line for a firing. */
    static String line(Firing firing) {
        return firing.number() + ". " + firing.rule()
                + (firing.facts().isEmpty()
                        ? ""
                        : ": "
                                + String.join(
                                        ", ",
                                        firing.facts().stream().map(Shown::text).toList()));
    }
}
