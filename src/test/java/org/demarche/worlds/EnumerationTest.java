package org.demarche.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.demarche.Assessment;
import org.demarche.Reasoner;
import org.demarche.cases.CaseFile;
import org.demarche.inference.DerivationGraph;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The labels of the shipped cases against the well-founded model of the same graph, worked out scenario by scenario. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EnumerationTest {

    private static final Reasoner REASONER = Reasoner.load(Path.of("rules"));

    @ParameterizedTest
    @ValueSource(strings = {"kestrel-strait", "kim-beijing-2018", "taiwan-strait-1958"})
    void each_node_holds_where_its_label_says(String name) {
        Assessment assessment = REASONER.assess(CaseFile.read(Path.of("facts", name)));
        Worlds worlds = assessment.worlds();
        DerivationGraph graph = worlds.graph();
        WellFounded oracle = new WellFounded(graph, any -> true);
        List<Map<String, String>> scenarios = worlds.possible().scenarios(Integer.MAX_VALUE);
        assertThat(scenarios).hasSize(assessment.scenarios().intValueExact()).doesNotHaveDuplicates();
        for (Map<String, String> scenario : scenarios) {
            WellFounded.Model model = oracle.model(stated(graph, scenario));
            for (int node = 0; node < graph.nodes().size(); node++) {
                Label where = where(worlds, scenario);
                assertThat(!worlds.label(node).and(where).isEmpty())
                        .as("%s in %s", graph.nodes().get(node).key(), scenario)
                        .isEqualTo(model.definite().get(node));
                assertThat(!worlds.undefined(node).and(where).isEmpty())
                        .as("%s undefined in %s", graph.nodes().get(node).key(), scenario)
                        .isEqualTo(
                                model.possible().get(node) && !model.definite().get(node));
            }
        }
    }

    private static Label where(Worlds worlds, Map<String, String> scenario) {
        Label where = worlds.possible();
        for (Map.Entry<String, String> each : scenario.entrySet()) {
            where = where.and(worlds.label(new org.demarche.inference.Choice(each.getKey(), each.getValue())));
        }
        return where;
    }

    private static BitSet stated(DerivationGraph graph, Map<String, String> scenario) {
        BitSet stated = new BitSet();
        for (int node = 0; node < graph.nodes().size(); node++) {
            stated.set(
                    node,
                    graph.statedOutright(node)
                            || graph.statedBy(node).stream()
                                    .anyMatch(choice -> choice.answer().equals(scenario.get(choice.question()))));
        }
        return stated;
    }
}
