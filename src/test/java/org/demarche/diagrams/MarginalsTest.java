package org.demarche.diagrams;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** How many assignments have each value, against counting them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MarginalsTest {

    private final Random random = new Random(20260407);

    @Test
    void every_value_of_every_variable_is_counted() {
        for (int i = 0; i < 400; i++) {
            Assignments of = Assignments.random(random);
            Diagrams diagrams = of.diagrams(1 << 20);
            Set<Integer> set = of.some(random);
            Marginals marginals = Marginals.of(diagrams, of.set(diagrams, set));
            assertThat(marginals.total()).isEqualTo(set.size());
            for (int variable = 0; variable < of.values().length; variable++) {
                for (int value = 0; value < of.values()[variable]; value++) {
                    int which = variable;
                    int wanted = value;
                    assertThat(marginals.count(variable, value))
                            .isEqualTo(set.stream()
                                    .filter(each -> of.all().get(each).get(which) == wanted)
                                    .count());
                }
            }
        }
    }

    @Test
    void counts_are_exact_at_any_size() {
        int[] values = IntStream.generate(() -> 2).limit(100).toArray();
        Diagrams diagrams = new Diagrams(values, IntStream.range(0, 100).toArray(), 1 << 20, () -> {});
        int either = diagrams.or(diagrams.where(10, 1), diagrams.where(80, 1));
        Marginals marginals = Marginals.of(diagrams, either);
        assertThat(marginals.total()).isEqualTo(BigInteger.TWO.pow(98).multiply(BigInteger.valueOf(3)));
        assertThat(marginals.count(10, 1)).isEqualTo(BigInteger.TWO.pow(99));
        assertThat(marginals.count(10, 0)).isEqualTo(BigInteger.TWO.pow(98));
        assertThat(marginals.count(50, 0)).isEqualTo(BigInteger.TWO.pow(97).multiply(BigInteger.valueOf(3)));
    }
}
