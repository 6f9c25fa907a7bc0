package org.demarche.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.demarche.Written;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExpectationFileTest {

    private static final String ONE = "- {expect: AAA.strike.BBB}\n";

    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    @Test
    void beside_a_case_it_is_about_that_case_and_beside_rules_about_the_one_it_names() {
        assertThat(ExpectationFile.find(List.of(CheckFixture.FOLDER), problems))
                .extracting(ExpectationFile::caseFolder)
                .containsExactly(
                        CheckFixture.FACTS.resolve("gaps"),
                        CheckFixture.FACTS.resolve("strait"),
                        CheckFixture.FACTS.resolve("strait"),
                        CheckFixture.FACTS.resolve("strait"),
                        CheckFixture.FACTS.resolve("gaps"));
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void a_named_case_is_found_from_the_rules_alone() {
        assertThat(ExpectationFile.find(List.of(CheckFixture.RULES.resolve("loose")), problems))
                .extracting(ExpectationFile::caseFolder)
                .containsExactly(CheckFixture.FACTS.resolve("gaps"));
    }

    @Test
    void beside_no_case_it_has_to_name_one() {
        Written.write(folder.resolve("rules/x/x.expect.yaml"), ONE);
        assertThat(ExpectationFile.find(List.of(folder), problems)).isEmpty();
        assertThat(problems.list()).extracting(Problem::check).containsExactly("no-case");
    }

    @Test
    void a_case_that_is_not_there_is_told_with_one_that_is() {
        Written.write(folder.resolve("facts/strait/case.yaml"), "case: strait\n");
        Written.write(folder.resolve("rules/x/x.expect.yaml"), "case: straight\nexpectations:\n  " + ONE);
        assertThat(ExpectationFile.find(List.of(folder.resolve("rules")), problems))
                .isEmpty();
        assertThat(problems.list()).extracting(Problem::hint).containsExactly("Maybe `strait`?");
    }

    @Test
    void a_missing_path_is_told() {
        ExpectationFile.find(List.of(folder.resolve("nowhere")), problems);
        assertThat(problems.list()).extracting(Problem::check).containsExactly("missing-path");
    }
}
