package org.demarche.cases;

/**
 * Somebody who wants and does things in a case.
 *
 * @param name as it stands inside a sentence, {@code the United States}; the id when the case gives none
 * @param kind state, person, organization, alliance or group; {@code ""} when not given
 * @param note {@code ""} when there is none
 */
public record Actor(String id, String name, String kind, String note) {}
