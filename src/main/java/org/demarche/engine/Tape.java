package org.demarche.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.demarche.compile.FiringListener;

/** All firings of a run in their order, in the rounds between which accumulates come to more. */
final class Tape {

    /** More are sooner fired than read, and take too much memory while they are taken down. */
    private static final int MOST = 100_000;

    private final List<List<Firing>> rounds;
    private int firings;

    Tape() {
        this(List.of());
    }

    Tape(List<List<Firing>> rounds) {
        this.rounds = new ArrayList<>(rounds);
    }

    List<List<Firing>> rounds() {
        return rounds;
    }

    /** Whether there were too many firings to take down: then it has none. */
    boolean isTorn() {
        return firings > MOST;
    }

    void nextRound() {
        rounds.add(new ArrayList<>());
    }

    /** Takes down what fires before it goes on. */
    FiringListener inFrontOf(FiringListener next) {
        return new FiringListener() {
            @Override
            public void concluded(int rule, List<String> values, Object... matched) {
                add(new Firing(rule, Optional.of(List.copyOf(values)), List.copyOf(Arrays.asList(matched))));
                next.concluded(rule, values, matched);
            }

            @Override
            public void recorded(int rule, Object... matched) {
                add(new Firing(rule, Optional.empty(), List.copyOf(Arrays.asList(matched))));
                next.recorded(rule, matched);
            }
        };
    }

    private void add(Firing firing) {
        firings++;
        if (firings <= MOST) {
            rounds.get(rounds.size() - 1).add(firing);
        } else if (firings == MOST + 1) {
            rounds.clear();
        }
    }

    /**
     * Tells of all firings again.
     *
     * @param between what is done between rounds; whether there is to be another
     */
    void play(FiringListener listener, BooleanSupplier between) {
        for (List<Firing> round : rounds) {
            round.forEach(firing -> firing.tell(listener));
            if (!between.getAsBoolean()) {
                return;
            }
        }
    }
}
