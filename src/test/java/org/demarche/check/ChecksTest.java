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
        assertThat(List.of(checks.rules(), checks.cases(), checks.expectations()))
                .containsExactly(9, 1, 1);
        assertThat(checks.clean()).isTrue();
    }

    @Test
    void expectations_beside_rules_are_checked_against_their_case() {
        Checks checks = Checks.run(List.of(CheckFixture.RULES), List.of());
        assertThat(List.of(checks.rules(), checks.cases(), checks.expectations()))
                .containsExactly(9, 1, 1);
        assertThat(checks.clean()).isTrue();
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
                .filteredOn(each -> each.severity() == Severity.ERROR)
                .extracting(Problem::check)
                .containsExactly("unknown-actor");
    }

    @Test
    void a_missing_path_is_told() {
        assertThat(Checks.run(List.of(folder.resolve("nowhere")), List.of()).problems())
                .extracting(Problem::check)
                .containsExactly("missing-path");
    }

    @Test
    void what_is_doubtful_is_told_of_files_that_were_asked_about_and_of_no_others() {
        Written.rulesFolder(folder, Written.rule("one", "    Intention( $a : actor )", "Move( $a, \"wait\", \"\" )"));
        Written.caseFile(folder, "");
        Path rules = folder.resolve("rules");
        Path facts = folder.resolve("facts");
        assertThat(Checks.run(List.of(facts), List.of(rules)).problems()).isEmpty();
        assertThat(Checks.run(List.of(rules), List.of()).problems())
                .extracting(Problem::check)
                .containsExactly("missing-title");
        assertThat(Checks.run(List.of(rules, facts), List.of()).problems())
                .extracting(Problem::check)
                .contains("missing-title", "dead-rule", "unused-term");
    }

    @Test
    void what_no_case_does_is_not_told_where_a_case_cannot_be_assessed() {
        Written.rulesFolder(folder, Written.rule("one", "    Intention( $a : actor )", "Move( $a, \"wait\", \"\" )"));
        Written.caseFile(folder, "");
        Written.write(folder.resolve("facts/broken/case.yaml"), "case: broken\nfacts: [{intention: AAA gain}]\n");
        assertThat(Checks.run(List.of(folder), List.of()).problems())
                .extracting(Problem::check)
                .doesNotContain("dead-rule", "unused-term");
    }
}
