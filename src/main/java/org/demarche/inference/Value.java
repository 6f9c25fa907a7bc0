package org.demarche.inference;

import java.math.BigDecimal;
import java.util.List;

/** What an {@code accumulate} is made of, and what it makes. Its text is what a reader sees. */
public sealed interface Value extends Comparable<Value> {

    /** A value that a fact does not have. */
    Value ABSENT = new Text("");

    /** Numbers by size, everything else by its text: dates in ISO form by time. */
    @Override
    default int compareTo(Value other) {
        return this instanceof Number one && other instanceof Number two
                ? one.value().compareTo(two.value())
                : toString().compareTo(other.toString());
    }

    /** A number; equal ones are equal, however they were written. */
    record Number(BigDecimal value) implements Value {
        public Number {
            value = value.stripTrailingZeros();
        }

        static Number of(long value) {
            return new Number(BigDecimal.valueOf(value));
        }

        @Override
        public String toString() {
            return value.toPlainString();
        }
    }

    /** A text; {@code ""} is none. */
    record Text(String value) implements Value {
        @Override
        public String toString() {
            return value;
        }
    }

    /** Collected texts, in the order of the alphabet. */
    record Texts(List<String> values) implements Value {
        public Texts {
            values = values.stream().sorted().toList();
        }

        @Override
        public String toString() {
            return String.join(", ", values);
        }
    }
}
