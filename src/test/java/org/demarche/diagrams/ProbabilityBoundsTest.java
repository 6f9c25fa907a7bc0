package org.demarche.diagrams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.demarche.Corners;
import org.demarche.diagrams.ProbabilityBounds.Bracket;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** The least probability of a set given another, against all combinations of the corners of all distributions. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProbabilityBoundsTest {

    private static final int TRIED = 1200;
    private static final double ROUNDING = 1e-12;
    private static final long ENOUGH = 4_000_000;

    private final Random random = new Random(20260403);

    /** Sets of assignments as tables and as diagrams, over variables with bounds in hundredths. */
    private static final class Sets {
        final List<int[]> lows = new ArrayList<>();
        final List<int[]> highs = new ArrayList<>();
        final Diagrams diagrams;
        final List<Integer> sizes;
        double[] set = {};
        double[] given = {};

        Sets(List<Integer> sizes, List<Integer> order) {
            this.sizes = sizes;
            this.diagrams = new Diagrams(ints(sizes), ints(order), 1 << 20, () -> {});
        }

        Sets variable(int[] low, int[] high) {
            lows.add(low);
            highs.add(high);
            return this;
        }

        Sets where(IntPredicate inGiven, IntPredicate inSet) {
            given = places().mapToDouble(place -> inGiven.test(place) ? 1 : 0).toArray();
            set = places().mapToDouble(place -> given[place] > 0 && inSet.test(place) ? 1 : 0)
                    .toArray();
            return this;
        }

        IntStream places() {
            return IntStream.range(0, sizes.stream().reduce(1, (one, other) -> one * other));
        }

        Corners corners() {
            return new Corners(IntStream.range(0, sizes.size())
                    .mapToObj(i -> Corners.between(lows.get(i), highs.get(i)))
                    .toList());
        }

        Corners.Found expected() {
            return corners().bounds(set, set, given);
        }

        Bracket found(long work) {
            Simplex[] simplexes = IntStream.range(0, sizes.size())
                    .mapToObj(i -> new Simplex(hundredths(lows.get(i)), hundredths(highs.get(i))))
                    .toArray(Simplex[]::new);
            return ProbabilityBounds.least(diagrams, diagram(set), diagram(given), simplexes, work);
        }

        private int diagram(double[] table) {
            int all = Diagrams.NONE;
            for (int place : places().filter(each -> table[each] > 0).toArray()) {
                List<Integer> values = Corners.assignment(place, sizes);
                int one = Diagrams.ALL;
                for (int variable = 0; variable < values.size(); variable++) {
                    one = diagrams.and(one, diagrams.where(variable, values.get(variable)));
                }
                all = diagrams.or(all, one);
            }
            return all;
        }

        @Override
        public String toString() {
            return "low " + lows.stream().map(Arrays::toString).toList() + ", high "
                    + highs.stream().map(Arrays::toString).toList() + ", set " + Arrays.toString(set) + ", given "
                    + Arrays.toString(given);
        }
    }

    private static int[] ints(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private static double[] hundredths(int[] numbers) {
        return Arrays.stream(numbers).mapToDouble(each -> each / 100.0).toArray();
    }

    /** Variables of all kinds, in any order, and any sets, so long as what is given is never out of the question. */
    private Sets random() {
        while (true) {
            List<Integer> sizes = IntStream.range(0, 2 + random.nextInt(4))
                    .mapToObj(i -> 2 + random.nextInt(i == 0 ? 3 : 2))
                    .toList();
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, sizes.size()).boxed().toList());
            Collections.shuffle(order, random);
            Sets sets = new Sets(sizes, order);
            sizes.forEach(size -> add(sets, size));
            double share = 0.3 + 0.8 * random.nextDouble();
            sets.where(place -> random.nextDouble() < share, place -> random.nextInt(3) == 0);
            if (sets.expected().given() > 0) {
                return sets;
            }
        }
    }

    private void add(Sets sets, int size) {
        int[] point = point(size);
        switch (random.nextInt(6)) {
            case 0 -> sets.variable(point, point);
            case 1 -> sets.variable(new int[size], filled(size, 100));
            case 2 -> sets.variable(point, filled(size, 100));
            case 3 -> sets.variable(new int[size], point);
            default -> sets.variable(moved(point, -30), moved(point, 30));
        }
    }

    private int[] point(int size) {
        int[] point = new int[size];
        for (int hundredth = 0; hundredth < 100; hundredth += 5) {
            point[random.nextInt(size)] += 5;
        }
        return point;
    }

    private int[] moved(int[] point, int most) {
        return Arrays.stream(point)
                .map(each -> Math.max(0, Math.min(100, each + Integer.signum(most) * random.nextInt(Math.abs(most)))))
                .toArray();
    }

    private static int[] filled(int size, int with) {
        int[] all = new int[size];
        Arrays.fill(all, with);
        return all;
    }

    @Test
    void given_time_the_least_probability_is_that_of_the_best_corners(TestReporter reporter) {
        int wide = 0;
        for (int i = 0; i < TRIED; i++) {
            Sets sets = random();
            double least = sets.expected().least();
            Bracket found = sets.found(ENOUGH);
            assertThat(found.exact()).as("exact: %s", sets).isTrue();
            assertThat(found.low()).as(sets::toString).isCloseTo(least, within(ROUNDING));
            assertThat(found.high()).as(sets::toString).isCloseTo(least, within(ROUNDING));
            wide += sets.corners().combinations() > 1 ? 1 : 0;
        }
        reporter.publishEntry("compared", TRIED + " pairs of sets, " + wide + " with intervals");
    }

    @Test
    void in_haste_the_least_probability_lies_within_the_bracket(TestReporter reporter) {
        int brackets = 0;
        for (int i = 0; i < TRIED; i++) {
            Sets sets = random();
            double least = sets.expected().least();
            Bracket found = sets.found(random.nextInt(300));
            assertThat(found.low()).as(sets::toString).isLessThanOrEqualTo(least + ROUNDING);
            assertThat(found.high()).as(sets::toString).isGreaterThanOrEqualTo(least - ROUNDING);
            if (found.exact()) {
                assertThat(found.low()).as(sets::toString).isCloseTo(least, within(ROUNDING));
            } else {
                brackets++;
            }
        }
        reporter.publishEntry("compared", TRIED + " pairs of sets, " + brackets + " of them only as a bracket");
        assertThat(brackets).as("brackets").isGreaterThan(TRIED / 20);
    }

    private static Sets coins(int... order) {
        return new Sets(
                Collections.nCopies(order.length, 2),
                Arrays.stream(order).boxed().toList());
    }

    /** Were each node to choose for itself, nothing would be left of what is given. */
    @Test
    void what_is_given_stays_likely_though_nodes_on_their_own_could_rule_it_out() {
        for (int[] order : List.of(new int[] {0, 1}, new int[] {1, 0})) {
            Sets sets = coins(order)
                    .variable(filled(2, 0), filled(2, 100))
                    .variable(filled(2, 50), filled(2, 50))
                    .where(place -> place == 0 || place == 3, place -> place == 0);
            assertThat(sets.found(ENOUGH)).isEqualTo(new Bracket(0, 0));
        }
    }

    /** That both coins fall alike has half a chance if one of them is fair, whatever the other is like. */
    @Test
    void a_variable_has_one_distribution_wherever_it_is_looked_at() {
        Sets sets = coins(1, 0)
                .variable(new int[] {40, 30}, new int[] {70, 60})
                .variable(filled(2, 50), filled(2, 50))
                .where(place -> true, place -> place == 0 || place == 3);
        assertThat(sets.found(ENOUGH)).isEqualTo(new Bracket(0.5, 0.5));
        // 0.5 * 0.4 + 0.5 * 0.3: all that can be said of it without trying.
        assertThat(sets.found(0).low()).isCloseTo(0.35, within(ROUNDING));
        assertThat(sets.found(0).exact()).isFalse();
    }

    @Test
    void rare_evidence_leaves_intervals_exact() {
        // Five causes of one in a hundred, most of which hold in all that is given.
        Sets sets = new Sets(List.of(2, 2, 2, 2, 2, 3), List.of(5, 0, 1, 2, 3, 4));
        for (int i = 0; i < 5; i++) {
            sets.variable(new int[] {1, 97}, new int[] {3, 99});
        }
        sets.variable(new int[] {10, 20, 30}, new int[] {40, 50, 60});
        sets.where(place -> place < 3 || place == 5 || place == 8 || place == 10, place -> place == 0 || place == 5);
        Bracket found = sets.found(ENOUGH);
        assertThat(found.exact()).isTrue();
        assertThat(found.low()).isCloseTo(sets.expected().least(), within(ROUNDING));
    }

    @Test
    void bounds_that_leave_no_choice_have_one_corner() {
        assertThat(new Simplex(new double[] {0.1, 0.2, 0.7}, new double[] {0.4, 0.5, 0.9}).corners())
                .hasSize(1)
                .first()
                .satisfies(
                        corner -> assertThat(corner).containsExactly(new double[] {0.1, 0.2, 0.7}, within(ROUNDING)));
        assertThat(new Simplex(new double[] {0, 0.1, 0}, new double[] {0.1, 0.2, 0.7}).corners())
                .hasSize(1)
                .first()
                .satisfies(
                        corner -> assertThat(corner).containsExactly(new double[] {0.1, 0.2, 0.7}, within(ROUNDING)));
    }

    @Test
    void corners_are_those_found_in_whole_hundredths() {
        for (int i = 0; i < TRIED; i++) {
            Sets sets = new Sets(List.of(2 + random.nextInt(4)), List.of(0));
            add(sets, sets.sizes.get(0));
            Simplex simplex = new Simplex(hundredths(sets.lows.get(0)), hundredths(sets.highs.get(0)));
            List<double[]> expected = sets.corners().of().get(0);
            assertThat(simplex.corners()).as(sets::toString).hasSameSizeAs(expected);
            assertThat(simplex.corners())
                    .as(sets::toString)
                    .allMatch(corner -> expected.stream().anyMatch(each -> Simplex.distance(each, corner) < ROUNDING));
        }
    }

    @Test
    void too_many_corners_are_not_tried_and_what_is_said_stays_true() {
        Simplex many = new Simplex(hundredths(filled(20, 4)), hundredths(filled(20, 6)));
        assertThat(many.corners()).isEmpty();
        Diagrams diagrams = new Diagrams(new int[] {20, 2}, new int[] {1, 0}, 1 << 20, () -> {});
        int heads = diagrams.where(1, 0);
        int set = Diagrams.NONE;
        for (int value = 0; value < 20; value++) {
            set = diagrams.or(
                    set,
                    diagrams.and(diagrams.where(0, value), value < 10 ? heads : diagrams.minus(Diagrams.ALL, heads)));
        }
        double[] half = {0.5, 0.5};
        Bracket found = ProbabilityBounds.least(
                diagrams, set, Diagrams.ALL, new Simplex[] {many, new Simplex(half, half)}, ENOUGH);
        assertThat(found.exact()).isFalse();
        assertThat(found.low()).isCloseTo(0.4, within(ROUNDING));
        assertThat(found.high()).isCloseTo(0.5, within(ROUNDING));
    }

    @Test
    void of_many_answers_without_likelihoods_each_may_be_certain() {
        assertThat(Simplex.any(30).corners()).hasSize(30);
    }
}
