package org.demarche.worlds;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.cases.Question;
import org.demarche.inference.Choice;
import org.demarche.inference.Derivation;
import org.demarche.inference.DerivationGraph;
import org.demarche.inference.Estimate;
import org.demarche.inference.Inference.Pivot;
import org.demarche.inference.Inference.RuleShare;
import org.demarche.inference.LikelihoodBounds;
import org.demarche.inference.LimitReachedException;
import org.demarche.inference.Limits;
import org.demarche.inference.Method;
import org.demarche.inference.Paradox;
import org.demarche.inference.ProbableScenario;
import org.demarche.inference.Status;
import org.demarche.inference.UnforeseenException;
import org.demarche.inference.Watch;
import org.demarche.model.Likelihood;

/**
 * What holds in which scenarios, relative to the possible ones. Immutable; restricting it to answers evaluates nothing again. Where
 * everything together was too much to work out, it knows only which scenarios are possible, and {@link #about} looks at one node.
 */
public final class Worlds {

    private final Ladder ladder;
    private final View view;
    private final boolean whole;
    private final List<Choice> given;

    /** The view before any question was answered. */
    private final View free;

    private Worlds(Ladder ladder, View view, boolean whole, List<Choice> given, View free) {
        this.ladder = ladder;
        this.view = view;
        this.whole = whole;
        this.given = given;
        this.free = free;
    }

    private static Worlds of(Ladder ladder, View view, boolean whole) {
        return new Worlds(ladder, view, whole, List.of(), view);
    }

    /**
     * Evaluates a graph.
     *
     * @param tendencies the rules that hold most times only, with how likely they hold
     * @throws LimitReachedException when a limit is reached
     */
    public static Worlds of(
            DerivationGraph graph,
            Collection<Question> questions,
            Map<String, Likelihood> tendencies,
            Limits limits,
            Watch watch) {
        Ladder ladder = new Ladder(graph, questions, tendencies, limits, watch);
        Optional<View> all = ladder.whole();
        return of(ladder, all.orElseGet(ladder::possible), all.isPresent());
    }

    /** The same with some questions answered. */
    public Worlds given(Collection<Choice> answers) {
        List<Choice> all = new ArrayList<>(given);
        all.addAll(answers);
        return new Worlds(ladder, view.given(answers), whole, List.copyOf(all), free);
    }

    /** The same with no question answered. */
    public Worlds free() {
        return given.isEmpty() ? this : of(ladder, free, whole);
    }

    /** The answers that were given. */
    public List<Choice> given() {
        return given;
    }

    /**
     * The same with other statements, of facts that the graph has. Where everything is known together, only what depends on them is
     * evaluated again, and labels can be combined with those from before.
     *
     * @param revised {@link DerivationGraph#stating this graph} with other statements
     * @throws UnforeseenException when that leads to something that only the rules themselves could tell
     */
    public Worlds stating(DerivationGraph revised) {
        Ladder other = ladder.stating(revised);
        if (!whole || view.method() != Method.DIAGRAMS) {
            Optional<View> all = other.whole();
            return of(other, all.orElseGet(other::possible), all.isPresent()).given(given);
        }
        BitSet affected = graph().above(graph().statedOtherwise(revised));
        return of(other, other.known(free.extent().stating(revised, affected)), true)
                .given(given);
    }

    /** Everything that decides which scenarios are possible. */
    public BitSet deciding() {
        return ladder.deciding();
    }

    /** What is known about one node and all it stands on. Labels from there cannot be combined with labels from elsewhere. */
    public Worlds about(int node) {
        return whole || view == ladder.about(node)
                ? this
                : new Worlds(ladder, ladder.about(node).given(given), true, given, ladder.about(node));
    }

    /**
     * The same, if labels of everything together are known, so that they can be combined.
     *
     * @throws LimitReachedException when they are not
     */
    public Worlds together() {
        if (!whole) {
            throw new LimitReachedException("This takes the labels of everything together, which are too large for the"
                    + " limit of nodes of decision diagrams: allow more with `--max-nodes`, or answer some questions.");
        }
        return this;
    }

    public DerivationGraph graph() {
        return ladder.graph();
    }

    public ScenarioSpace space() {
        return ladder.space();
    }

    /** How labels were worked out. */
    public Method method() {
        return view.method();
    }

    /** Whether it is known exactly which scenarios are possible, and in which of them rules contradict themselves. */
    public boolean exact() {
        return view.method().exact()
                && paradoxView().map(of -> of.method().exact()).orElse(true);
    }

    /**
     * The possible scenarios.
     *
     * @throws LimitReachedException when these are not known as a label, but were only counted
     */
    public Label possible() {
        return labels(view).possible();
    }

    /** How many scenarios are possible; estimated where the method is not exact. */
    public BigInteger count() {
        return view.count(Extent::possible);
    }

    /**
     * Where a node holds, among the possible scenarios.
     *
     * @throws LimitReachedException when that is not known as a label, but was only counted
     */
    public Label label(int node) {
        return extent(node).holds(node);
    }

    /** The possible scenarios in which a node holds, one after the other, found only as they are asked for. */
    public Stream<Map<String, String>> holding(int node) {
        return about(node).view.scenarios(extent -> extent.holds(node));
    }

    /** The possible scenarios, one after the other, found only as they are asked for. */
    public Stream<Map<String, String>> possibleScenarios() {
        return view.scenarios(Extent::possible);
    }

    /** Whether a derivation stands in some possible scenario; where labels are not known, in some of those drawn at random. */
    public boolean stands(Derivation derivation) {
        Extent extent = about(derivation.head()).view.extent();
        return !extent.labels().fires(derivation).and(extent.possible()).isEmpty();
    }

    /** In how many possible scenarios a node holds; estimated where the method is not exact. */
    public BigInteger scenarios(int node) {
        return about(node).view.tally(node).holds();
    }

    /** In how many possible scenarios a node is undefined; estimated where the method is not exact. */
    public BigInteger undecided(int node) {
        Tally tally = about(node).view.tally(node);
        return tally.mayHold().subtract(tally.holds());
    }

    /** How far what is counted about a node can be trusted; empty where it is exact. */
    public Optional<Estimate> estimate(int node) {
        return about(node).view.tally(node).estimate();
    }

    /** How the label of a node was worked out. */
    public Method method(int node) {
        return about(node).view.method();
    }

    /** Where a node is undefined, among the possible scenarios: the rules contradict themselves about it. */
    public Label undefined(int node) {
        return extent(node).undefined(node);
    }

    /** Where a node holds or is undefined, among the possible scenarios. */
    public Label mayHold(int node) {
        return extent(node).mayHold(node);
    }

    /** The minimal sets of answers under which a node holds or is undefined; none when it never does. */
    public List<Map<String, String>> whereItMayHold(int node) {
        Label may = mayHold(node);
        return may.isEmpty() ? List.of() : conditions(may).listed();
    }

    /**
     * Where a node holds when only part of what is known counts, among the scenarios that are possible with all of it.
     *
     * @param part {@link DerivationGraph#only a part} of this graph
     */
    public Label holds(int node, DerivationGraph part) {
        Extent extent = extent(node);
        Program program = Program.of(part, part.cone(node), Switches.none());
        return WellFoundedLabels.of(program, extent.labels().frame())
                .definitely(node)
                .and(extent.possible());
    }

    /** Where a derivation stands, among the possible scenarios. */
    public Label label(Derivation derivation) {
        Extent extent = extent(derivation.head());
        return extent.labels().fires(derivation).and(extent.possible());
    }

    /** Where the answer is given, among the possible scenarios. */
    public Label label(Choice choice) {
        return labels(view).labels().frame().where(choice).and(possible());
    }

    /** All scenarios, also those that are not possible. */
    public Label all() {
        return labels(view).labels().frame().all();
    }

    /** Where a node holds, also among scenarios that are not possible: what excludes others is to be seen there alone. */
    public Label anywhere(int node) {
        return extent(node).labels().definitely(node);
    }

    /** Where a derivation stands, also among scenarios that are not possible. */
    public Label anywhere(Derivation derivation) {
        return extent(derivation.head()).labels().fires(derivation);
    }

    /** Where the answer is given, also among scenarios that are not possible. */
    public Label anywhere(Choice choice) {
        return labels(view).labels().frame().where(choice);
    }

    /**
     * Where a label holds whatever the answer to a question is, among the possible scenarios: those that stay in it with every answer that
     * the question has, also with one that is ruled out or was not supposed.
     *
     * @param label among all scenarios, also those that are not possible
     */
    public Label whatever(Label label, String question) {
        Label whatever = possible();
        for (String answer : space().answers(question)) {
            whatever = whatever.minus(all().minus(label).supposing(new Choice(question, answer)));
        }
        return whatever;
    }

    /** How likely a label is, no tendency failing. */
    public LikelihoodBounds likelihood(Label label) {
        Extent extent = labels(view);
        return ladder.reckoner().of(extent, label.and(extent.possible()));
    }

    private Extent extent(int node) {
        return labels(about(node).view);
    }

    private static Extent labels(View of) {
        if (of.method() == Method.BLOCKS || of.method() == Method.SAMPLING) {
            throw BlockLabel.onlyCounted();
        }
        return of.extent();
    }

    /** In how many of the possible scenarios a node holds; excluded where no scenario is possible. */
    public Status status(int node) {
        View of = about(node).view;
        Tally tally = of.tally(node);
        if (tally.scenarios().signum() == 0) {
            return Status.EXCLUDED;
        }
        if (tally.holds().equals(tally.scenarios())) {
            return Status.ROBUST;
        }
        return tally.mayHold().signum() > 0 || of.everMayHold(node) ? Status.CONTINGENT : Status.EXCLUDED;
    }

    /** In how many possible scenarios each rule concludes the node directly, sorted by rule. */
    public List<RuleShare> rules(int node) {
        return about(node).view.tally(node).byRule().entrySet().stream()
                .map(each -> new RuleShare(each.getKey(), each.getValue()))
                .toList();
    }

    /** The rules with a likelihood whose failing could change where a node holds, sorted. */
    public List<String> tendencies(int node) {
        return about(node).view.changing(node);
    }

    /** How likely a node is. */
    public LikelihoodBounds likelihood(int node) {
        return about(node).view.likelihood(node);
    }

    /** The minimal sets of answers under which a node holds. */
    public ConditionList conditions(int node) {
        return about(node).view.conditions(extent -> extent.holds(node));
    }

    /** The minimal sets of answers under which a node does not hold. */
    public ConditionList blocking(int node) {
        return about(node).view.conditions(extent -> extent.possible().minus(extent.holds(node)));
    }

    /** The minimal sets of answers under which a node is undefined. */
    public ConditionList undecidedConditions(int node) {
        return about(node).view.conditions(extent -> extent.undefined(node));
    }

    /** The minimal sets of answers that, among the possible scenarios, lead into a label. */
    public ConditionList conditions(Label label) {
        return view.conditions(extent -> label);
    }

    /** The questions a node turns on, the most influential first. */
    public List<Pivot> pivots(int node) {
        return about(node).view.pivots(node);
    }

    /**
     * How much a question matters to a node: the largest minus the smallest share, over its possible answers, of the possible
     * scenarios with that answer in which the node holds.
     */
    public double influence(int node, String question) {
        return pivots(node).stream()
                .filter(pivot -> pivot.question().equals(question))
                .mapToDouble(Pivot::influence)
                .sum();
    }

    /** The share of the possible scenarios with an answer in which a node holds; empty when no possible scenario has it. */
    public Optional<Double> share(int node, Choice choice) {
        Tally tally = about(node).view.tally(node);
        return tally.scenarios(choice).signum() == 0
                ? Optional.empty()
                : Optional.of(tally.share(choice).value());
    }

    /**
     * The scenario in which a node holds that has the highest guaranteed probability; empty when it holds in none, no open question has
     * likelihoods, or labels are not known as diagrams.
     */
    public Optional<ProbableScenario> mostProbable(int node) {
        Worlds about = about(node);
        return about.nearest()
                .flatMap(nearest -> nearest.mostProbable(about.label(node), about.possible(), ladder.reckoner()));
    }

    /**
     * The fewest answers to change, by question, so that a node which holds in a possible scenario no longer does, or the other way
     * round; empty when no change does that, or labels are not known as diagrams.
     */
    public Optional<Map<String, String>> nearestFlip(int node, Map<String, String> scenario) {
        Worlds about = about(node);
        if (about.nearest().isEmpty()) {
            return Optional.empty();
        }
        Label holds = about.label(node);
        Label here = about.possible();
        for (Map.Entry<String, String> each : scenario.entrySet()) {
            here = here.and(about.label(new Choice(each.getKey(), each.getValue())));
        }
        Label into = here.and(holds).isEmpty() ? holds : about.possible().minus(holds);
        return about.nearest().flatMap(nearest -> nearest.changes(scenario, into));
    }

    private Optional<Nearest> nearest() {
        boolean counted = view.method() == Method.BLOCKS || view.method() == Method.SAMPLING;
        return counted
                ? Optional.empty()
                : Optional.of(new Nearest((DiagramFrame) view.extent().labels().frame()));
    }

    /** The answers to a question that some possible scenario has, in their order; all where that was only estimated. */
    public List<String> possibleAnswers(String question) {
        return possibleAnswers(question, view.byAnswer());
    }

    private List<String> possibleAnswers(String question, Map<Choice, BigInteger> counts) {
        boolean answered = given.stream().anyMatch(each -> each.question().equals(question));
        return space().answers(question).stream()
                .filter(answer -> !view.method().exact() && !answered
                        || counts.getOrDefault(new Choice(question, answer), BigInteger.ZERO)
                                        .signum()
                                > 0)
                .toList();
    }

    /** The answers on which the possible scenarios all agree, by question. */
    public Map<String, String> answered() {
        Map<String, String> answered = new LinkedHashMap<>();
        Map<Choice, BigInteger> counts = view.byAnswer();
        for (String question : space().questions()) {
            List<String> left = possibleAnswers(question, counts);
            if (left.size() == 1) {
                answered.put(question, left.get(0));
            }
        }
        return answered;
    }

    /** In how many possible scenarios something is undefined: the rules contradict themselves there. */
    public BigInteger paradoxical() {
        return paradoxView().map(of -> new Paradoxes(of).scenarios()).orElse(BigInteger.ZERO);
    }

    /** The rules that contradict themselves in some possible scenario, loop by loop. */
    public List<Paradox> paradoxes() {
        return paradoxView().map(of -> new Paradoxes(of).list()).orElse(List.of());
    }

    private Optional<View> paradoxView() {
        return whole ? Optional.of(view) : ladder.negativeLoops().map(of -> of.given(given));
    }
}
