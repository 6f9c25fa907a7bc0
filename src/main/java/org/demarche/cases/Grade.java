package org.demarche.cases;

/**
 * How good a piece of evidence is by the Admiralty code: how reliable its source is and how credible what it says, judged apart.
 *
 * @param reliability A to F, F when it cannot be judged; {@code ""} when nobody has judged it
 * @param credibility 1 to 6, 6 when it cannot be judged; {@code ""} when nobody has judged it
 */
public record Grade(String reliability, String credibility) {

    /** Nobody has judged it. */
    public static final Grade NONE = new Grade("", "");

    /** This, and where it says nothing what another says. */
    public Grade or(Grade other) {
        return new Grade(
                reliability.isEmpty() ? other.reliability : reliability,
                credibility.isEmpty() ? other.credibility : credibility);
    }
}
