package org.demarche.worlds;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.demarche.inference.Choice;
import org.demarche.inference.DerivationGraph;
import org.demarche.inference.Estimate;
import org.demarche.inference.LikelihoodBounds;
import org.demarche.inference.LimitReachedException;
import org.demarche.inference.Method;
import org.demarche.inference.Watch;
import org.demarche.model.Likelihood;
import org.demarche.model.Settled;

/**
 * What can be counted where diagrams are too large: scenario by scenario over the questions that matter, or over scenarios drawn
 * at random where even these are too many. Its labels are always those of a draw.
 */
final class CountedView implements View {

    private static final LikelihoodBounds NO_LIKELIHOOD =
            LikelihoodBounds.none("its label is too large for the limit of nodes (`--max-nodes`)");

    private final Program program;
    private final Program switchedProgram;
    private final Switches switches;
    private final ScenarioSpace whole;

    /** The questions that matter. */
    private final ScenarioSpace space;

    private final List<Choice> answers;
    private final Watch watch;
    private final Extent sample;
    private final Map<Integer, Tally> tallies = new ConcurrentHashMap<>();

    private CountedView(
            Program program,
            Program switchedProgram,
            Switches switches,
            ScenarioSpace whole,
            List<Choice> answers,
            Watch watch) {
        this.program = program;
        this.switchedProgram = switchedProgram;
        this.switches = switches;
        this.whole = whole;
        this.answers = answers;
        this.watch = watch;
        Set<String> asked = asked(program);
        this.space = whole.only(asked::contains);
        this.sample = Extent.of(program, whole, new Blocks(whole, positions(whole, answers), watch).sample());
    }

    static CountedView of(
            DerivationGraph graph, BitSet nodes, ScenarioSpace space, Map<String, Likelihood> tendencies, Watch watch) {
        Switches switches = Switches.of(
                graph,
                nodes.stream()
                        .boxed()
                        .flatMap(node -> graph.derivationsOf(node).stream())
                        .toList(),
                tendencies);
        return new CountedView(
                Program.of(graph, nodes, Switches.none()),
                Program.of(graph, nodes, switches),
                switches,
                space,
                List.of(),
                watch);
    }

    private static Set<String> asked(Program program) {
        Set<String> asked = new HashSet<>();
        program.nodes().stream().forEach(node -> {
            program.graph().statedBy(node).forEach(choice -> asked.add(choice.question()));
            program.graph()
                    .fact(node)
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
        return blocks().all() ? Method.BLOCKS : Method.SAMPLING;
    }

    private Blocks blocks() {
        return new Blocks(space, positions(space, answers), watch);
    }

    @Override
    public Extent extent() {
        return sample;
    }

    @Override
    public View given(Collection<Choice> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Choice> all = new ArrayList<>(answers);
        all.addAll(more);
        return new CountedView(program, switchedProgram, switches, whole, List.copyOf(all), watch);
    }

    @Override
    public Tally tally(int node) {
        return tallies.computeIfAbsent(node, this::count);
    }

    private Tally count(int node) {
        watch.doing("going through scenarios for `"
                + program.graph().fact(node).map(Object::toString).orElse("a condition") + "`");
        Blocks blocks = blocks();
        Counter counter = new Counter(node);
        long[] seen = new long[1];
        blocks.forEach(frame -> {
            counter.add(Extent.of(program, space, frame));
            seen[0] += frame.size();
        });
        if (counter.possible() == 0 && !blocks.all()) {
            throw new LimitReachedException("None of " + seen[0] + " scenarios drawn at random is possible, so that"
                    + " nothing can be estimated: allow more with `--max-nodes`, or answer some of the questions.");
        }
        return tally(counter, blocks, BigInteger.valueOf(seen[0]));
    }

    /** Scales what was counted up to all scenarios. */
    private Tally tally(Counter counter, Blocks blocks, BigInteger seen) {
        BigInteger size = new Blocks(whole, positions(whole, answers), watch).size();
        Map<Choice, BigInteger> byAnswer = new LinkedHashMap<>();
        Map<Choice, BigInteger> holdsByAnswer = new LinkedHashMap<>();
        for (Choice choice : whole.choices()) {
            byAnswer.put(choice, count(choice, counter.byAnswer(), counter.possible(), size, seen));
            holdsByAnswer.put(choice, count(choice, counter.holdsByAnswer(), counter.holds(), size, seen));
        }
        Map<String, BigInteger> byRule = new TreeMap<>();
        counter.byRule().forEach((rule, count) -> {
            if (count > 0) {
                byRule.put(rule, scaled(count, size, seen));
            }
        });
        return new Tally(
                scaled(counter.possible(), size, seen),
                byAnswer,
                scaled(counter.holds(), size, seen),
                holdsByAnswer,
                scaled(counter.mayHold(), size, seen),
                byRule,
                blocks.all() ? Optional.empty() : Optional.of(Estimate.of(counter.holds(), counter.possible())));
    }

    /** A question that does not matter spreads evenly over its answers. */
    private BigInteger count(Choice choice, Map<Choice, Long> counted, long all, BigInteger size, BigInteger seen) {
        if (space.has(choice)) {
            return scaled(counted.getOrDefault(choice, 0L), size, seen);
        }
        Optional<Choice> answered = answers.stream()
                .filter(each -> each.question().equals(choice.question()))
                .findFirst();
        if (answered.isPresent()) {
            return answered.get().equals(choice) ? scaled(all, size, seen) : BigInteger.ZERO;
        }
        return scaled(all, size, seen)
                .divide(BigInteger.valueOf(whole.answers(choice.question()).size()));
    }

    private static BigInteger scaled(long count, BigInteger size, BigInteger seen) {
        return BigInteger.valueOf(count).multiply(size).add(seen.shiftRight(1)).divide(seen);
    }

    @Override
    public boolean everMayHold(int node) {
        if (switches.isEmpty()) {
            return false;
        }
        ScenarioSpace all = space.with(switches);
        boolean[] ever = new boolean[1];
        new Blocks(all, positions(all, answers), watch)
                .forEach(frame -> ever[0] |=
                        !Extent.of(switchedProgram, all, frame).mayHold(node).isEmpty());
        return ever[0];
    }

    @Override
    public List<String> changing(int node) {
        ScenarioSpace all = space.with(switches);
        return switches.questions().stream()
                .filter(each -> changes(node, all, each))
                .map(switches::rule)
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether some scenario differs with the switch on and off, all other switches being the same. */
    private boolean changes(int node, ScenarioSpace all, String question) {
        Map<Integer, Integer> fixed = positions(all, answers);
        int position = all.indexOf(question);
        fixed.put(position, 0);
        boolean[] changes = new boolean[1];
        new Blocks(all, fixed, watch).forEach(on -> {
            if (!changes[0]) {
                BlockFrame off = on.switched(position, 1);
                Extent with = Extent.of(switchedProgram, all, on);
                Extent without = Extent.of(switchedProgram, all, off);
                changes[0] = !same(with.holds(node), without.holds(node))
                        || !same(with.mayHold(node), without.mayHold(node));
            }
        });
        return changes[0];
    }

    private static boolean same(Label one, Label other) {
        return java.util.Arrays.equals(((BlockLabel) one).words(), ((BlockLabel) other).words());
    }

    @Override
    public LikelihoodBounds likelihood(int node) {
        return NO_LIKELIHOOD;
    }

    @Override
    public ConditionList conditions(Label label) {
        return ConditionList.UNKNOWN;
    }
}
