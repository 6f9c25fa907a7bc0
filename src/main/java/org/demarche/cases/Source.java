package org.demarche.cases;

/**
 * A described origin of statements or rules. What is not given is {@code ""}.
 *
 * @param date as it was written, usually a year
 */
public record Source(
        String id, String title, String author, String publisher, String date, String kind, String url, String note) {}
