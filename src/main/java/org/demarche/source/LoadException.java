package org.demarche.source;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Files that cannot be used, with all their problems at once. */
public final class LoadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** @param problems at least one; duplicates are folded and the rest sorted by place */
    public LoadException(Collection<Problem> problems) {
        super(problems.stream().sorted().distinct().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = problems.stream().sorted().distinct().toList();
    }

    /** All problems, sorted by place. */
    public List<Problem> problems() {
        return problems;
    }
}
