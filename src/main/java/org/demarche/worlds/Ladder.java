package org.demarche.worlds;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
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
 * on; counting scenario by scenario over that; drawing scenarios at random. Which one answers depends on sizes and not on time, nor
 * on what is asked for first, so that it is the same on every machine.
 */
final class Ladder {

    /** Where not everything fits together, no inference alone may take more of the nodes than this part, or these few. */
    private static final int PART = 8;

    private static final int FEW_NODES = 1 << 16;

    /** How often the limit of nodes may be made in vain, for all inferences together, before the others are counted. */
    private static final long VAIN = 8;

    private final DerivationGraph graph;
    private final Collection<Question> questions;
    private final ScenarioSpace space;
    private final Map<String, Likelihood> tendencies;
    private final LikelihoodReckoner reckoner;
    private final Limits limits;
    private final Watch watch;

    /** For a graph with other statements than this ladder was made for, that ladder. */
    private final Optional<Ladder> before;

    /** What decides which scenarios are possible. */
    private final BitSet deciding;

    /** What some switch of a tendency bears on. */
    private final BitSet switchable;

    /** Inferences whose diagrams are too large: everything that stands on one of them is counted. */
    private final BitSet tooLarge = new BitSet();

    private final Map<Integer, View> views = new ConcurrentHashMap<>();
    private final Map<Integer, Switched> switched = new ConcurrentHashMap<>();

    Ladder(
            DerivationGraph graph,
            Collection<Question> questions,
            Map<String, Likelihood> tendencies,
            Limits limits,
            Watch watch) {
        this.graph = graph;
        this.questions = questions;
        this.space = ScenarioSpace.of(questions);
        this.tendencies = tendencies;
        this.reckoner = new LikelihoodReckoner(questions);
        this.limits = limits;
        this.watch = watch;
        this.before = Optional.empty();
        this.deciding = new BitSet();
        for (int node = 0; node < graph.nodes().size(); node++) {
            if (graph.fact(node).filter(Extent::decides).isPresent()) {
                deciding.or(graph.cone(node));
            }
        }
        this.switchable = switchable();
    }

    /** What bears on what is told by the derivations, which are the same. */
    private Ladder(Ladder before, DerivationGraph revised) {
        this.graph = revised;
        this.questions = before.questions;
        this.space = before.space;
        this.tendencies = before.tendencies;
        this.reckoner = before.reckoner;
        this.limits = before.limits;
        this.watch = before.watch;
        this.before = Optional.of(before);
        this.deciding = before.deciding;
        this.switchable = before.switchable;
    }

    /** The same for a graph with the same nodes and other statements. */
    Ladder stating(DerivationGraph revised) {
        return new Ladder(this, revised);
    }

    /** A view of labels of everything together that are known already. */
    View known(Extent extent) {
        return view(Method.DIAGRAMS, extent);
    }

    BitSet deciding() {
        return (BitSet) deciding.clone();
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

    /** A view of everything together; empty when that takes too many nodes, and each inference has been looked at by itself. */
    Optional<View> whole() {
        watch.doing("working out the labels of all inferences");
        BitSet all = new BitSet();
        all.set(0, graph.nodes().size());
        Optional<View> view = diagrams(Method.DIAGRAMS, all, limits.nodes());
        if (view.isEmpty()) {
            eachByItself();
        }
        return view;
    }

    /** Those that stand on little first: what does not fit, nothing that stands on it is tried. */
    private void eachByItself() {
        List<Integer> inferences = IntStream.range(0, graph.nodes().size())
                .filter(node -> graph.fact(node).isPresent()
                        && !graph.derivationsOf(node).isEmpty())
                .boxed()
                .sorted(Comparator.comparing((Integer node) -> cone(node).cardinality())
                        .thenComparing(node -> node))
                .toList();
        int left = limits.nodes();
        long vain = VAIN * limits.nodes();
        for (int node : inferences) {
            BitSet cone = cone(node);
            int budget = Math.min(left, part());
            boolean hopeless = budget < 1 || vain < 0 || cone.intersects(tooLarge);
            Optional<View> view = hopeless ? Optional.empty() : about(cone, name(node), budget);
            if (view.isPresent()) {
                left -= ((DiagramFrame) view.get().extent().labels().frame())
                        .diagrams()
                        .nodes();
                views.put(node, view.get());
            } else {
                vain -= hopeless ? 0 : VariableOrders.COUNT * (long) budget;
                tooLarge.set(node);
            }
        }
        countTogether();
    }

    private int part() {
        return Math.max(Math.min(FEW_NODES, limits.nodes()), limits.nodes() / PART);
    }

    /** One walk through scenarios counts for all that asks no more questions; one draw for all that asks too many. */
    private void countTogether() {
        Map<Integer, Set<String>> questions = new HashMap<>();
        tooLarge.stream().forEach(node -> questions.put(node, CountedView.asked(graph, cone(node))));
        List<Integer> drawn = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        questions.forEach((node, asked) -> (Blocks.few(space.only(asked::contains)) ? open : drawn).add(node));
        open.sort(
                Comparator.comparing((Integer node) -> space.only(Objects.requireNonNull(questions.get(node))::contains)
                                .size())
                        .reversed()
                        .thenComparing(node -> node));
        while (!open.isEmpty()) {
            Set<String> most = Objects.requireNonNull(questions.get(open.get(0)));
            count(open.stream()
                    .filter(node -> most.containsAll(Objects.requireNonNull(questions.get(node))))
                    .toList());
            open.removeIf(views::containsKey);
        }
        if (!drawn.isEmpty()) {
            count(drawn);
        }
    }

    private void count(List<Integer> together) {
        BitSet nodes = new BitSet();
        together.forEach(node -> nodes.or(cone(node)));
        View view = counted(nodes, together.stream().sorted().toList());
        together.forEach(node -> views.put(node, view));
    }

    /** A view of what decides which scenarios are possible. */
    View possible() {
        return views.computeIfAbsent(-1, any -> climb(deciding, "which scenarios are possible"));
    }

    /** A view of a node and all that it stands on. */
    View about(int node) {
        return views.computeIfAbsent(node, any -> climb(cone(node), name(node)));
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
                : Optional.of(views.computeIfAbsent(-2, any -> climb(nodes, "rules that may contradict themselves")));
    }

    private BitSet cone(int node) {
        BitSet cone = graph.cone(node);
        cone.or(deciding);
        return cone;
    }

    private View climb(BitSet nodes, String what) {
        return (nodes.intersects(tooLarge) ? Optional.<View>empty() : about(nodes, what, part()))
                .orElseGet(() -> counted(nodes, List.of()));
    }

    private Optional<View> about(BitSet nodes, String what, int most) {
        watch.doing("working out the labels of " + what);
        return diagrams(Method.CONES, nodes, most);
    }

    private Optional<View> diagrams(Method method, BitSet nodes, int most) {
        Program program = Program.of(graph, nodes, Switches.none());
        return Race.run(program, space, most, watch).map(extent -> view(method, extent));
    }

    private View view(Method method, Extent extent) {
        return new DiagramView(method, extent, node -> switched(node, extent), List.of(), reckoner, watch);
    }

    private View counted(BitSet nodes, List<Integer> together) {
        return CountedView.of(graph, nodes, together, space, tendencies, watch);
    }

    /** The labels with switches; the plain ones for a node on which none bears. */
    private Switched switched(int node, Extent plain) {
        if (!switchable.get(node)) {
            return new Switched(plain, Switches.none());
        }
        // All together if they fit, so that they are worked out once; else each for itself.
        Switched all = allSwitched(plain);
        return all.switches().isEmpty()
                ? switched.computeIfAbsent(node, any -> race(cone(node)).orElseThrow(() -> tooMany(node)))
                : all;
    }

    /** The labels of all that a switch bears on; the plain ones without any switch where these do not fit together. */
    private Switched allSwitched(Extent plain) {
        return switched.computeIfAbsent(
                -1,
                any -> before.flatMap(ladder -> restated(ladder.allSwitched(plain), ladder.graph))
                        .or(() -> race(allSwitchable()))
                        .orElse(new Switched(plain, Switches.none())));
    }

    /** What is known with other statements, only what depends on them evaluated again; empty where that takes too much. */
    private Optional<Switched> restated(Switched known, DerivationGraph stating) {
        if (known.switches().isEmpty()) {
            // What does not fit together does so with other statements as little.
            return Optional.of(known);
        }
        try {
            BitSet affected = graph.above(stating.statedOtherwise(graph));
            return Optional.of(new Switched(known.extent().stating(graph, affected), known.switches()));
        } catch (LimitReachedException tooMany) {
            return Optional.empty();
        }
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
        return Race.run(program, space.with(switches), limits.nodes(), watch)
                .map(extent -> new Switched(extent, switches));
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
                + " nodes of decision diagrams: allow more with `--max-nodes`.");
    }

    private String name(int node) {
        return graph.fact(node).map(fact -> "`" + fact.id() + "`").orElse("a condition");
    }
}
