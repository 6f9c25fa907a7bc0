package org.demarche.rules;

/** What a value is compared with, or what a conclusion is made of. */
public sealed interface Operand {

    /** A text: {@code "isolate"}. */
    record Text(String value) implements Operand {}

    /** A bound variable, without {@code $}. */
    record Variable(String name) implements Operand {}

    /** Anything else, as written: a number, {@code null}, an expression. */
    record Other(String written) implements Operand {}
}
