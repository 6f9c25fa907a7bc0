package org.demarche.worlds;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.demarche.inference.Choice;
import org.demarche.inference.DerivationGraph;
import org.demarche.inference.LikelihoodBounds;
import org.demarche.inference.Method;
import org.demarche.inference.Watch;
import org.demarche.model.Likelihood;
import org.demarche.model.Settled;
import org.jspecify.annotations.Nullable;

/**
 * What can be counted where diagrams are too large: scenario by scenario over the questions that matter, or over scenarios drawn
 * at random where even these are too many. Its labels are always those of a draw.
 */
final class CountedView implements View {

    private static final LikelihoodBounds NO_LIKELIHOOD =
            LikelihoodBounds.none("its label is too large for the limit of nodes (`--max-nodes`)");

    /** What is counted: the program with and without switches, and the nodes that are counted in one go. */
    private record Subject(Program program, Program switched, Switches switches, List<Integer> nodes) {

        /** Its questions that a node may depend on, in order. */
        List<String> questions(int node, ScenarioSpace space) {
            BitSet cone = program.graph().cone(node);
            program.nodes().stream()
                    .filter(each ->
                            program.graph().fact(each).filter(Extent::decides).isPresent())
                    .forEach(each -> cone.or(program.graph().cone(each)));
            Set<String> asked = asked(program.graph(), cone);
            return space.questions().stream().filter(asked::contains).toList();
        }
    }

    private final Subject subject;
    private final ScenarioSpace whole;

    /** The questions that matter. */
    private final ScenarioSpace space;

    private final List<Choice> answers;
    private final Watch watch;
    private final Map<Integer, Tally> tallies = new ConcurrentHashMap<>();
    private @Nullable Extent sample;

    private CountedView(Subject subject, ScenarioSpace whole, List<Choice> answers, Watch watch) {
        this.subject = subject;
        this.whole = whole;
        this.answers = answers;
        this.watch = watch;
        Set<String> asked = asked(subject.program().graph(), subject.program().nodes());
        this.space = whole.only(asked::contains);
    }

    /**
     * A view of some nodes and all they stand on.
     *
     * @param counted those of them that will be asked for, and are counted together
     */
    static CountedView of(
            DerivationGraph graph,
            BitSet nodes,
            List<Integer> counted,
            ScenarioSpace space,
            Map<String, Likelihood> tendencies,
            Watch watch) {
        Switches switches = Switches.of(
                graph,
                nodes.stream()
                        .boxed()
                        .flatMap(node -> graph.derivationsOf(node).stream())
                        .toList(),
                tendencies);
        Subject subject = new Subject(
                Program.of(graph, nodes, Switches.none()),
                Program.of(graph, nodes, switches),
                switches,
                List.copyOf(counted));
        return new CountedView(subject, space, List.of(), watch);
    }

    /** The questions whose answers state one of the nodes, or that one of them settles. */
    static Set<String> asked(DerivationGraph graph, BitSet nodes) {
        Set<String> asked = new HashSet<>();
        nodes.stream().forEach(node -> {
            graph.statedBy(node).forEach(choice -> asked.add(choice.question()));
            graph.fact(node)
                    .filter(Settled.class::isInstance)
                    .ifPresent(fact -> asked.add(((Settled) fact).question()));
        });
        return asked;
    }

    private static Map<Integer, Integer> positions(ScenarioSpace space, Collection<Choice> choices) {
        Map<Integer, Integer> positions = new HashMap<>();
        for (Choice choice : choices) {
            if (space.has(choice)) {
                positions.put(
                        space.indexOf(choice.question()),
                        space.answers(choice.question()).indexOf(choice.answer()));
            }
        }
        return positions;
    }

    @Override
    public Method method() {
        return blocks(space).all() ? Method.BLOCKS : Method.SAMPLING;
    }

    private Blocks blocks(ScenarioSpace of) {
        return new Blocks(of, positions(of, answers), watch);
    }

    @Override
    public Program program() {
        return subject.program();
    }

    @Override
    public synchronized Extent extent() {
        if (sample == null) {
            sample = Extent.of(subject.program(), whole, blocks(whole).sample());
        }
        return Objects.requireNonNull(sample);
    }

    @Override
    public View given(Collection<Choice> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Choice> all = new ArrayList<>(answers);
        all.addAll(more);
        return new CountedView(subject, whole, List.copyOf(all), watch);
    }

    @Override
    public synchronized Tally tally(int node) {
        if (!tallies.containsKey(node)) {
            tallies.putAll(count(subject.nodes().contains(node) ? subject.nodes() : List.of(node)));
        }
        return Objects.requireNonNull(tallies.get(node));
    }

    private Map<Integer, Tally> count(List<Integer> nodes) {
        return census(nodes)
                .tallies(whole, answers, blocks(whole).size(), blocks(space).all());
    }

    private Census census(List<Integer> nodes) {
        watch.doing("going through scenarios one by one");
        Map<Integer, List<String>> questions = new LinkedHashMap<>();
        nodes.forEach(node -> questions.put(node, subject.questions(node, space)));
        Census census = new Census(space, questions);
        blocks(space).frames().forEach(frame -> census.add(Extent.of(subject.program(), space, frame), frame.size()));
        return census;
    }

    @Override
    public BigInteger count(Function<Extent, Label> label) {
        watch.doing("going through scenarios one by one");
        long[] counted = new long[2];
        blocks(space).frames().forEach(frame -> {
            counted[0] += ((BlockLabel) label.apply(Extent.of(subject.program(), space, frame))).bits();
            counted[1] += frame.size();
        });
        BigInteger seen = BigInteger.valueOf(counted[1]);
        return BigInteger.valueOf(counted[0])
                .multiply(blocks(whole).size())
                .add(seen.shiftRight(1))
                .divide(seen);
    }

    @Override
    public ScenarioSpace space() {
        return whole;
    }

    @Override
    public Map<Choice, BigInteger> byAnswer() {
        return census(List.of()).byAnswer(whole, answers, blocks(whole).size());
    }

    @Override
    public Extent at(Map<String, String> scenario) {
        List<Choice> all = scenario.entrySet().stream()
                .map(each -> new Choice(each.getKey(), each.getValue()))
                .toList();
        BlockFrame frame = BlockFrame.all(whole, List.of(), positions(whole, all));
        return Extent.of(subject.program(), whole, frame);
    }

    @Override
    public Stream<Map<String, String>> scenarios(Function<Extent, Label> label) {
        Blocks blocks = blocks(whole);
        return (method().exact() ? blocks.everything() : blocks.frames())
                .flatMap(frame ->
                        label.apply(Extent.of(subject.program(), whole, frame)).scenarios());
    }

    @Override
    public boolean everMayHold(int node) {
        if (subject.switches().isEmpty()) {
            return false;
        }
        ScenarioSpace all = space.with(subject.switches());
        return blocks(all)
                .frames()
                .anyMatch(frame ->
                        !Extent.of(subject.switched(), all, frame).mayHold(node).isEmpty());
    }

    @Override
    public List<String> changing(int node) {
        ScenarioSpace all = space.with(subject.switches());
        return subject.switches().questions().stream()
                .filter(each -> changes(node, all, each))
                .map(subject.switches()::rule)
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether some scenario differs with the switch on and off, all other switches being the same. */
    private boolean changes(int node, ScenarioSpace all, String question) {
        Map<Integer, Integer> fixed = positions(all, answers);
        int position = all.indexOf(question);
        fixed.put(position, 0);
        return new Blocks(all, fixed, watch).frames().anyMatch(on -> {
            Extent with = Extent.of(subject.switched(), all, on);
            Extent without = Extent.of(subject.switched(), all, on.switched(position, 1));
            return !same(with.holds(node), without.holds(node)) || !same(with.mayHold(node), without.mayHold(node));
        });
    }

    private static boolean same(Label one, Label other) {
        return Arrays.equals(((BlockLabel) one).words(), ((BlockLabel) other).words());
    }

    @Override
    public LikelihoodBounds likelihood(int node) {
        return NO_LIKELIHOOD;
    }

    @Override
    public ConditionList conditions(Function<Extent, Label> label) {
        return ConditionList.UNKNOWN;
    }
}
