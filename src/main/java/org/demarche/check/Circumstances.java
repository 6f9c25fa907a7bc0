package org.demarche.check;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.cases.CaseFile;

/**
 * What an expectation supposes before it looks: the day, and which rules are left out. A case is assessed once for each of them.
 *
 * @param asOf empty for the case's own day
 * @param without ids of rules
 */
public record Circumstances(Optional<LocalDate> asOf, Set<String> without) {

    public Circumstances {
        without = Collections.unmodifiableSet(new TreeSet<>(without));
    }

    /** Those of an expectation. */
    public static Circumstances of(Expectation expectation) {
        return new Circumstances(expectation.asOf(), Set.copyOf(expectation.without()));
    }

    /** The case on the day. */
    public CaseFile caseOf(CaseFile caseFile) {
        return asOf.map(caseFile::asOf).orElse(caseFile);
    }
}
