package org.demarche.mutants;

import java.util.Arrays;
import java.util.Optional;

/** A way to change a rule. */
public enum Operator {
    DROP_RULE("drop-rule"),
    DROP_CONDITION("drop-condition"),
    NEGATE_CONDITION("negate-condition"),
    MOVE_BOUND("move-bound"),
    SWAP_TERM("swap-term");

    private final String word;

    Operator(String word) {
        this.word = word;
    }

    /** As it is written in files: {@code drop-condition}. */
    public String word() {
        return word;
    }

    public static Optional<Operator> named(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
