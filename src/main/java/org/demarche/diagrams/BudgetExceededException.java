package org.demarche.diagrams;

/** A diagram would have needed more nodes than it was allowed. */
public final class BudgetExceededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param nodes how many were allowed */
    public BudgetExceededException(int nodes) {
        // Thrown in races that are lost more often than not: the place does not matter and would cost more than the
        // race.
        super("more than " + nodes + " nodes", null, false, false);
    }
}
