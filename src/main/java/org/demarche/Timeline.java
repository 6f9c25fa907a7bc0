package org.demarche;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Statement;

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

    /** The days on which something comes or goes, within bounds, and the bounds that are given; sorted. */
    static List<LocalDate> days(CaseFile file, Optional<LocalDate> from, Optional<LocalDate> to) {
        TreeSet<LocalDate> days = new TreeSet<>();
        List<Statement> all = new ArrayList<>(file.statements());
        file.questions().forEach(question -> {
            question.known().ifPresent(days::add);
            question.answers().forEach(answer -> all.addAll(answer.facts()));
        });
        all.stream().filter(Statement::everHolds).forEach(statement -> {
            statement.firstDay().ifPresent(days::add);
            statement.until().ifPresent(days::add);
        });
        Optional<LocalDate> last = to.or(file::asOf);
        from.ifPresent(days::add);
        to.ifPresent(days::add);
        days.removeIf(day -> from.filter(day::isBefore).isPresent()
                || last.filter(day::isAfter).isPresent());
        return List.copyOf(days);
    }
}
