package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.Written.rule;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.demarche.cases.CaseFile;
import org.demarche.inference.Inference;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an {@code accumulate} comes to in each scenario, against answers worked out by hand. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AccumulateTest {

    /** AAA is ready outright, BBB and CCC each where a question of their own is answered so. */
    private static final String READY = """
            facts: [{condition: AAA ready}]
            questions:
              bbb: {ask: "Is Bland ready?", answers: {yes: {facts: [{condition: BBB ready}]}, no: }}
              ccc: {ask: "Is Cland ready?", answers: {yes: {facts: [{condition: CCC ready}]}, no: }}
            """;

    @TempDir
    Path folder;

    @Test
    void matches_are_counted_in_each_scenario() {
        Assessment assessment =
                assess(counted("$n == 1", "a") + counted("$n >= 2", "b") + counted("$n == 3", "c"), READY);
        assertThat(where(assessment, "AAA.a")).containsExactly(Map.of("bbb", "no", "ccc", "no"));
        assertThat(where(assessment, "AAA.b")).containsExactly(Map.of("bbb", "yes"), Map.of("ccc", "yes"));
        assertThat(where(assessment, "AAA.c")).containsExactly(Map.of("bbb", "yes", "ccc", "yes"));
    }

    private static String counted(String test, String finding) {
        return rule(
                "r-" + finding,
                "    accumulate( Condition( state == \"ready\" ); $n : count(1); " + test + " )",
                "Judgement( \"AAA\", \"" + finding + "\" )");
    }

    private List<Map<String, String>> where(Assessment assessment, String id) {
        return assessment.find(id).map(Inference::conditions).orElse(List.of());
    }

    private Assessment assess(String rules, String yaml) {
        CaseFile caseFile = Written.caseFile(folder, yaml);
        return Written.rules(folder, rules).assess(caseFile);
    }
}
