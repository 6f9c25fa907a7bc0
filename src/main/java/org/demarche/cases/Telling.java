package org.demarche.cases;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.With;

/**
 * How a report came about and what became of it.
 *
 * @param repeats the id of the report whose words it repeats; {@code ""} when it is nobody's copy
 * @param date the day of what it tells of, as it was written; {@code ""} when not given
 * @param known the day on which it became known, as it was written; {@code ""} when not given of this report itself
 * @param withdrawn the first day on which its origin no longer stands by it
 * @param refuted the first day on which it is known to be wrong
 * @param denial of a fact that is reported: whether it is said not to be so
 */
@With
public record Telling(
        String repeats,
        String date,
        String known,
        Optional<LocalDate> withdrawn,
        Optional<LocalDate> refuted,
        boolean denial) {

    /** Of what is no report, and of a report of which nothing of the kind is known. */
    public static final Telling NONE = new Telling("", "", "", Optional.empty(), Optional.empty(), false);

    /** The first day on which it no longer counts, because it was withdrawn or refuted. */
    public Optional<LocalDate> end() {
        return Stream.of(withdrawn, refuted).flatMap(Optional::stream).min(LocalDate::compareTo);
    }
}
