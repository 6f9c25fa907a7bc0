package org.demarche.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.demarche.inference.Status;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExpectationReaderTest {

    private final Problems problems = new Problems();

    @TempDir
    Path folder;

    @Test
    void the_expectations_of_the_manual_are_read() throws IOException {
        List<Expectation> read = read("""
                - {expect: PRK.weaken-enforcement.CHN, status: robust, given: {prk-aim: sanctions-relief}, by: enforcement-first, claim: C3c}
                - {expect-not: traveller.unconfirmed, as-of: 2018-03-28}
                - {expect: PRK.end-estrangement.CHN, status: contingent, without: enforcement-first, claim: C3a}
                - {expect: PRK.settlement-in-reach.USA, turns-on: [deterrent, sanctions-bite], not-on: [estrangement], claim: C2g}
                """);

        assertThat(problems.list()).isEmpty();
        assertThat(read).extracting(Expectation::expected).containsExactly(true, false, true, true);
        assertThat(read.get(0).status()).contains(Status.ROBUST);
        assertThat(read.get(0).given()).isEqualTo(Map.of("prk-aim", "sanctions-relief"));
        assertThat(read.get(0).by()).contains("enforcement-first");
        assertThat(read.get(0).at().line()).isEqualTo(1);
        assertThat(read.get(1).id()).isEqualTo("traveller.unconfirmed");
        assertThat(read.get(1).asOf()).contains(LocalDate.of(2018, 3, 28));
        assertThat(read.get(2).without()).containsExactly("enforcement-first");
        assertThat(read.get(3).turnsOn()).containsExactly("deterrent", "sanctions-bite");
        assertThat(read.get(3).notOn()).containsExactly("estrangement");
        assertThat(read.get(3).claims()).containsExactly("C2g");
    }

    @Test
    void beside_rules_a_file_names_its_case() throws IOException {
        List<Expectation> read = read(
                "{case: kestrel-strait, expectations: [{expect: VAR.quarantine.KES, scenarios: 2, claim: \"C1, C2\"}]}");

        assertThat(problems.list()).isEmpty();
        assertThat(read).singleElement().satisfies(expectation -> {
            assertThat(expectation.caseId()).contains("kestrel-strait");
            assertThat(expectation.scenarios()).contains(2);
            assertThat(expectation.claims()).containsExactly("C1", "C2");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "- {expct: a.b}                      | missing-key, unknown-key",
                "- {expect: a.b, expect-not: a.c}    | missing-key",
                "- {expect: a.b, status: robst}      | unknown-word",
                "- {expect: a.b, scenarios: many}    | bad-number",
                "- {expect: a.b, as-of: soon}        | bad-date",
                "- {expect-not: a.b, status: robust} | misplaced-key",
                "- {expect: a.b, given: {q: [a, b]}} | wrong-shape",
                "- {expect: }                        | null-key",
                "{expectations: []}                  | missing-key",
                "word                                | wrong-shape"
            })
    void what_is_wrong_is_told(String text, String checks) throws IOException {
        read(text);

        assertThat(problems.list()).extracting(Problem::check).containsExactly(checks.split(", "));
    }

    private List<Expectation> read(String text) throws IOException {
        return ExpectationReader.read(Files.writeString(folder.resolve("a.expect.yaml"), text), problems);
    }
}
