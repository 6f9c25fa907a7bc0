package org.demarche.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.demarche.Reasoner;
import org.demarche.cases.CaseFile;
import org.demarche.check.Acceptance;
import org.demarche.check.ExpectationFile;
import org.demarche.check.ExpectationRunner;
import org.demarche.coverage.Coverage;
import org.demarche.coverage.CoverageCount;
import org.demarche.mutants.MutantResult;
import org.demarche.mutants.MutantResult.Fate;
import org.demarche.mutants.MutantTest;
import org.demarche.mutants.StaleReasons;
import org.demarche.mutants.Subject;
import org.demarche.source.Problems;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The expectations of the cases that are shipped see every rule at work, and notice what changes in them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExpectationsSufficeTest {

    private static final double CONDITIONS = 95;

    private final Reasoner reasoner = Reasoner.load(Path.of("rules"));
    private final List<ExpectationFile> files = ExpectationFile.find(List.of(Path.of("facts")), new Problems());

    @Test
    void every_rule_concludes_something_and_nearly_every_condition_decides_somewhere() {
        CoverageCount count = new CoverageCount();
        for (ExpectationFile file : files) {
            CaseFile caseFile = CaseFile.read(file.caseFolder());
            count.add(ExpectationRunner.of(reasoner, caseFile), file.expectations());
        }
        Coverage coverage = count.coverage();
        assertThat(coverage.rules()).hasSize(reasoner.rulebase().cards().size());
        assertThat(coverage.concluded()).isEqualTo(coverage.rules().size());
        assertThat(coverage.conditionPercent()).isGreaterThanOrEqualTo(CONDITIONS);
    }

    @Test
    void no_changed_rule_goes_unnoticed_without_a_reason() {
        List<Subject> subjects = files.stream()
                .map(file -> new Subject(CaseFile.read(file.caseFolder()), file.file(), file.expectations()))
                .toList();
        List<Acceptance> reasons = new ArrayList<>();
        files.forEach(file -> reasons.addAll(file.acceptances()));
        List<MutantResult> results = MutantTest.run(reasoner, subjects, reasons, doing -> {});
        assertThat(results).hasSizeGreaterThan(500);
        assertThat(results)
                .filteredOn(each -> each.fate() == Fate.SURVIVED)
                .extracting(each -> each.mutant().rule() + " " + each.mutant().what())
                .isEmpty();
        assertThat(StaleReasons.among(reasons, results)).isEmpty();
    }
}
