package org.demarche.inference;

/**
 * What was found from scenarios drawn at random.
 *
 * @param low the lower end of the interval in which the share of the possible scenarios in which it holds lies in 99 of 100 such draws
 * @param high the upper end
 * @param drawn how many possible scenarios were drawn
 */
public record Estimate(double low, double high, long drawn) {

    /** The standard normal quantile of 99.5 %. */
    private static final double Z = 2.5758293035489004;

    /**
     * The interval of Wilson, which also serves where none or all of the drawn ones are hits ("Probable inference, the law of succession, and
     * statistical inference", JASA 22, 1927).
     */
    public static Estimate of(long hits, long drawn) {
        double share = (double) hits / drawn;
        double square = Z * Z / drawn;
        double middle = (share + square / 2) / (1 + square);
        double half = Z * Math.sqrt(share * (1 - share) / drawn + square / (4 * drawn)) / (1 + square);
        return new Estimate(
                hits == 0 ? 0 : Math.max(0, middle - half), hits == drawn ? 1 : Math.min(1, middle + half), drawn);
    }
}
