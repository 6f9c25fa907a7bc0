package org.demarche.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.Builder;
import lombok.With;
import org.demarche.model.Event;
import org.demarche.model.Fact;
import org.demarche.source.Citation;
import org.demarche.source.SourceLocation;
import org.demarche.yaml.YamlDates;

/**
 * A fact with who says so. Reports are statements whose fact is a {@link org.demarche.model.Report}.
 *
 * @param citations in the order written; empty when the case names no source for it
 * @param since the first day on which it holds; empty means it always did
 * @param until the first day on which it no longer holds, or a report no longer counts; empty means it still does
 * @param known the first day on which it can be known; empty means from {@code since} on, or always
 * @param grade how good it is as evidence, as far as the case says so of this statement
 * @param telling how it came about where it is a report
 * @param note {@code ""} when there is none
 * @param at where the fact stands; a file named {@code api} when it was stated from Java
 */
@With
@Builder
public record Statement(
        Fact fact,
        List<Citation> citations,
        Basis basis,
        Optional<LocalDate> since,
        Optional<LocalDate> until,
        Optional<LocalDate> known,
        Grade grade,
        Telling telling,
        String note,
        SourceLocation at) {

    /** The name of the source of facts from Java that name none. */
    static final String API = "api";

    static final SourceLocation NOWHERE = SourceLocation.of(API);

    public Statement {
        citations = List.copyOf(citations);
    }

    /** Evidence, stated from Java, without dates and source. */
    public static Statement of(Fact fact) {
        return of(fact, new Citation(API, ""));
    }

    /** Evidence, stated from Java, without dates. */
    public static Statement of(Fact fact, Citation... citations) {
        return new Statement(
                fact,
                List.of(citations),
                Basis.EVIDENCE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Grade.NONE,
                Telling.NONE,
                "",
                SourceLocation.of(API));
    }

    /** The first day on which it is there: when it can be known and has begun to hold; empty means always. */
    public Optional<LocalDate> firstDay() {
        return Stream.of(known.or(() -> since).or(this::happened), since)
                .flatMap(Optional::stream)
                .max(LocalDate::compareTo);
    }

    /** When it became known, as the case writes it of a report, {@code 2017}, else as a day; {@code ""} means always. */
    public String knownAsWritten() {
        return telling.known().isEmpty()
                ? known.or(this::firstDay).map(LocalDate::toString).orElse("")
                : telling.known();
    }

    /** Whether the statement can be known on that day: from {@code known} on, else {@code since}, else an event's own date. */
    public boolean visibleAt(LocalDate date) {
        return known.or(() -> since)
                .or(this::happened)
                .map(first -> !first.isAfter(date))
                .orElse(true);
    }

    /** The first day on which it is so; empty when it has long been so. */
    public Optional<LocalDate> began() {
        return since.or(this::happened);
    }

    /** The day by which it has begun to be so, of an event with only a month or a year the last of that; empty when it has long been so. */
    public Optional<LocalDate> begunBy() {
        return fact instanceof Event event && !event.date().isEmpty() ? YamlDates.lastDay(event.date()) : since;
    }

    /** Nobody knows of an event before it happens, unless the case says so. */
    private Optional<LocalDate> happened() {
        return fact instanceof Event event && !event.date().isEmpty()
                ? YamlDates.firstDay(event.date())
                : Optional.empty();
    }

    /** Whether there is a day on which it is there: it may have ended before it could be known. */
    public boolean everHolds() {
        return until.map(end -> firstDay().map(first -> first.isBefore(end)).orElse(true))
                .orElse(true);
    }

    /** Whether the statement is there on that day: it can be known, has begun to hold, and has not ended. */
    public boolean holdsAt(LocalDate date) {
        return visibleAt(date)
                && since.map(first -> !first.isAfter(date)).orElse(true)
                && until.map(end -> end.isAfter(date)).orElse(true);
    }
}
