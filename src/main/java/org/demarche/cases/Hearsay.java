package org.demarche.cases;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.demarche.model.Report;
import org.demarche.source.Problem;

/**
 * Whose words the reports of a case are that repeat others, as far as that is known on a day: the origin of the first report that is
 * nobody's copy. Where they go round in a circle, or lead to what is not known yet, nobody is known to have said it first.
 */
final class Hearsay {

    private final Map<String, Statement> reports = new HashMap<>();
    private final Optional<LocalDate> day;

    /** @param day empty for all that is ever known */
    Hearsay(List<Statement> statements, Optional<LocalDate> day) {
        this.day = day;
        statements.forEach(statement -> {
            if (statement.fact() instanceof Report report) {
                reports.put(report.id(), statement);
            }
        });
    }

    /** Whether a case has copies at all. */
    static boolean isIn(List<Statement> statements) {
        return statements.stream().anyMatch(Hearsay::isCopy);
    }

    private static boolean isCopy(Statement statement) {
        return !statement.telling().repeats().isEmpty();
    }

    /**
     * The statement with the origin and the grade of what it repeats: it is as good as that, however good whoever repeats it. Empty where
     * that was withdrawn or refuted, since a copy has nothing of its own.
     */
    Optional<Statement> traced(Statement statement) {
        if (!isCopy(statement)) {
            return Optional.of(statement);
        }
        Set<String> passed = new HashSet<>();
        Statement at = statement;
        while (isCopy(at) && passed.add(at.fact().id())) {
            Statement next = reports.get(at.telling().repeats());
            if (next == null) {
                // Taken away from the case, and its copies with it.
                return Optional.empty();
            }
            if (!isKnown(next)) {
                // That it repeats something is not known either.
                Statement told = at == statement
                        ? statement.withTelling(statement.telling().withRepeats(""))
                        : statement;
                return Optional.of(saidBy(Report.ANONYMOUS, told));
            }
            if (hasEnded(next)) {
                return Optional.empty();
            }
            at = next;
        }
        return Optional.of(isCopy(at) ? ofNobody(statement) : repeating((Report) at.fact(), statement));
    }

    /** What is doubtful in reports: circles, told at their first report, and reports that count on no day. */
    static Stream<Problem> warnings(List<Statement> statements, Lines lines) {
        return Stream.concat(circleWarnings(statements, lines), neverCounting(statements, lines));
    }

    private static Stream<Problem> neverCounting(List<Statement> statements, Lines lines) {
        return statements.stream()
                .filter(statement -> statement.fact() instanceof Report && !statement.everHolds())
                .map(statement -> lines.warning(
                                "never-counts",
                                statement.at(),
                                "The report `" + statement.fact().id()
                                        + "` has ended before it is known, and never counts.")
                        .withHint("See whether `known`, `until`, `withdrawn` and `refuted` are right."));
    }

    private static Stream<Problem> circleWarnings(List<Statement> statements, Lines lines) {
        Hearsay hearsay = new Hearsay(statements, Optional.empty());
        return hearsay.circles().stream()
                .map(circle -> lines.warning(
                                "circular-reporting",
                                Objects.requireNonNull(hearsay.reports.get(circle.get(0)))
                                        .at(),
                                circle.size() == 1
                                        ? "The report `" + circle.get(0)
                                                + "` repeats itself, so that nobody has said it first."
                                        : "The reports " + Hints.list(circle)
                                                + " repeat each other in a circle, so that nobody has said it first.")
                        .withHint("They count as one anonymous report. Give one of them its `origin` if it is known."));
    }

    private boolean isKnown(Statement statement) {
        return day.map(statement::visibleAt).orElse(true);
    }

    private boolean counts(Statement statement) {
        return isKnown(statement) && !hasEnded(statement);
    }

    private boolean hasEnded(Statement statement) {
        return statement
                .telling()
                .end()
                .filter(end -> day.map(date -> !end.isAfter(date)).orElse(true))
                .isPresent();
    }

    private static Statement saidBy(String origin, Statement statement) {
        return statement.withFact(((Report) statement.fact()).saidBy(origin));
    }

    /** In a circle there is no original of which anybody could have judged the grade. */
    private static Statement ofNobody(Statement statement) {
        Report copy = (Report) statement.fact();
        return repeating(
                new Report(
                        copy.id(),
                        copy.source(),
                        copy.question(),
                        copy.answer(),
                        Reports.UNJUDGED.reliability(),
                        Reports.UNJUDGED.credibility(),
                        Report.ANONYMOUS),
                statement);
    }

    private static Statement repeating(Report original, Statement statement) {
        Report copy = (Report) statement.fact();
        return statement.withFact(new Report(
                copy.id(),
                copy.source(),
                copy.question(),
                copy.answer(),
                original.reliability(),
                original.credibility(),
                original.origin()));
    }

    /** The ids of reports that repeat each other in a circle, as far as that is known, each circle once and from its first id on; sorted. */
    List<List<String>> circles() {
        Set<String> seen = new HashSet<>();
        Map<String, List<String>> circles = new TreeMap<>();
        for (String id : new TreeSet<>(reports.keySet())) {
            List<String> circle = circle(id);
            if (!circle.isEmpty() && seen.addAll(circle)) {
                circles.put(circle.get(0), circle);
            }
        }
        return List.copyOf(circles.values());
    }

    /** The circle that a report is on, from it on; empty when it is on none. */
    private List<String> circle(String id) {
        Set<String> way = new LinkedHashSet<>();
        String at = id;
        for (Statement report = reports.get(at);
                report != null && counts(report) && way.add(at);
                report = reports.get(at)) {
            at = report.telling().repeats();
        }
        return at.equals(id) ? List.copyOf(way) : List.of();
    }
}
