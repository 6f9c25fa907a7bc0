package org.demarche.model;

/** What may stand in a field of a fact. */
public enum FieldType {
    /** An actor of the case. */
    ACTOR,
    /** An actor, a question of the case, or a topic of the vocabulary; may be absent where it comes last. */
    PARTY,
    /** What may be a PARTY, or a means. */
    SUBJECT,
    /** A term that the vocabulary has under the field's own name. */
    TERM,
    /** A question of the case. */
    QUESTION,
    /** An answer of the question that stands in the same fact. */
    ANSWER,
    /** An ISO date, month or year; may be absent. */
    DATE,
    /** CC, C, I or II. */
    RATING,
    /** A declared source. */
    SOURCE,
    /** A to F. */
    RELIABILITY,
    /** 1 to 6. */
    CREDIBILITY,
    /** An actor of the case, or {@code anonymous}. */
    ORIGIN,
    /** The key of a kind of fact. */
    KIND,
    /** Any term of the vocabulary, or nothing. */
    ANY_TERM,
    /** A name of its own. */
    NAME;

    /** Whether its values are numbers, with which one can compute. */
    public boolean isNumber() {
        return this == CREDIBILITY;
    }
}
