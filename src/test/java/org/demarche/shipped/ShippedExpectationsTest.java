package org.demarche.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.demarche.check.Checks;
import org.demarche.check.Expectation;
import org.demarche.check.ExpectationResult;
import org.demarche.check.ExpectationRunner;
import org.demarche.source.Severity;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ShippedExpectationsTest {

    @TestFactory
    Stream<DynamicContainer> every_expectation_of_every_case_is_met() {
        return Shipped.folders().stream().map(folder -> dynamicContainer(folder.toString(), expectations(folder)));
    }

    @Test
    void every_case_has_expectations() {
        assertThat(Shipped.folders())
                .isNotEmpty()
                .allSatisfy(folder -> assertThat(Shipped.expectations(folder))
                        .as(folder.toString())
                        .isNotEmpty());
    }

    @Test
    void nothing_is_wrong_with_rules_cases_and_expectations() {
        // What is only noted is for whoever writes the files to weigh.
        assertThat(Checks.run(List.of(Shipped.RULES, Shipped.FACTS), List.of()).problems())
                .allMatch(problem -> problem.severity() == Severity.NOTE);
    }

    private static Stream<DynamicTest> expectations(Path folder) {
        ExpectationRunner runner = ExpectationRunner.of(Shipped.REASONER, Shipped.read(folder));
        List<Expectation> expectations = Shipped.expectations(folder);
        return runner.run(expectations).stream()
                .map(result -> dynamicTest(result.name() + " (" + result.at() + ")", () -> assertMet(result)));
    }

    private static void assertMet(ExpectationResult result) {
        assertThat(result.met()).as(result.toString()).isTrue();
    }
}
