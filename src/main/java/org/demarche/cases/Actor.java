package org.demarche.cases;

/**
 * Somebody who wants and does things in a case.
 *
 * @param name as it stands inside a sentence, {@code the United States}; the id when the case gives none
 * @param kind state, person, organization, alliance or group; {@code ""} when not given
 * @param country the actor in whose country it sits; {@code ""} when not given
 * @param owner the actor to whom it belongs; {@code ""} when not given
 * @param reliability of what it says, A to F; {@code ""} when not given
 * @param note {@code ""} when there is none
 */
public record Actor(
        String id, String name, String kind, String country, String owner, String reliability, String note) {

    /** An actor of whom nothing but the name is known. */
    static Actor named(String id, String name) {
        return new Actor(id, name, "", "", "", "", "");
    }
}
