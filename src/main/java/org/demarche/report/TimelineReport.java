package org.demarche.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.Assessment;
import org.demarche.Timeline;
import org.demarche.Timeline.Point;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Question;
import org.demarche.cases.Statement;
import org.demarche.check.NoScenario;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;
import org.demarche.model.Fact;
import org.demarche.model.FactType;
import org.jspecify.annotations.Nullable;

/** Sets what was inferred from day to day: a picture, and day by day what came, what went and what followed from it. */
final class TimelineReport {

    private static final int FEW = 6;

    /** How many reports are named of those that say the same. */
    private static final int FEW_IDS = 3;

    /** How wide the column of a day is. */
    private static final int COLUMN = 3;

    private static final int FEWEST = 5;

    private final Timeline timeline;
    private final Page page;

    TimelineReport(Timeline timeline, Page page) {
        this.timeline = timeline;
        this.page = page;
    }

    String text() {
        Paper paper = new Paper(page);
        Assessment last = timeline.points().get(timeline.points().size() - 1).assessment();
        paper.heading(last.caseFile().title());
        paper.paragraph(0, last.caseFile().id() + ", " + span() + answered(last));
        new Words(last).scale(paper);
        picture(paper);
        for (int i = 0; i < timeline.points().size(); i++) {
            Point now = timeline.points().get(i);
            paper.blank().heading((i + 1) + ". " + now.day());
            if (i == 0) {
                first(now, paper);
            } else {
                day(timeline.points().get(i - 1), now, paper);
            }
        }
        return paper.print();
    }

    private String span() {
        int days = timeline.points().size();
        LocalDate from = timeline.points().get(0).day();
        return days == 1 && from.equals(timeline.until()) ? "on " + from : "from " + from + " to " + timeline.until();
    }

    private String answered(Assessment last) {
        String supposed = last.supposed().entrySet().stream()
                .map(each -> each.getKey() + " = " + each.getValue())
                .collect(Collectors.joining(", "));
        return supposed.isEmpty() ? "" : ", answered: " + supposed;
    }

    /** How each inference that holds on some day stands on each, by id. */
    private Map<String, List<Status>> standing() {
        Map<String, List<Status>> moving = new TreeMap<>();
        timeline.points()
                .forEach(point ->
                        point.assessment().inferences().forEach(each -> moving.put(each.id(), new ArrayList<>())));
        moving.forEach((id, statuses) -> timeline.points()
                .forEach(point -> statuses.add(
                        point.assessment().find(id).map(Inference::status).orElse(Status.EXCLUDED))));
        moving.values().removeIf(statuses -> statuses.stream().allMatch(Status.EXCLUDED::equals));
        return moving;
    }

    private void picture(Paper paper) {
        Map<String, List<Status>> moving = standing();
        int all = moving.size();
        moving.values().removeIf(statuses -> statuses.stream().distinct().count() == 1);
        int steady = all - moving.size();
        paper.blank();
        for (int i = 0; i < timeline.points().size(); i++) {
            Point point = timeline.points().get(i);
            paper.item(
                    2,
                    String.valueOf(i + 1),
                    2,
                    point.day() + ": " + Words.scenarios(point.assessment().scenarios()));
        }
        if (moving.isEmpty()) {
            paper.blank()
                    .paragraph(
                            0,
                            timeline.points().size() == 1
                                    ? "Nothing comes or goes after this day."
                                    : "Everything that is inferred stands alike on all of these days.");
            return;
        }
        paper.blank().paragraph(0, "● robust: in all scenarios, ○ contingent: in some, · excluded: in none");
        int widest = Paper.widest(List.copyOf(moving.keySet()));
        // Where there is no room for days beside ids, they stand under them.
        boolean beside = 2 + widest + FEWEST * COLUMN <= page.width();
        int width = beside ? widest : 2;
        int days = timeline.points().size();
        // As many days beside each other as there is room for.
        int most = (page.width() - 2 - width) / COLUMN;
        for (int from = 0; from < days; from += most) {
            if (from > 0) {
                paper.blank();
            }
            table(moving, beside, width, from, Math.min(days, from + most), paper);
        }
        if (steady > 0) {
            paper.paragraph(
                    2,
                    Words.count(steady, "more inference") + (steady == 1 ? " stands" : " stand")
                            + " alike on all of these days");
        }
    }

    /** @param beside whether ids stand beside their days and not above them */
    private static void table(
            Map<String, List<Status>> moving, boolean beside, int width, int from, int to, Paper paper) {
        StringBuilder head = new StringBuilder("  " + " ".repeat(width));
        for (int i = from; i < to; i++) {
            head.append(String.format(Locale.ROOT, "%" + COLUMN + "d", i + 1));
        }
        paper.line(head.toString());
        moving.forEach((id, statuses) -> {
            if (!beside) {
                paper.line("  " + id);
            }
            StringBuilder row = new StringBuilder("  " + Paper.pad(beside ? id : "", width));
            statuses.subList(from, to)
                    .forEach(status -> row.append(" ".repeat(COLUMN - 1)).append(sign(status)));
            paper.line(row.toString());
        });
    }

    private static String sign(Status status) {
        return switch (status) {
            case ROBUST -> "●";
            case CONTINGENT -> "○";
            case EXCLUDED -> "·";
        };
    }

    /** What there is to begin with. */
    private void first(Point now, Paper paper) {
        Assessment assessment = now.assessment();
        long holding = assessment.inferences().stream()
                .filter(each -> each.status() != Status.EXCLUDED)
                .count();
        paper.paragraph(
                "  ",
                "    ",
                "to begin with: "
                        + Words.count(assessment.caseFile().statementsAt().size(), "statement") + " and "
                        + Words.count(assessment.questions().size(), "question") + "; "
                        + Words.count((int) holding, "inference"));
        come(Optional.empty(), now, new Words(assessment)).forEach(line -> paper.paragraph("  ", "    ", line));
    }

    private void day(Point before, Point now, Paper paper) {
        Words words = new Words(now.assessment());
        List<String> lines = come(Optional.of(before), now, words);
        settled(before, now, words).forEach(lines::add);
        lines.forEach(line -> paper.paragraph("  ", "    ", line));
        if (isPossible(now)) {
            changes(before, now, paper);
        } else {
            paper.paragraph(2, String.join(" ", NoScenario.sentences(now.assessment(), List.of())));
        }
    }

    /** What follows on a day without a scenario says nothing: the day before it is what a later one is compared with. */
    private void changes(Point before, Point now, Paper paper) {
        Optional<Point> last = timeline.points().stream()
                .filter(point -> point.day().isBefore(now.day()) && isPossible(point))
                .reduce((earlier, later) -> later);
        if (last.isEmpty()) {
            paper.paragraph(2, "Scenarios are possible from this day on.");
            return;
        }
        if (!last.get().equals(before)) {
            paper.paragraph(
                    2,
                    "Scenarios are possible again. Compared with " + last.get().day() + ":");
        }
        List<DiffReport.Entry> changes = new DiffReport(last.get().assessment(), now.assessment()).entries();
        DiffReport.list(changes, FEW, true, paper);
        if (changes.isEmpty()) {
            paper.paragraph(2, "Nothing that is inferred changes.");
        }
    }

    private static boolean isPossible(Point point) {
        return point.assessment().scenarios().signum() > 0;
    }

    /** What comes and goes on a day, in the order of ids, as inferences are: the order of files says nothing. */
    private List<String> come(Optional<Point> before, Point now, Words words) {
        Assessment assessment = now.assessment();
        List<String> lines = new ArrayList<>();
        Map<Fact, Set<Statement>> then = before.map(
                        each -> stated(each.assessment().caseFile().statementsAt()))
                .orElse(Map.of());
        Map<Fact, Set<Statement>> since = stated(assessment.caseFile().statementsAt());
        Predicate<Statement> first = before.isPresent() ? any -> true : comesOn(now.day());
        lines.addAll(come(then, since, first, "", words));
        assessment.questions().stream()
                .filter(each -> each.known().filter(now.day()::equals).isPresent())
                .map(each -> "asked: " + (each.ask().isEmpty() ? each.id() : each.ask()))
                .forEach(lines::add);
        before.ifPresent(point -> assessment.questions().stream()
                .filter(each -> each.known().filter(now.day()::equals).isEmpty())
                .forEach(question -> question.answers()
                        .forEach(answer -> lines.addAll(come(
                                stated(point.assessment().caseFile().statementsAt(answer)),
                                stated(assessment.caseFile().statementsAt(answer)),
                                any -> true,
                                ", where " + words.answer(question.id(), answer.id()),
                                words)))));
        return lines;
    }

    private static Predicate<Statement> comesOn(LocalDate day) {
        return statement -> statement.firstDay().filter(day::equals).isPresent();
    }

    private static Map<Fact, Set<Statement>> stated(List<Statement> statements) {
        return statements.stream()
                .collect(Collectors.groupingBy(
                        Statement::fact,
                        () -> new TreeMap<>(Comparator.comparing(Fact::id)),
                        Collectors.toCollection(LinkedHashSet::new)));
    }

    /** @param where under which answer, if under one */
    private List<String> come(
            Map<Fact, Set<Statement>> before,
            Map<Fact, Set<Statement>> now,
            Predicate<Statement> counts,
            String where,
            Words words) {
        // What is said alike stands once, with the ids of the reports that say it.
        Map<String, List<String>> said = new LinkedHashMap<>();
        now.forEach((fact, statements) -> {
            Set<Statement> earlier = before.getOrDefault(fact, Set.of());
            if (statements.stream().anyMatch(each -> counts.test(each) && !earlier.contains(each))
                    // One that ends as another begins changes nothing.
                    && statements.size() != earlier.size()) {
                String what = !earlier.isEmpty()
                        ? "stated in one more place"
                        : fact.type() == FactType.REPORT ? "reported" : "known";
                add(what + where + ": " + words.sentence(fact), fact, said);
            }
        });
        before.forEach((fact, statements) -> {
            Set<Statement> later = now.getOrDefault(fact, Set.of());
            if (statements.stream().anyMatch(each -> !later.contains(each)) && statements.size() != later.size()) {
                String what = !later.isEmpty()
                        ? "stated in fewer places, but still so"
                        : fact.type() == FactType.REPORT ? "no longer counted" : "no longer so";
                add(what + where + ": " + words.sentence(fact), fact, said);
            }
        });
        return said.entrySet().stream()
                .map(each -> each.getKey()
                        + (each.getValue().isEmpty() ? "" : " " + Ink.QUIET.on("(" + ids(each.getValue()) + ")")))
                .toList();
    }

    private static void add(String sentence, Fact fact, Map<String, List<String>> said) {
        List<String> ids = said.computeIfAbsent(sentence, any -> new ArrayList<>());
        if (fact.type() == FactType.REPORT) {
            ids.add(fact.id());
        }
    }

    private String ids(List<String> ids) {
        return page.verbose() || ids.size() <= FEW_IDS ? Words.and(ids) : Words.and(ids, FEW_IDS) + ": -v";
    }

    private static Stream<String> settled(Point before, Point now, Words words) {
        Map<String, String> answered = now.assessment().answered();
        Map<String, String> earlier = before.assessment().answered();
        return answered.entrySet().stream()
                .filter(each -> !each.getValue().equals(earlier.get(each.getKey())))
                .filter(each -> !now.assessment().supposed().containsKey(each.getKey()))
                .filter(each -> question(now.assessment(), each.getKey()).isPresent())
                .map(each -> "settled: " + words.answer(each.getKey(), each.getValue()));
    }

    private static Optional<Question> question(Assessment assessment, String id) {
        return assessment.questions().stream()
                .filter(each -> each.id().equals(id))
                .findFirst();
    }

    static Map<String, @Nullable Object> json(Timeline timeline) {
        Map<String, @Nullable Object> document = Json.document();
        CaseFile caseFile = timeline.points().get(0).assessment().caseFile();
        document.put("case", caseFile.id());
        document.put("scale", caseFile.scale().id());
        List<Map<String, @Nullable Object>> days = new ArrayList<>();
        Optional<Assessment> before = Optional.empty();
        for (Point point : timeline.points()) {
            days.add(day(point.day(), before, point.assessment()));
            before = Optional.of(point.assessment());
        }
        document.put("days", days);
        return document;
    }

    private static Map<String, @Nullable Object> day(LocalDate day, Optional<Assessment> before, Assessment now) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("day", day.toString());
        written.put("scenarios", Json.count(now.scenarios()));
        written.put("answered", now.answered());
        Map<String, String> standing = new LinkedHashMap<>();
        now.inferences().stream()
                .filter(each -> each.status() != Status.EXCLUDED)
                .forEach(each -> standing.put(each.id(), each.status().word()));
        written.put("inferences", standing);
        written.put(
                "changes",
                before.map(each -> new DiffReport(each, now).changes()).orElse(null));
        return written;
    }
}
