package org.demarche.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demarche.Assessment;
import org.demarche.bench.peers.PlainDrools;
import org.demarche.inference.Inference;
import org.demarche.inference.Limits;
import org.demarche.inference.Method;
import org.demarche.oracle.StableModels;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the benchmarks compare gives the same answers; how fast is for {@link RunBenchmarks} to say. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkloadTest {

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} questions of {1}, {2} rules")
    @CsvSource({"8, 2, 60, 2", "5, 4, 60, 2", "8, 2, 60, 8"})
    void the_engine_and_a_drools_session_for_each_scenario_agree(int questions, int answers, int rules, int reach) {
        Workload workload = Workload.of(questions, answers, rules, reach, 7);
        Assessment assessment = new Bench(workload, folder).assess();
        PlainDrools drools = new PlainDrools(workload.drl());
        Map<String, Integer> counts = new HashMap<>();
        int scenarios = 0;
        for (int[] scenario = new int[questions]; scenario.length > 0; scenario = next(scenario, answers)) {
            Set<String> concluded = drools.concluded(workload.facts(scenario));
            concluded.forEach(id -> counts.merge(id, 1, Integer::sum));
            scenarios++;
        }
        assertThat(assessment.scenarios()).isEqualTo(scenarios);
        assertThat(assessment.inferences()).hasSizeGreaterThan(5);
        for (Inference inference : assessment.inferences()) {
            assertThat(inference.scenarios())
                    .as(inference.id())
                    .isEqualTo(counts.getOrDefault(inference.id(), 0).intValue());
        }
    }

    private static int[] next(int[] scenario, int answers) {
        int[] next = scenario.clone();
        for (int i = next.length - 1; i >= 0; i--) {
            next[i] = (next[i] + 1) % answers;
            if (next[i] != 0) {
                return next;
            }
        }
        return new int[0];
    }

    @Test
    void the_engine_and_clingo_agree() throws Exception {
        StableModels.require();
        Workload workload = Workload.of(9, 2, 60, 2, 11);
        Assessment assessment = new Bench(workload, folder).assess();
        List<Set<String>> models = StableModels.shown(workload.asp(), folder);
        assertThat(assessment.scenarios()).isEqualTo(models.size());
        for (Inference inference : assessment.inferences()) {
            assertThat(inference.scenarios())
                    .as(inference.id())
                    .isEqualTo(models.stream()
                            .filter(model -> model.contains(Workload.atom(inference.id())))
                            .count());
        }
        ClingoRun run = ClingoRun.of(workload.asp(), folder, 20);
        assertThat(run.all()).isTrue();
        assertThat(run.models()).isEqualTo(models.size());
    }

    @Test
    void every_rung_gives_the_same_counts() {
        Bench bench = new Bench(Workload.of(14, 2, 120, 14, 13), folder);
        Assessment exact = bench.assess();
        Assessment counted = bench.assess(Limits.DEFAULT.toBuilder().nodes(50).build());
        assertThat(exact.inferences()).allMatch(each -> each.method() == Method.DIAGRAMS);
        assertThat(counted.inferences()).anyMatch(each -> each.method() == Method.BLOCKS);
        for (Inference inference : exact.inferences()) {
            Inference other = counted.find(inference.id()).orElseThrow();
            assertThat(other.scenarios()).as(inference.id()).isEqualTo(inference.scenarios());
            assertThat(other.pivots()).as(inference.id()).isEqualTo(inference.pivots());
        }
    }
}
