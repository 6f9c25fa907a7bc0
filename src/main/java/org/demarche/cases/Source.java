package org.demarche.cases;

/**
 * A described origin of statements or rules. What is not given is {@code ""}.
 *
 * @param country the actor in whose country it sits
 * @param owner the actor to whom it belongs
 * @param reliability A to F
 * @param date as it was written, usually a year
 */
public record Source(
        String id,
        String title,
        String author,
        String publisher,
        String date,
        String kind,
        String url,
        String country,
        String owner,
        String reliability,
        String note) {

    /** A source of which nothing but its name is known. */
    static Source named(String id, String title) {
        return new Source(id, title, "", "", "", "", "", "", "", "", "");
    }
}
