package org.demarche.model;

import java.util.List;

/**
 * What an actor did to a target ({@code ""} when there is none), on an ISO date, month or year as it was stated ({@code ""} when undated).
 */
public record Event(String actor, String action, String target, String date) implements Fact {

    public Event {
        Fact.requireValues(actor, action, target, date);
    }

    /** Without target and date. */
    public Event(String actor, String action) {
        this(actor, action, "", "");
    }

    /** Without date. */
    public Event(String actor, String action, String target) {
        this(actor, action, target, "");
    }

    /** Whether this is the move, made. */
    public boolean made(Move move) {
        return actor.equals(move.actor()) && action.equals(move.action()) && target.equals(move.target());
    }

    @Override
    public List<String> values() {
        return List.of(actor, action, target, date);
    }

    @Override
    public String text(int index) {
        return switch (index) {
            case 0 -> actor;
            case 1 -> action;
            case 2 -> target;
            case 3 -> date;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }

    @Override
    public String toString() {
        return id();
    }
}
