package org.demarche.inference;

/** Reasoning stopped at a limit; the message says at which and what was being done. */
public final class LimitReachedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LimitReachedException(String message) {
        super(message);
    }
}
