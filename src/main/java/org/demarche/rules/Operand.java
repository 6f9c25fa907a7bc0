package org.demarche.rules;

import java.math.BigDecimal;

/** What a value is compared with, or what a conclusion is made of. */
public sealed interface Operand {

    /** A text: {@code "isolate"}. */
    record Text(String value) implements Operand {}

    /** A bound variable, without {@code $}. */
    record Variable(String name) implements Operand {}

    /** A number that a result of an {@code accumulate} is compared with. */
    record Number(BigDecimal value) implements Operand {}

    /** How many values an {@code accumulate} has collected, {@code $l.size}; the variable without {@code $}. */
    record Size(String variable) implements Operand {}

    /** Anything else, as written: a number, {@code null}, an expression. */
    record Other(String written) implements Operand {}
}
