package org.demarche.compile;

/** How a plain session of Drools is set up; as Drools does it unless said otherwise. */
public record SessionSettings(Belief belief, Equality equality, Events events, Clock clock) {

    public static final SessionSettings DEFAULT =
            new SessionSettings(Belief.SIMPLE, Equality.IDENTITY, Events.CLOUD, Clock.REALTIME);

    /** How the support of what was concluded is kept. */
    public enum Belief {
        SIMPLE,
        JTMS,
        DEFEASIBLE
    }

    /** When two facts are the same. */
    public enum Equality {
        IDENTITY,
        EQUALITY
    }

    /** Whether facts have a place in time. */
    public enum Events {
        CLOUD,
        STREAM
    }

    /** Whose time it is. */
    public enum Clock {
        REALTIME,
        PSEUDO
    }
}
