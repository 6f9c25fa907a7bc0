package org.demarche.inference;

import java.time.Duration;
import java.util.Optional;
import lombok.Builder;

/**
 * How far reasoning may go before it stops with a {@link LimitReachedException}: never with a wrong answer.
 *
 * @param firings how many firings of rules there may be
 * @param facts how many facts may be stated and concluded together
 * @param nodes how many nodes the decision diagrams of one evaluation may have, before other ways are tried
 * @param timeout how long one assessment may take; empty for as long as it takes. The clock is not looked at while Drools tries
 *     combinations of facts of which none fits: in Java, run what may do that for long in a thread that can be left behind
 */
@Builder(toBuilder = true)
public record Limits(int firings, int facts, int nodes, Optional<Duration> timeout) {

    /** A million firings, two hundred thousand facts, two million nodes, any time. */
    public static final Limits DEFAULT = new Limits(1_000_000, 200_000, 2_000_000, Optional.empty());
}
