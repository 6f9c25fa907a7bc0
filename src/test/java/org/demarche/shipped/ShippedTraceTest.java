package org.demarche.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.demarche.Assessment;
import org.demarche.check.Trace;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ShippedTraceTest {

    static List<Path> cases() {
        return Shipped.folders();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void every_claim_is_carried_as_its_kind_asks(Path folder) {
        Assessment assessment = Shipped.REASONER.assess(Shipped.read(folder));
        Trace trace =
                Trace.of(assessment.caseFile(), assessment.rulebase().cards().values(), Shipped.expectations(folder));
        assertThat(trace.gaps()).isEmpty();
    }

    @Test
    void there_is_a_case_with_claims_to_trace() {
        assertThat(Shipped.folders())
                .anyMatch(folder -> !Shipped.read(folder).claims().isEmpty());
    }
}
