package org.demarche.events;

/**
 * What a row of a table says, as it is written.
 *
 * @param actorCountry {@code ""} where the table does not say it
 * @param code with the mode behind {@code /} where there is one
 */
record Row(
        String file,
        long line,
        String date,
        String actor,
        String actorCountry,
        String target,
        String targetCountry,
        String code) {}
