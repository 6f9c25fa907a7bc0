package org.demarche.diagrams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.diagrams.Primes.Literal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Prime implicants of random sets against all partial assignments, tried one by one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PrimesTest {

    private static final int LIMIT = 1 << 20;

    private final Random random = new Random(20260406);

    @Test
    void all_minimal_partial_assignments_that_lead_into_a_set_are_found() {
        int found = 0;
        for (int i = 0; i < 300; i++) {
            Assignments of = Assignments.random(random);
            Diagrams diagrams = of.diagrams(LIMIT);
            Set<Integer> set = of.some(random);
            Set<Integer> meeting = random.nextBoolean() ? of.some(random) : of.where(each -> true);
            Primes.Found primes =
                    new Primes(diagrams, LIMIT).of(of.set(diagrams, set), of.set(diagrams, meeting), Integer.MAX_VALUE);
            Set<Map<Integer, Integer>> expected = primes(of, set).stream()
                    .filter(partial ->
                            of.where(each -> agrees(each, partial)).stream().anyMatch(meeting::contains))
                    .collect(Collectors.toSet());
            assertThat(primes.shortest().stream().map(PrimesTest::map)).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(primes.count()).isEqualTo(expected.size());
            assertThat(primes.shortest()).isSortedAccordingTo((a, b) -> a.size() - b.size());
            found += expected.size();
        }
        assertThat(found).as("prime implicants compared").isGreaterThan(1_000);
    }

    @Test
    void of_many_the_shortest_are_listed_and_all_are_counted() {
        Diagrams diagrams = new Diagrams(new int[] {2, 2, 2, 2}, new int[] {0, 1, 2, 3}, LIMIT, () -> {});
        int pair = diagrams.and(diagrams.where(0, 1), diagrams.where(1, 1));
        int set = diagrams.or(diagrams.where(2, 1), diagrams.or(pair, diagrams.where(3, 0)));
        Primes.Found found = new Primes(diagrams, LIMIT).of(set, Diagrams.ALL, 2);
        assertThat(found.shortest()).containsExactlyInAnyOrder(List.of(new Literal(2, 1)), List.of(new Literal(3, 0)));
        assertThat(found.count()).isEqualTo(3);
    }

    @Test
    void nothing_leads_into_nothing_and_the_empty_assignment_into_everything() {
        Diagrams diagrams = new Diagrams(new int[] {3, 2}, new int[] {1, 0}, LIMIT, () -> {});
        Primes primes = new Primes(diagrams, LIMIT);
        assertThat(primes.of(Diagrams.NONE, Diagrams.ALL, 9).shortest()).isEmpty();
        assertThat(primes.of(Diagrams.ALL, Diagrams.ALL, 9).shortest()).containsExactly(List.of());
        assertThat(primes.of(Diagrams.ALL, Diagrams.NONE, 9).shortest()).isEmpty();
    }

    @Test
    void more_nodes_than_are_allowed_are_refused() {
        Diagrams diagrams = new Diagrams(new int[] {2, 2, 2, 2}, new int[] {0, 1, 2, 3}, LIMIT, () -> {});
        int odd = Diagrams.NONE;
        for (int i = 0; i < 4; i++) {
            odd = diagrams.or(diagrams.minus(odd, diagrams.where(i, 1)), diagrams.minus(diagrams.where(i, 1), odd));
        }
        int set = odd;
        assertThatThrownBy(() -> new Primes(diagrams, 5).of(set, Diagrams.ALL, 9))
                .isInstanceOf(BudgetExceededException.class);
    }

    private static Set<Map<Integer, Integer>> primes(Assignments of, Set<Integer> set) {
        Set<Map<Integer, Integer>> implicants = new HashSet<>();
        for (Map<Integer, Integer> partial : partials(of.values())) {
            if (set.containsAll(of.where(each -> agrees(each, partial)))) {
                implicants.add(partial);
            }
        }
        return implicants.stream()
                .filter(partial -> partial.keySet().stream().noneMatch(dropped -> {
                    Map<Integer, Integer> shorter = new HashMap<>(partial);
                    shorter.remove(dropped);
                    return implicants.contains(shorter);
                }))
                .collect(Collectors.toSet());
    }

    private static List<Map<Integer, Integer>> partials(int... values) {
        List<Map<Integer, Integer>> all = List.of(Map.of());
        for (int variable = 0; variable < values.length; variable++) {
            List<Map<Integer, Integer>> longer = new ArrayList<>(all);
            for (Map<Integer, Integer> before : all) {
                for (int value = 0; value < values[variable]; value++) {
                    Map<Integer, Integer> next = new HashMap<>(before);
                    next.put(variable, value);
                    longer.add(next);
                }
            }
            all = longer;
        }
        return all;
    }

    private static boolean agrees(List<Integer> assignment, Map<Integer, Integer> partial) {
        return partial.entrySet().stream()
                .allMatch(each -> assignment.get(each.getKey()).equals(each.getValue()));
    }

    private static Map<Integer, Integer> map(List<Literal> literals) {
        return literals.stream().collect(Collectors.toMap(Literal::variable, Literal::value));
    }
}
