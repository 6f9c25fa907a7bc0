package org.demarche.diagrams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Diagrams of random sets against the sets themselves, written out. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DiagramsTest {

    private static final int TRIES = 400;
    private static final int LIMIT = 1 << 20;

    private final Random random = new Random(20260405);

    @Test
    void operations_do_with_diagrams_what_they_do_with_sets() {
        for (int i = 0; i < TRIES; i++) {
            Assignments of = Assignments.random(random);
            Diagrams diagrams = of.diagrams(LIMIT);
            Set<Integer> one = of.some(random);
            Set<Integer> other = of.some(random);
            int a = of.set(diagrams, one);
            int b = of.set(diagrams, other);
            Set<Integer> both = new TreeSet<>(one);
            both.retainAll(other);
            Set<Integer> either = new TreeSet<>(one);
            either.addAll(other);
            Set<Integer> only = new TreeSet<>(one);
            only.removeAll(other);
            // Equal sets are one diagram, in whatever way they were made.
            assertThat(diagrams.and(a, b)).isEqualTo(of.set(diagrams, both));
            assertThat(diagrams.or(a, b)).isEqualTo(of.set(diagrams, either));
            assertThat(diagrams.minus(a, b)).isEqualTo(of.set(diagrams, only));
            assertThat(diagrams.count(a)).isEqualTo(one.size());
            assertThat(a == b).isEqualTo(one.equals(other));
        }
    }

    @Test
    void given_a_value_a_set_no_longer_looks_at_the_variable() {
        for (int i = 0; i < TRIES; i++) {
            Assignments of = Assignments.random(random);
            Diagrams diagrams = of.diagrams(LIMIT);
            Set<Integer> one = of.some(random);
            int variable = random.nextInt(of.values().length);
            int value = random.nextInt(of.values()[variable]);
            Set<Integer> given = of.where(each -> {
                List<Integer> moved = new ArrayList<>(each);
                moved.set(variable, value);
                return one.contains(of.all().indexOf(moved));
            });
            int set = diagrams.given(of.set(diagrams, one), variable, value);
            assertThat(set).isEqualTo(of.set(diagrams, given));
            assertThat(diagrams.support(set).get(variable)).isFalse();
        }
    }

    @Test
    void the_support_is_the_variables_that_make_a_difference() {
        for (int i = 0; i < TRIES; i++) {
            Assignments of = Assignments.random(random);
            Diagrams diagrams = of.diagrams(LIMIT);
            int set = of.set(diagrams, of.some(random));
            BitSet expected = new BitSet();
            for (int variable = 0; variable < of.values().length; variable++) {
                for (int value = 0; value < of.values()[variable]; value++) {
                    if (diagrams.given(set, variable, value) != set) {
                        expected.set(variable);
                    }
                }
            }
            assertThat(diagrams.support(set)).isEqualTo(expected);
        }
    }

    @Test
    void counts_are_exact_at_any_size() {
        int[] values = IntStream.generate(() -> 3).limit(90).toArray();
        Diagrams diagrams = new Diagrams(values, IntStream.range(0, 90).toArray(), LIMIT, () -> {});
        BigInteger three = BigInteger.valueOf(3);
        assertThat(diagrams.count(Diagrams.ALL)).isEqualTo(three.pow(90));
        int first = diagrams.where(4, 1);
        int second = diagrams.where(70, 2);
        assertThat(diagrams.count(first)).isEqualTo(three.pow(89));
        // a third and a third, and what is in both counted once
        assertThat(diagrams.count(diagrams.or(first, second)))
                .isEqualTo(three.pow(89).add(three.pow(89)).subtract(three.pow(88)));
    }

    @Test
    void more_nodes_than_are_allowed_are_refused() {
        Assignments of = new Assignments(new int[] {4, 4, 4, 4}, new int[] {0, 1, 2, 3}, List.of());
        assertThatThrownBy(() -> many(of.diagrams(10))).isInstanceOf(BudgetExceededException.class);
        Diagrams more = of.diagrams(10);
        more.limit(20, () -> new IllegalStateException("twenty"));
        assertThatThrownBy(() -> many(more)).hasMessage("twenty");
        assertThat(more.nodes()).isEqualTo(20);
    }

    private static int many(Diagrams diagrams) {
        int set = Diagrams.NONE;
        for (int i = 0; i < 4; i++) {
            int one = diagrams.and(diagrams.where(0, i), diagrams.where(1, (i + 1) % 4));
            set = diagrams.or(set, diagrams.and(one, diagrams.and(diagrams.where(2, i), diagrams.where(3, i))));
        }
        return set;
    }

    @Test
    void long_work_looks_at_the_clock() {
        int[] ticks = new int[1];
        int[] values = IntStream.generate(() -> 2).limit(60).toArray();
        Diagrams diagrams = new Diagrams(values, IntStream.range(0, 60).toArray(), LIMIT, () -> ticks[0]++);
        int set = Diagrams.NONE;
        // x0 and x30, or x1 and x31, …: the worst order there is.
        for (int i = 0; i < 12; i++) {
            set = diagrams.or(set, diagrams.and(diagrams.where(i, 1), diagrams.where(30 + i, 1)));
        }
        assertThat(diagrams.nodes()).isGreaterThan(4096);
        assertThat(ticks[0]).isGreaterThan(3);
    }
}
