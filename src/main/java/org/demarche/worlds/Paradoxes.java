package org.demarche.worlds;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.inference.Choice;
import org.demarche.inference.Paradox;
import org.demarche.worlds.Program.Clause;

/**
 * Finds which rules contradict themselves. What is undefined is so because of a component with a loop through negation, all of whose
 * inputs are defined there; everything else that is undefined only inherits it.
 */
final class Paradoxes {

    private final View view;
    private final Program program;

    Paradoxes(View view) {
        this.view = view;
        this.program = view.program();
    }

    /** In how many possible scenarios something is undefined. */
    BigInteger scenarios() {
        return view.count(each -> {
            Label all = each.labels().frame().none();
            for (Component component : each.program().components()) {
                if (component.throughNegation()) {
                    all = all.or(caused(each, component));
                }
            }
            return all;
        });
    }

    /** One for each component that is the cause of something undefined, in the order of their first nodes. */
    List<Paradox> list() {
        return program.components().stream()
                .filter(Component::throughNegation)
                .sorted(Comparator.comparing(component -> component.nodes()[0]))
                .flatMap(component -> paradox(component).stream())
                .toList();
    }

    private Optional<Paradox> paradox(Component component) {
        return view.scenarios(each -> caused(each, component))
                .findFirst()
                .map(scenario -> new Paradox(
                        view.count(each -> caused(each, component)),
                        view.conditions(each -> caused(each, component)).listed(),
                        loop(component, view.at(scenario), scenario)));
    }

    /** Where something of the component is undefined, and nothing it depends on outside of it is. */
    private static Label caused(Extent extent, Component component) {
        Program program = extent.program();
        Label caused = extent.labels().frame().none();
        for (int node : component.nodes()) {
            caused = caused.or(extent.undefined(node));
        }
        for (int node : component.nodes()) {
            for (int needed : program.needs(node)) {
                if (!program.together(needed, node)) {
                    caused = caused.minus(extent.undefined(needed));
                }
            }
        }
        return caused;
    }

    private List<Paradox.Step> loop(Component component, Extent extent, Map<String, String> in) {
        Label scenario = extent.possible();
        for (Map.Entry<String, String> each : in.entrySet()) {
            scenario = scenario.and(extent.labels().frame().where(new Choice(each.getKey(), each.getValue())));
        }
        return loop(component, extent, scenario);
    }

    private List<Paradox.Step> loop(Component component, Extent extent, Label scenario) {
        BitSet undecided = new BitSet();
        Arrays.stream(component.nodes())
                .filter(node -> !extent.undefined(node).and(scenario).isEmpty())
                .forEach(undecided::set);
        List<Edge> edges = new ArrayList<>();
        undecided.stream()
                .forEach(node -> program.clausesOf(node).stream()
                        .filter(clause -> open(clause, extent, scenario))
                        .forEach(clause -> addEdges(clause, undecided, edges)));
        undecided.stream()
                .forEach(outcome -> Arrays.stream(program.accumulated(outcome))
                        .filter(undecided::get)
                        .forEach(element -> edges.add(new Edge(outcome, element, rule(outcome), true))));
        return new Loop(program.graph(), edges).shortest();
    }

    private String rule(int outcome) {
        return program.accumulationOf(outcome).orElseThrow().rule();
    }

    /** Whether nothing that the clause needs is settled against it. */
    private static boolean open(Clause clause, Extent extent, Label scenario) {
        return Arrays.stream(clause.positive())
                        .noneMatch(node -> extent.mayHold(node).and(scenario).isEmpty())
                && Arrays.stream(clause.negative())
                        .allMatch(node -> extent.holds(node).and(scenario).isEmpty());
    }

    private static void addEdges(Clause clause, BitSet among, List<Edge> edges) {
        for (int node : clause.positive()) {
            if (among.get(node)) {
                edges.add(new Edge(clause.head(), node, clause.rule(), false));
            }
        }
        for (int node : clause.negative()) {
            if (among.get(node)) {
                edges.add(new Edge(clause.head(), node, clause.rule(), true));
            }
        }
    }

    /** That one node hangs on another, or on its absence, by a rule. */
    record Edge(int from, int to, String rule, boolean negative) {}
}
