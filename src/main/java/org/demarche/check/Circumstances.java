package org.demarche.check;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Statement;
import org.demarche.source.LoadException;

/**
 * What an expectation supposes before it looks: the day, which rules are left out, and what is stated otherwise. A case is assessed once for each of them.
 *
 * @param asOf empty for the case's own day
 * @param without ids of rules
 * @param drop ids of facts that are not stated
 * @param add facts that are stated too, as in a file
 */
public record Circumstances(Optional<LocalDate> asOf, Set<String> without, Set<String> drop, Set<String> add) {

    public Circumstances {
        without = sorted(without);
        drop = sorted(drop);
        add = sorted(add);
    }

    private static Set<String> sorted(Set<String> words) {
        return Collections.unmodifiableSet(new TreeSet<>(words));
    }

    /** The case as it stands, on some day, with all rules. */
    public static Circumstances on(Optional<LocalDate> day) {
        return new Circumstances(day, Set.of(), Set.of(), Set.of());
    }

    /** The same with all rules. */
    public Circumstances withAllRules() {
        return new Circumstances(asOf, Set.of(), drop, add);
    }

    /** The same without some more rules. */
    Circumstances without(Collection<String> more) {
        Set<String> all = new TreeSet<>(without);
        all.addAll(more);
        return new Circumstances(asOf, all, drop, add);
    }

    /** Those of an expectation. */
    public static Circumstances of(Expectation expectation) {
        return new Circumstances(
                expectation.asOf(),
                Set.copyOf(expectation.without()),
                Set.copyOf(expectation.drop()),
                Set.copyOf(expectation.add()));
    }

    /**
     * The case on the day, with what is stated otherwise.
     *
     * @throws LoadException when something that is stated too cannot be read
     */
    public CaseFile caseOf(CaseFile caseFile) {
        CaseFile looked = asOf.map(caseFile::asOf).orElse(caseFile);
        for (Statement statement : caseFile.statements()) {
            if (drop.contains(statement.fact().id())) {
                looked = looked.without(statement.fact());
            }
        }
        for (String yaml : add) {
            looked = looked.adding(yaml);
        }
        return looked;
    }
}
