package org.demarche.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects problems while something is read, so that all of them are told at once. Not thread-safe. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    public void add(Problem problem) {
        found.add(problem);
    }

    public void addAll(Collection<Problem> problems) {
        found.addAll(problems);
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /** What was found so far, sorted by place. */
    public List<Problem> list() {
        return found.stream().sorted().distinct().toList();
    }

    /** @throws LoadException with everything found so far, if any of it is an error */
    public void throwIfErrors() {
        if (hasErrors()) {
            throw new LoadException(found);
        }
    }
}
