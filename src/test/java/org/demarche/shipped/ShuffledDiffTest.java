package org.demarche.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.demarche.Assessment;
import org.demarche.Reasoner;
import org.demarche.cases.CaseFile;
import org.demarche.inference.Inference;
import org.demarche.report.Page;
import org.demarche.report.Report;
import org.demarche.report.Reports;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What two assessments differ on, and where two inferences part, does not depend on the order of rules and facts. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ShuffledDiffTest {

    private static final Page PAGE = new Page(100, false, true);
    private static final Path BEIJING = Path.of("facts/kim-beijing-2018");
    private static final Path TAIWAN = Path.of("facts/taiwan-strait-1958");
    private static final String AS_SHIPPED = text(Shipped.REASONER, Shipped.read(BEIJING), Shipped.read(TAIWAN));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void the_same_differs_in_any_order(int seed, @TempDir Path copy) {
        Random random = new Random(seed);
        RuleTexts.read(Shipped.RULES).shuffled(random).write(copy.resolve("rules"));
        Reasoner shuffled = Reasoner.load(copy.resolve("rules"));
        assertThat(text(shuffled, read(BEIJING, copy, random, shuffled), read(TAIWAN, copy, random, shuffled)))
                .isEqualTo(AS_SHIPPED);
    }

    private static CaseFile read(Path folder, Path copy, Random random, Reasoner reasoner) {
        ShuffledCase.write(folder, copy.resolve(folder), random);
        return CaseFile.read(copy.resolve(folder), reasoner.rulebase().vocabulary());
    }

    private static String text(Reasoner reasoner, CaseFile beijing, CaseFile taiwan) {
        Assessment visit = reasoner.assess(beijing);
        Assessment before = visit.asOf(LocalDate.of(2018, 3, 25));
        Assessment strait = reasoner.assess(taiwan);
        StringBuilder text = new StringBuilder();
        Stream.of(
                        Reports.diff(before, visit, List.of()),
                        Reports.diff(visit, before, List.of()),
                        Reports.diff(visit, visit.given("estrangement", "cover"), List.of()),
                        Reports.diff(visit, strait, List.of()))
                .map(report -> report.text(PAGE))
                .forEach(text::append);
        for (Inference one : held(visit)) {
            held(visit).stream()
                    .filter(other -> !other.equals(one))
                    .map(other -> contrast(visit, one, other).text(new Page(100, false, false)))
                    .forEach(text::append);
        }
        return text.toString();
    }

    private static List<Inference> held(Assessment assessment) {
        return assessment.moves().stream()
                .filter(move -> move.scenarios().signum() > 0)
                .toList();
    }

    private static Report contrast(Assessment assessment, Inference one, Inference other) {
        return Reports.contrast(assessment, assessment.ratherThan(one, other.fact()));
    }
}
