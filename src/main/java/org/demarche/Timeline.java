package org.demarche;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Question;
import org.demarche.cases.Statement;
import org.demarche.model.Report;

/**
 * One case on one day after the other: on each day on which a statement or a question comes or goes.
 *
 * @param points by day
 * @param until the day with which it ends, though the last point may be earlier: nothing comes or goes after that
 */
public record Timeline(List<Point> points, LocalDate until) {

    public Timeline {
        points = List.copyOf(points);
    }

    /** What is inferred on a day. */
    public record Point(LocalDate day, Assessment assessment) {}

    /** @param asked before this day it bears on nothing */
    private static void add(Statement statement, Optional<LocalDate> asked, Set<LocalDate> days) {
        if (statement.everHolds()) {
            Stream.of(statement.firstDay(), statement.until())
                    .flatMap(Optional::stream)
                    .filter(day -> asked.filter(day::isBefore).isEmpty())
                    .forEach(days::add);
        }
    }

    /** All days on which something in a case comes or goes, until its own. */
    public static List<LocalDate> days(CaseFile file) {
        return days(file, Optional.empty(), Optional.empty());
    }

    /** The days on which something comes or goes, within bounds, and the bounds that are given; sorted. */
    static List<LocalDate> days(CaseFile file, Optional<LocalDate> from, Optional<LocalDate> to) {
        TreeSet<LocalDate> days = new TreeSet<>();
        file.statements()
                .forEach(statement -> add(
                        statement,
                        statement.fact() instanceof Report report
                                ? file.question(report.question()).flatMap(Question::known)
                                : Optional.empty(),
                        days));
        file.questions().forEach(question -> {
            question.known().ifPresent(days::add);
            question.answers().forEach(answer -> answer.facts().forEach(each -> add(each, question.known(), days)));
        });
        Optional<LocalDate> last = to.or(file::asOf);
        from.ifPresent(days::add);
        to.ifPresent(days::add);
        days.removeIf(day -> from.filter(day::isBefore).isPresent()
                || last.filter(day::isAfter).isPresent());
        return List.copyOf(days);
    }
}
