package org.demarche.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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
    /** An actor or a source of the case, or {@code anonymous}. */
    ORIGIN,
    /** The key of a kind of fact. */
    KIND,
    /** Any term of the vocabulary, or nothing. */
    ANY_TERM,
    /** A name of its own. */
    NAME,
    /** A text, in a declared fact. */
    TEXT,
    /** A whole number, in a declared fact. */
    WHOLE,
    /** A number, in a declared fact. */
    NUMBER,
    /** {@code true} or {@code false}, in a declared fact. */
    TRUTH,
    /** An ISO date, in a declared fact. */
    DAY,
    /** One of the values of a declared enumeration. */
    CHOICE;

    private static final Pattern DIGITS = Pattern.compile("[+-]?\\d{1,40}(?:\\.\\d{1,40})?");
    private static final Pattern PRINTED = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}\\p{Zs}&&[^\"\\\\]]*+");

    /** Whether its values are numbers, with which one can compute. */
    public boolean isNumber() {
        return this == CREDIBILITY || this == WHOLE || this == NUMBER;
    }

    /** Whether one value can come before another. */
    public boolean isOrdered() {
        return this != TRUTH && this != CHOICE;
    }

    /** How two values stand in order: numbers by size, everything else by its letters, dates so by time. */
    public int compare(String one, String other) {
        return isNumber() && isNumber(one) && isNumber(other)
                ? new BigDecimal(one).compareTo(new BigDecimal(other))
                : one.compareTo(other);
    }

    private static boolean isNumber(String value) {
        return DIGITS.matcher(value).matches();
    }

    Optional<String> word(String value, List<String> choices) {
        return switch (this) {
            case WHOLE -> number(value).filter(word -> !word.contains("."));
            case NUMBER -> number(value);
            case TRUTH -> value.equals("true") || value.equals("false") ? Optional.of(value) : Optional.empty();
            case DAY -> day(value);
            case CHOICE -> choices.contains(value) ? Optional.of(value) : Optional.empty();
            default -> PRINTED.matcher(value).matches() ? Optional.of(value) : Optional.empty();
        };
    }

    private static Optional<String> number(String value) {
        if (!isNumber(value)) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(value);
        return Optional.of(
                number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
    }

    private static Optional<String> day(String value) {
        try {
            return Optional.of(LocalDate.parse(value).toString());
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
