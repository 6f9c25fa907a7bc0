package org.demarche.hypotheses;

import java.util.Arrays;
import java.util.Optional;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import lombok.experimental.Accessors;

/** How an item of evidence stands to a hypothesis. */
@Getter
@Accessors(fluent = true)
@RequiredArgsConstructor
public enum Rating {
    CC("very consistent", 2),
    C("consistent", 1),
    N("neutral", 0),
    I("inconsistent", -1),
    II("very inconsistent", -2),
    NA("not applicable", 0);

    private final String words;

    /** From 2 for very consistent to -2. */
    private final int value;

    /** How much it speaks against the hypothesis: 2, 1, or nothing. */
    public int against() {
        return Math.max(0, -value);
    }

    static Optional<Rating> named(String name) {
        return Arrays.stream(values())
                .filter(rating -> rating.name().equals(name))
                .findFirst();
    }
}
