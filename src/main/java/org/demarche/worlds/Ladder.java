package org.demarche.worlds;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.demarche.cases.Question;
import org.demarche.inference.DerivationGraph;
import org.demarche.inference.LimitReachedException;
import org.demarche.inference.Limits;
import org.demarche.inference.Method;
import org.demarche.inference.Watch;
import org.demarche.model.Likelihood;
import org.demarche.worlds.DiagramView.Switched;

/**
 * The ways to work out labels, tried one after the other: decision diagrams of everything together; of what one inference stands
 * on; counting scenario by scenario over that; drawing scenarios at random. Which one answers depends on sizes and not on time, so
 * that it is the same on every machine.
 */
final class Ladder {

    private final DerivationGraph graph;
    private final ScenarioSpace space;
    private final Map<String, Likelihood> tendencies;
    private final LikelihoodReckoner reckoner;
    private final Limits limits;
    private final Watch watch;

    /** What decides which scenarios are possible. */
    private final BitSet deciding = new BitSet();

    /** What some switch of a tendency bears on. */
    private final BitSet switchable;

    private final Map<Integer, View> cones = new ConcurrentHashMap<>();
    private final Map<Integer, Switched> switched = new ConcurrentHashMap<>();

    Ladder(
            DerivationGraph graph,
            Collection<Question> questions,
            Map<String, Likelihood> tendencies,
            Limits limits,
            Watch watch) {
        this.graph = graph;
        this.space = ScenarioSpace.of(questions);
        this.tendencies = tendencies;
        this.reckoner = new LikelihoodReckoner(questions);
        this.limits = limits;
        this.watch = watch;
        for (int node = 0; node < graph.nodes().size(); node++) {
            if (graph.fact(node).filter(Extent::decides).isPresent()) {
                deciding.or(graph.cone(node));
            }
        }
        this.switchable = switchable();
    }

    ScenarioSpace space() {
        return space;
    }

    LikelihoodReckoner reckoner() {
        return reckoner;
    }

    DerivationGraph graph() {
        return graph;
    }

    /** A view of everything together; empty when that takes too many nodes. */
    Optional<View> whole() {
        watch.doing("working out the labels of all inferences");
        BitSet all = new BitSet();
        all.set(0, graph.nodes().size());
        return diagrams(Method.DIAGRAMS, all);
    }

    /** A view of what decides which scenarios are possible. */
    View possible() {
        return cones.computeIfAbsent(-1, any -> climb(deciding, "which scenarios are possible"));
    }

    /** A view of a node and all that it stands on. */
    View about(int node) {
        return cones.computeIfAbsent(node, any -> climb(cone(node), name(node)));
    }

    /** A view of the loops through negation and all they stand on; empty when there are none. */
    Optional<View> negativeLoops() {
        BitSet nodes = new BitSet();
        BitSet all = new BitSet();
        all.set(0, graph.nodes().size());
        for (Component component : Program.of(graph, all, Switches.none()).components()) {
            if (component.throughNegation()) {
                nodes.or(cone(component.nodes()[0]));
            }
        }
        return nodes.isEmpty()
                ? Optional.empty()
                : Optional.of(cones.computeIfAbsent(-2, any -> climb(nodes, "rules that may contradict themselves")));
    }

    private BitSet cone(int node) {
        BitSet cone = graph.cone(node);
        cone.or(deciding);
        return cone;
    }

    private View climb(BitSet nodes, String what) {
        watch.doing("working out the labels of " + what);
        return diagrams(Method.CONES, nodes).orElseGet(() -> counted(nodes));
    }

    private Optional<View> diagrams(Method method, BitSet nodes) {
        Program program = Program.of(graph, nodes, Switches.none());
        return Race.run(program, space, limits, watch)
                .map(extent -> new DiagramView(method, extent, node -> switched(node, extent), List.of(), reckoner));
    }

    private View counted(BitSet nodes) {
        return CountedView.of(graph, nodes, space, tendencies, watch);
    }

    /** The labels with switches; the plain ones for a node on which none bears. */
    private Switched switched(int node, Extent plain) {
        if (!switchable.get(node)) {
            return new Switched(plain, Switches.none());
        }
        // All together if they fit, so that they are worked out once; else each for itself.
        return switched.computeIfAbsent(-1, any -> race(allSwitchable()).orElse(new Switched(plain, Switches.none())))
                        .switches()
                        .isEmpty()
                ? switched.computeIfAbsent(node, any -> race(cone(node)).orElseThrow(() -> tooMany(node)))
                : switched.getOrDefault(-1, new Switched(plain, Switches.none()));
    }

    private BitSet allSwitchable() {
        BitSet nodes = (BitSet) deciding.clone();
        switchable.stream().forEach(node -> nodes.or(graph.cone(node)));
        return nodes;
    }

    private Optional<Switched> race(BitSet nodes) {
        Switches switches = switches(nodes);
        Program program = Program.of(graph, nodes, switches);
        watch.doing("working out what tendencies change");
        return Race.run(program, space.with(switches), limits, watch).map(extent -> new Switched(extent, switches));
    }

    private Switches switches(BitSet nodes) {
        return Switches.of(
                graph,
                nodes.stream()
                        .boxed()
                        .flatMap(node -> graph.derivationsOf(node).stream())
                        .toList(),
                tendencies);
    }

    private BitSet switchable() {
        BitSet found = new BitSet();
        boolean moved = !tendencies.isEmpty();
        while (moved) {
            int before = found.cardinality();
            graph.derivations().stream()
                    .filter(each -> tendencies.containsKey(each.rule())
                                    && graph.fact(each.head()).isPresent()
                            || each.positive().stream().anyMatch(found::get)
                            || each.absences().stream().anyMatch(found::get))
                    .forEach(each -> found.set(each.head()));
            graph.accumulations().stream()
                    .filter(each -> each.elements().stream().anyMatch(element -> found.get(element.node())))
                    .forEach(each -> each.outcomes().values().forEach(found::set));
            moved = found.cardinality() > before;
        }
        return found;
    }

    private LimitReachedException tooMany(int node) {
        return new LimitReachedException("Working out how rules with a likelihood change " + name(node)
                + " took more than " + limits.nodes()
                + " nodes of decision diagrams: allow more with `--max-nodes`, or answer some of the questions.");
    }

    private String name(int node) {
        return graph.fact(node).map(fact -> "`" + fact.id() + "`").orElse("a condition");
    }
}
