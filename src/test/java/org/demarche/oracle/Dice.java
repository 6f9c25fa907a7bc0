package org.demarche.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Chance that comes out the same for the same seed. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    /** From 0 to one less than this. */
    int below(int sides) {
        return random.nextInt(sides);
    }

    /** From the one to the other, both included. */
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** Once in so many times. */
    boolean oneIn(int times) {
        return below(times) == 0;
    }

    <T> T one(List<T> of) {
        return of.get(below(of.size()));
    }

    <T> List<T> some(int count, Collection<T> of) {
        return shuffled(of).subList(0, count);
    }

    <T> List<T> shuffled(Collection<T> all) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
