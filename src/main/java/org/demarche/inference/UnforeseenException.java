package org.demarche.inference;

/**
 * With other statements an accumulate comes to something that could not come out when the rules fired, and what follows from that has
 * not been worked out: rules have to fire again.
 */
public final class UnforeseenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnforeseenException(String rule) {
        super("an accumulate of " + rule + " comes to something new", null, false, false);
    }
}
