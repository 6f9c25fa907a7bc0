package org.demarche.hypotheses;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.demarche.source.LoadException;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;

/** Collects what is wrong with a table, up to as much as anybody reads. Problems come in the order of lines. Not thread-safe. */
final class FirstProblems {

    /** A table that is wrong in one way mostly is so in each of its lines. */
    static final int MOST = 100;

    private final Set<Problem> first = new LinkedHashSet<>();
    private Optional<SourceLocation> beyond = Optional.empty();
    private int lines;
    private int last;

    void add(Problem problem) {
        if (first.size() < MOST) {
            first.add(problem);
        } else if (!first.contains(problem)) {
            lines += beyond.isEmpty() || problem.at().line() != last ? 1 : 0;
            last = problem.at().line();
            beyond = beyond.or(() -> Optional.of(problem.at()));
        }
    }

    /** @throws LoadException with the first problems, and with where there are more, if there are any */
    void throwIfAny() {
        Problems problems = new Problems();
        problems.addAll(first);
        beyond.ifPresent(at -> problems.add(Problem.error(
                        "more-problems",
                        at,
                        lines == 1
                                ? "On this line more is wrong, which is not told here."
                                : "From this line on more is wrong, on " + lines + " lines, which is not told here.")
                .withHint("Mend what is told first.")));
        problems.throwIfErrors();
    }
}
