package org.demarche.inference;

import lombok.Builder;

/**
 * How far reasoning may go before it stops with a {@link LimitReachedException}: never with a wrong answer.
 *
 * @param firings how many firings of rules there may be
 * @param facts how many facts may be stated and concluded together
 * @param scenarios how many scenarios may be enumerated
 */
@Builder(toBuilder = true)
public record Limits(int firings, int facts, int scenarios) {

    /** A million firings, two hundred thousand facts, 4,096 scenarios. */
    public static final Limits DEFAULT = new Limits(1_000_000, 200_000, 1 << 12);
}
