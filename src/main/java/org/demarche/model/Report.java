package org.demarche.model;

import java.util.List;

/**
 * What a source says about a question: no fact about the world. Reliability is A to F and credibility 1 to 6 (Admiralty grades), F and 6
 * when nobody has judged them; the origin is who says it in the first place, an actor or a source, or {@link #ANONYMOUS}.
 */
public record Report(
        String id, String source, String question, String answer, String reliability, String credibility, String origin)
        implements Fact {

    /** The origin of what nobody says on the record. */
    public static final String ANONYMOUS = "anonymous";

    public Report {
        Fact.requireValues(id, source, question, answer, reliability, credibility, origin);
    }

    /** The same report from another origin. */
    public Report saidBy(String other) {
        return new Report(id, source, question, answer, reliability, credibility, other);
    }

    /** The same report with another reliability. */
    public Report gradedAs(String other) {
        return new Report(id, source, question, answer, other, credibility, origin);
    }

    @Override
    public List<String> values() {
        return List.of(id, source, question, answer, reliability, credibility, origin);
    }

    @Override
    public String text(int index) {
        return switch (index) {
            case 0 -> id;
            case 1 -> source;
            case 2 -> question;
            case 3 -> answer;
            case 4 -> reliability;
            case 5 -> credibility;
            case 6 -> origin;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }

    @Override
    public String toString() {
        return id();
    }
}
