package org.demarche.operational;

import org.demarche.source.Problem;

/** A value that is written cannot become what is needed; the problem says where and why. */
final class WrongValueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    WrongValueException(Problem problem) {
        super(problem.message());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
