package org.demarche.diagrams;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Variables of a few values each, in an order made by chance, with all their assignments written out. */
record Assignments(int[] values, int[] order, List<List<Integer>> all) {

    static Assignments random(Random random) {
        int[] values = random.ints(1 + random.nextInt(4), 1, 6).toArray();
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, values.length).boxed().toList());
        Collections.shuffle(order, random);
        List<List<Integer>> all = List.of(List.of());
        for (int size : values) {
            all = all.stream()
                    .flatMap(before -> IntStream.range(0, size).mapToObj(value -> {
                        List<Integer> longer = new ArrayList<>(before);
                        longer.add(value);
                        return longer;
                    }))
                    .toList();
        }
        return new Assignments(
                values, order.stream().mapToInt(Integer::intValue).toArray(), all);
    }

    Diagrams diagrams(int limit) {
        return new Diagrams(values, order, limit, () -> {});
    }

    /** Some of the assignments, now few, now many; by their position. */
    Set<Integer> some(Random random) {
        int often = 1 + random.nextInt(9);
        Set<Integer> some = new TreeSet<>();
        IntStream.range(0, all.size()).filter(i -> random.nextInt(10) < often).forEach(some::add);
        return some;
    }

    Set<Integer> where(Predicate<List<Integer>> test) {
        Set<Integer> found = new TreeSet<>();
        IntStream.range(0, all.size()).filter(i -> test.test(all.get(i))).forEach(found::add);
        return found;
    }

    /** The diagram of a set, put together from its assignments one by one. */
    int set(Diagrams diagrams, Set<Integer> assignments) {
        int set = Diagrams.NONE;
        for (int position : assignments) {
            int one = Diagrams.ALL;
            for (int variable = 0; variable < values.length; variable++) {
                one = diagrams.and(
                        one, diagrams.where(variable, all.get(position).get(variable)));
            }
            set = diagrams.or(set, one);
        }
        return set;
    }
}
