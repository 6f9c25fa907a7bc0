package org.demarche.explain.causes;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.demarche.cases.Statement;

/**
 * On which days something is stated, by several statements that may follow or overlap each other.
 *
 * @param statements of one fact
 */
record Days(List<Statement> statements) {

    private boolean stated(LocalDate day) {
        return statements.stream().anyMatch(each -> each.holdsAt(day));
    }

    /**
     * The day from which on it is stated, where it is not yet on a day.
     *
     * @param at a later day on which it is stated; empty for the first time after the other
     */
    Optional<LocalDate> begins(LocalDate before, Optional<LocalDate> at) {
        return stated(before)
                ? Optional.empty()
                : statements.stream()
                        .flatMap(each -> each.firstDay().stream())
                        .filter(before::isBefore)
                        .filter(first -> at.filter(first::isAfter).isEmpty())
                        // It is the last time that it began.
                        .filter(first -> stated(first) && !stated(first.minusDays(1)))
                        .max(at.isPresent() ? LocalDate::compareTo : Comparator.reverseOrder());
    }

    /**
     * The day from which on it is no longer stated, where it is not on a day.
     *
     * @param at an earlier day on which it is stated; empty for the last time before the other
     */
    Optional<LocalDate> ends(LocalDate after, Optional<LocalDate> at) {
        return stated(after)
                ? Optional.empty()
                : statements.stream()
                        .flatMap(each -> each.until().stream())
                        .filter(end -> !end.isAfter(after))
                        .filter(end -> at.map(end::isAfter).orElse(true))
                        // It is the first time that it ended.
                        .filter(end -> !stated(end) && stated(end.minusDays(1)))
                        .min(at.isPresent() ? LocalDate::compareTo : Comparator.reverseOrder());
    }
}
