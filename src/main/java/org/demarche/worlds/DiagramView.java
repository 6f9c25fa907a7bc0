package org.demarche.worlds;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.inference.Choice;
import org.demarche.inference.Inference.Pivot;
import org.demarche.inference.LikelihoodBounds;
import org.demarche.inference.Method;
import org.demarche.inference.Watch;

/** Labels as decision diagrams: everything is exact. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class DiagramView implements View {

    private final Method method;

    /** The labels with every tendency holding. */
    private final Extent extent;

    /** The labels with the switches of the tendencies that bear on a node. */
    private final IntFunction<Switched> switched;

    private final Collection<Choice> answers;
    private final LikelihoodReckoner reckoner;
    private final Watch watch;
    private final Map<Integer, Tally> tallies = new ConcurrentHashMap<>();

    // Most nodes have the label of another: what is said of a label is worked out once.
    private final Map<Label, Map<Choice, BigInteger>> counts = new ConcurrentHashMap<>();
    private final Map<Label, List<Pivot>> pivots = new ConcurrentHashMap<>();
    private final Map<Label, ConditionList> conditions = new ConcurrentHashMap<>();
    private final Map<Extent, Extent> restricted = new ConcurrentHashMap<>();

    /** Labels that also tell how tendencies failing changes them. */
    record Switched(Extent extent, Switches switches) {}

    @Override
    public Method method() {
        return method;
    }

    @Override
    public Program program() {
        return extent.program();
    }

    @Override
    public Extent extent() {
        return extent;
    }

    @Override
    public ScenarioSpace space() {
        return extent.space();
    }

    @Override
    public View given(Collection<Choice> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Choice> all = new ArrayList<>(answers);
        all.addAll(more);
        return new DiagramView(method, extent.given(more), switched, List.copyOf(all), reckoner, watch);
    }

    @Override
    public Tally tally(int node) {
        return tallies.computeIfAbsent(node, any -> Tally.of(extent, node, this::byAnswer));
    }

    @Override
    public List<Pivot> pivots(int node) {
        return pivots.computeIfAbsent(extent.holds(node), any -> View.super.pivots(node));
    }

    @Override
    public boolean everMayHold(int node) {
        Switched of = switched.apply(node);
        return !of.switches().isEmpty() && !given(of).mayHold(node).isEmpty();
    }

    @Override
    public List<String> changing(int node) {
        Switched of = switched.apply(node);
        if (of.switches().isEmpty()) {
            return List.of();
        }
        BitSet support = support(given(of).holds(node));
        support.or(support(given(of).mayHold(node)));
        List<String> questions = of.extent().space().questions();
        return support.stream()
                .mapToObj(index -> of.switches().rule(questions.get(index)))
                .filter(rule -> !rule.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    private static BitSet support(Label label) {
        return ((DiagramLabel) label).support();
    }

    @Override
    public LikelihoodBounds likelihood(int node) {
        watch.doing("working out how likely inferences are");
        Switched of = switched.apply(node);
        return reckoner.of(of.switches().isEmpty() ? extent : given(of), node, of.switches());
    }

    @Override
    public ConditionList conditions(Function<Extent, Label> label) {
        watch.doing("working out the conditions of inferences");
        return conditions.computeIfAbsent(
                label.apply(extent),
                any -> ((DiagramFrame) extent.labels().frame()).conditions(any, extent.possible(), ConditionList.MOST));
    }

    @Override
    public BigInteger count(Function<Extent, Label> label) {
        return label.apply(extent).count();
    }

    @Override
    public Map<Choice, BigInteger> byAnswer() {
        return byAnswer(extent.possible());
    }

    private Map<Choice, BigInteger> byAnswer(Label label) {
        return counts.computeIfAbsent(label, any -> Tally.byAnswer(extent.space(), label));
    }

    @Override
    public Extent at(Map<String, String> scenario) {
        return extent;
    }

    @Override
    public Stream<Map<String, String>> scenarios(Function<Extent, Label> label) {
        return label.apply(extent).scenarios();
    }

    private Extent given(Switched of) {
        return restricted.computeIfAbsent(of.extent(), any -> of.extent().given(answers));
    }
}
