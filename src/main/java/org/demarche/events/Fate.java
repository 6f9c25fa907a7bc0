package org.demarche.events;

import java.util.Locale;

/** What becomes of a row. */
public enum Fate {
    IMPORTED("imported"),
    BROKEN("unreadable"),
    OUTSIDE_DATES("outside the days of `only`"),
    OTHER_ACTORS("with others than the actors of `only`"),
    IGNORED("left out by `ignore`"),
    NO_ACTOR("without an actor"),
    UNKNOWN_ACTOR("with an actor that is not known"),
    SAME_ACTOR("with the same actor on both sides"),
    NO_CODE("without a code"),
    UNKNOWN_CODE("with a code that stands for no action"),
    AMBIGUOUS_CODE("with a code that several actions share"),
    NO_TARGET("without a target, which the action needs");

    private final String words;

    Fate(String words) {
        this.words = words;
    }

    /** What such rows are: {@code without an actor}. */
    public String words() {
        return words;
    }

    /** {@code unknown-actor}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the mapping, or the table, can be mended so that there are no such rows. */
    boolean isOpen() {
        return switch (this) {
            case BROKEN, UNKNOWN_ACTOR, UNKNOWN_CODE, AMBIGUOUS_CODE -> true;
            default -> false;
        };
    }
}
