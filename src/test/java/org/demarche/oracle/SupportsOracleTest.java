package org.demarche.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.demarche.Assessment;
import org.demarche.Reasoner;
import org.demarche.cases.CaseFile;
import org.demarche.explain.why.ConditionProperties;
import org.demarche.explain.why.SupportProperties;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every support is enough, needs all it has, and all of them together are where the inference holds. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SupportsOracleTest {

    private static final int ENOUGH = 1000;

    @ParameterizedTest
    @ValueSource(strings = {"kestrel-strait", "kim-beijing-2018", "taiwan-strait-1958"})
    void in_all_shipped_cases(String name) {
        Reasoner reasoner = Reasoner.load(Path.of("rules"));
        CaseFile caseFile =
                CaseFile.read(Path.of("facts", name), reasoner.rulebase().vocabulary());
        Assessment assessment = reasoner.assess(caseFile);
        assertThat(SupportProperties.check(assessment, name)).isPositive();
        assertThat(ConditionProperties.check(assessment)).isPositive();
    }

    @Test
    void in_random_programs(TestReporter reporter) {
        List<Assessed> all = Programs.SHARED.all();
        int checked = all.stream()
                .mapToInt(each -> SupportProperties.check(each.assessment(), each.program()))
                .sum();
        int uses = all.stream()
                .mapToInt(each -> ConditionProperties.check(each.assessment()))
                .sum();
        assertThat(uses).isGreaterThan(ENOUGH);
        reporter.publishEntry("supports", String.valueOf(checked));
        assertThat(checked).isGreaterThan(ENOUGH);
    }
}
