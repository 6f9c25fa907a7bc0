package org.demarche.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.demarche.Written;
import org.demarche.source.Problem;
import org.demarche.source.Severity;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChecksTest {

    @TempDir
    Path folder;

    @Test
    void rules_cases_and_expectations_are_counted() {
        Checks checks = Checks.run(List.of(CheckFixture.FACTS.resolve("gaps")), List.of(CheckFixture.RULES));
        assertThat(checks).isEqualTo(new Checks(9, 1, 1, List.of(), List.of()));
        assertThat(checks.clean()).isTrue();
    }

    @Test
    void expectations_beside_rules_are_checked_against_their_case() {
        Checks checks = Checks.run(List.of(CheckFixture.RULES), List.of());
        assertThat(checks).isEqualTo(new Checks(9, 1, 1, List.of(), List.of()));
    }

    @Test
    void names_in_expectations_are_problems() {
        Checks checks = Checks.run(List.of(CheckFixture.FOLDER), List.of());
        assertThat(checks.problems())
                .filteredOn(each -> each.severity() == Severity.ERROR)
                .isNotEmpty()
                .allMatch(each -> each.at().file().endsWith("names.expect.yaml"));
        assertThat(checks.clean()).isFalse();
    }

    @Test
    void all_problems_of_all_files_are_told_at_once() {
        Written.rulesFolder(
                folder,
                Written.rule("broken", "    Intention( $a : actor, aim == \"gian\" )", "Move( $a, \"wait\", \"\" )"));
        Written.write(folder.resolve("facts/one/case.yaml"), "case: one\nfacts: [{intention: AAA gain}]\n");
        Written.write(folder.resolve("facts/one/one.expect.yaml"), "- {expected: AAA.wait}\n");
        Checks checks = Checks.run(List.of(folder), List.of());
        assertThat(checks.problems())
                .extracting(Problem::check)
                .contains("unknown-term", "unknown-actor", "unknown-key");
        assertThat(checks.cases()).isEqualTo(1);
    }

    @Test
    void what_only_shows_when_rules_meet_a_case_is_told() {
        Written.rulesFolder(
                folder, Written.rule("one", "    Intention( $a : actor )", "Move( $a, \"wait\", \"ZZZ\" )"));
        Written.write(folder.resolve("facts/one/case.yaml"), "case: one\n");
        assertThat(Checks.run(List.of(folder), List.of()).problems())
                .extracting(Problem::check)
                .containsExactly("unknown-actor");
    }

    @Test
    void a_missing_path_is_told() {
        assertThat(Checks.run(List.of(folder.resolve("nowhere")), List.of()).problems())
                .extracting(Problem::check)
                .containsExactly("missing-path");
    }
}
