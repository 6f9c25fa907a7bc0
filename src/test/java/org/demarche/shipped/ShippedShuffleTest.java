package org.demarche.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.demarche.Reasoner;
import org.demarche.cases.CaseFile;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing depends on the order in which rules and facts are written down. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ShippedShuffleTest {

    private static final int SHUFFLES = 20;
    private static final Map<String, String> AS_SHIPPED = new ConcurrentHashMap<>();

    static IntStream seeds() {
        return IntStream.range(0, SHUFFLES);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_same_comes_out_of_rules_and_facts_in_any_order(int seed, @TempDir Path copy) {
        Random random = new Random(seed);
        RuleTexts.read(Shipped.RULES).shuffled(random).write(copy.resolve("rules"));
        Reasoner shuffled = Reasoner.load(copy.resolve("rules"));
        assertThat(shuffled.rulebase().cards().keySet())
                .isEqualTo(Shipped.REASONER.rulebase().cards().keySet());
        for (Path folder : Shipped.folders()) {
            Path there = copy.resolve(folder);
            ShuffledCase.write(folder, there, random);
            CaseFile caseFile = CaseFile.read(there, shuffled.rulebase().vocabulary());
            for (Optional<LocalDate> day : days(folder, seed)) {
                assertThat(Shipped.json(shuffled.assess(on(caseFile, day))))
                        .as(folder + " " + day.map(LocalDate::toString).orElse(""))
                        .isEqualTo(asShipped(folder, day));
            }
        }
    }

    /** The case's own day, and one of those that its expectations look at. */
    private static List<Optional<LocalDate>> days(Path folder, int seed) {
        TreeSet<LocalDate> days = new TreeSet<>();
        Shipped.expectations(folder).forEach(each -> each.asOf().ifPresent(days::add));
        return days.isEmpty()
                ? List.of(Optional.empty())
                : List.of(Optional.empty(), Optional.of(List.copyOf(days).get(seed % days.size())));
    }

    private static String asShipped(Path folder, Optional<LocalDate> day) {
        return AS_SHIPPED.computeIfAbsent(
                folder + " " + day, any -> Shipped.json(Shipped.REASONER.assess(on(Shipped.read(folder), day))));
    }

    private static CaseFile on(CaseFile caseFile, Optional<LocalDate> day) {
        return day.map(caseFile::asOf).orElse(caseFile);
    }
}
