package org.demarche.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.demarche.Assessment;
import org.demarche.Reasoner;
import org.demarche.bench.Explained.Asked;
import org.demarche.cases.CaseFile;
import org.demarche.check.Checks;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;
import org.demarche.source.Problem;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The large case is what it is said to be, and what the benchmarks ask of it is answered; how fast is for {@link RunBenchmarks} to say. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExplanationTimesTest {

    @TempDir
    Path folder;

    @Test
    void the_large_case_is_well_written_and_has_something_to_explain() {
        LargeCase.write(folder, LargeCase.FULL);
        Checks checks = Checks.run(List.of(folder), List.of());
        // Chance leaves much unused, and nothing else is doubtful.
        assertThat(checks.problems())
                .extracting(Problem::check)
                .containsOnly("dead-rule", "unread-fact", "unused-term");
        assertThat(checks.rules()).isEqualTo(300);
        Reasoner reasoner = Reasoner.load(folder.resolve("rules"));
        CaseFile caseFile =
                CaseFile.read(LargeCase.facts(folder), reasoner.rulebase().vocabulary());
        assertThat(caseFile.statements()).hasSize(1_000);
        Assessment assessment = reasoner.assess(caseFile);
        assertThat(assessment.scenarios()).isEqualTo(2 * 3 * 4 * 2 * 3 * 4);
        for (Status status : Status.values()) {
            assertThat(assessment.with(status)).as(status.word()).hasSizeGreaterThan(100);
        }
        // All layers have something to say.
        assertThat(assessment.with(Status.CONTINGENT))
                .extracting(Inference::id)
                .anyMatch(id -> id.contains(".test-1-"))
                .anyMatch(id -> id.contains("-" + LargeRules.LAYERS + "-"));
    }

    @Test
    void every_command_has_something_to_say() {
        Explained explained = Explained.large(folder, LargeCase.SMALL);
        Map<String, List<Asked>> all = explained.all();
        assertThat(all).allSatisfy((command, asked) -> assertThat(asked).isNotEmpty());
        all.forEach((command, asked) -> assertThat(asked.get(asked.size() / 2).text())
                .as(command)
                .isNotBlank()
                .doesNotContain("null"));
        assertThat(ExplanationTimes.of("run", explained.name(), all.get("run"), 1)
                        .row())
                .startsWith("| run | 100 facts, 36 rules | 1 |");
    }
}
