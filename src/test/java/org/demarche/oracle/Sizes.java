package org.demarche.oracle;

/**
 * How much is tried. {@code ./mvnw -Poracles test -Dtest='org/demarche/oracle/*Test'} tries more, {@code -Doracles.seed=7}
 * something else. What fails says under which seed it did; the same program only comes again with the same sizes.
 */
final class Sizes {

    static final int SEED = Integer.getInteger("oracles.seed", 20260403);

    /** How many rules with variables are compiled, from which programs are put together: what costs most. */
    static final int RULES = Integer.getInteger("oracles.rules", 180);

    /** How many programs are put together from them. */
    static final int PROGRAMS = Integer.getInteger("oracles.programs", 320);

    /** How often the programs are compiled again in another order. */
    static final int SHUFFLES = Integer.getInteger("oracles.shuffles", 10);

    private Sizes() {}
}
