package org.demarche.mutants;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.demarche.cases.CaseFile;
import org.demarche.check.Expectation;

/**
 * A case and what is expected of it.
 *
 * @param file where expectations of it stand
 */
public record Subject(CaseFile caseFile, Path file, List<Expectation> expectations) {
    public Subject {
        expectations = List.copyOf(expectations);
    }

    /** With what another file expects of the same case. */
    public Subject with(Subject other) {
        List<Expectation> all = new ArrayList<>(expectations);
        all.addAll(other.expectations);
        return new Subject(caseFile, file, all);
    }
}
