package org.demarche.report;

/**
 * What text is set for.
 *
 * @param width in columns; kept between {@link #NARROWEST} and {@link #WIDEST}
 * @param colour whether the terminal shows colour; colour never says anything that the words do not
 * @param verbose whether to show everything
 */
public record Page(int width, boolean colour, boolean verbose) {

    public static final int NARROWEST = 40;
    public static final int WIDEST = 200;

    public Page {
        width = Math.max(NARROWEST, Math.min(WIDEST, width));
    }
}
