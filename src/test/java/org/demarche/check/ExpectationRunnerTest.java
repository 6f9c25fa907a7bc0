package org.demarche.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.demarche.cases.CaseFile;
import org.demarche.source.LoadException;
import org.demarche.source.Problem;
import org.demarche.source.Severity;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What an analyst is told about expectations; {@code -Dgolden.update=true} renews the texts. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExpectationRunnerTest {

    private static final CaseFile STRAIT = CheckFixture.caseFile("strait");
    private static final ExpectationRunner RUNNER = ExpectationRunner.of(CheckFixture.REASONER, STRAIT);

    @Test
    void what_comes_out_as_expected_is_met() {
        assertThat(RUNNER.run(CheckFixture.expectations("facts/strait/met.expect.yaml")))
                .allSatisfy(result ->
                        assertThat(result.failures()).as(result.toString()).isEmpty());
    }

    @Test
    void each_kind_of_failure_says_what_came_instead_and_why() throws IOException {
        List<ExpectationResult> results = RUNNER.run(CheckFixture.expectations("facts/strait/unmet.expect.yaml"));
        assertThat(results).noneMatch(ExpectationResult::met);
        assertGolden(
                "unmet.txt", results.stream().map(ExpectationRunnerTest::lines).collect(Collectors.joining("\n")));
    }

    @Test
    void names_that_nobody_knows_are_told_with_what_may_be_meant() throws IOException {
        List<Problem> problems = RUNNER.check(CheckFixture.expectations("facts/strait/names.expect.yaml"));
        assertGolden("names.txt", problems.stream().map(Problem::toString).collect(Collectors.joining("\n")) + "\n");
    }

    @Test
    void nothing_is_run_with_names_that_nobody_knows() {
        List<Expectation> expectations = CheckFixture.expectations("facts/strait/names.expect.yaml");
        assertThatThrownBy(() -> RUNNER.run(expectations)).isInstanceOf(LoadException.class);
    }

    @Test
    void a_name_reads_as_a_sentence() {
        assertThat(RUNNER.run(CheckFixture.expectations("facts/strait/met.expect.yaml")))
                .extracting(ExpectationResult::name)
                .startsWith(
                        "VAR.quarantine.KES holds in some scenario",
                        "VAR.quarantine.KES is contingent in 3 scenarios by quarantine, turning on escort, not turning on harvest or"
                                + " treaty",
                        "VAR.quarantine.KES is robust given that Halcyon stays away (escort = no)",
                        "VAR.quarantine.KES is excluded given that Halcyon escorts the ships (escort = yes)",
                        "VAR.quarantine.KES holds in no scenario given that Halcyon escorts the ships (escort = yes)",
                        "VAR.quarantine.KES is robust without escort-covers");
    }

    @Test
    void leaving_a_rule_out_makes_the_expectations_that_rest_on_it_fail() {
        List<Expectation> expectations = CheckFixture.expectations("facts/strait/met.expect.yaml");
        assertThat(RUNNER.without("hunger-presses").run(expectations).stream().filter(each -> !each.met()))
                .extracting(result -> result.expectation().id())
                .contains("KES.pressed", "KES.unsettled")
                .doesNotContain("VAR.quarantine.KES");
    }

    @Test
    void an_expectation_that_cannot_fail_is_a_warning_and_no_error() {
        List<Expectation> expectations = CheckFixture.expectations("facts/strait/names.expect.yaml").stream()
                .filter(expectation -> expectation.id().equals("VAR.blockade.KES"))
                .toList();
        assertThat(RUNNER.check(expectations)).extracting(Problem::severity).containsExactly(Severity.WARNING);
        assertThat(RUNNER.run(expectations)).allMatch(ExpectationResult::met);
    }

    private static String lines(ExpectationResult result) {
        return result.name() + "\n"
                + result.failures().stream().map(each -> "    " + each + "\n").collect(Collectors.joining());
    }

    private static void assertGolden(String name, String text) throws IOException {
        Path expected = CheckFixture.FOLDER.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, text);
        }
        assertThat(text).isEqualTo(Files.readString(expected));
    }
}
