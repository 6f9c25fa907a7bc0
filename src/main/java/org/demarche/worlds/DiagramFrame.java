package org.demarche.worlds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.demarche.diagrams.BestAssignment;
import org.demarche.diagrams.BudgetExceededException;
import org.demarche.diagrams.Diagrams;
import org.demarche.diagrams.Marginals;
import org.demarche.diagrams.Primes;
import org.demarche.diagrams.ProbabilityBounds;
import org.demarche.diagrams.ProbabilityBounds.Bracket;
import org.demarche.diagrams.Simplex;
import org.demarche.inference.Choice;
import org.demarche.inference.LimitReachedException;
import org.demarche.inference.Watch;

/** Sets of scenarios as decision diagrams: one level for each question, one child for each answer. Exact, however many scenarios. */
final class DiagramFrame implements Frame {

    private final ScenarioSpace space;
    private final Diagrams diagrams;
    private final Primes primes;
    private final Map<Integer, Marginals> marginals = Collections.synchronizedMap(new HashMap<>());

    /** @param order the positions of the questions in the space, the top level first */
    DiagramFrame(ScenarioSpace space, int[] order, int nodes, Watch watch) {
        this.space = space;
        int[] answers = space.questions().stream()
                .mapToInt(question -> space.answers(question).size())
                .toArray();
        this.diagrams = new Diagrams(answers, order, nodes, watch::check);
        this.primes = new Primes(diagrams, Math.max(1 << 16, nodes));
    }

    /**
     * The labels are worked out.
     *
     * @param nodes how many there may be with what is computed from them
     */
    void open(int nodes) {
        diagrams.limit(
                nodes,
                () -> new LimitReachedException("Combining labels took more than " + nodes
                        + " nodes of decision diagrams: allow more with `--max-nodes`."));
    }

    @Override
    public Label all() {
        return label(Diagrams.ALL);
    }

    @Override
    public Label none() {
        return label(Diagrams.NONE);
    }

    @Override
    public Label where(Choice choice) {
        return space.has(choice) ? label(diagrams.where(variable(choice.question()), value(choice))) : none();
    }

    ScenarioSpace space() {
        return space;
    }

    Diagrams diagrams() {
        return diagrams;
    }

    Label label(int set) {
        return new DiagramLabel(this, set);
    }

    int set(Label label) {
        DiagramLabel diagram = (DiagramLabel) label;
        if (diagram.frame() != this) {
            throw new IllegalArgumentException("labels of different evaluations cannot be combined");
        }
        return diagram.set();
    }

    int variable(String question) {
        return space.indexOf(question);
    }

    int value(Choice choice) {
        return space.answers(choice.question()).indexOf(choice.answer());
    }

    Marginals marginals(int set) {
        return marginals.computeIfAbsent(set, any -> Marginals.of(diagrams, set));
    }

    /** The minimal conditions under which every possible scenario is in the label, the shortest first. */
    ConditionList conditions(Label label, Label possible, int most) {
        try {
            return list(label, possible, most);
        } catch (BudgetExceededException | LimitReachedException tooMany) {
            return ConditionList.UNKNOWN;
        }
    }

    private ConditionList list(Label label, Label possible, int most) {
        int wanted = diagrams.or(set(label), diagrams.minus(Diagrams.ALL, set(possible)));
        Primes.Found found = primes.of(wanted, set(possible), most);
        List<Map<String, String>> listed = new ArrayList<>();
        for (List<Primes.Literal> literals : found.shortest()) {
            Map<String, String> condition = new TreeMap<>();
            literals.forEach(literal -> {
                String question = space.questions().get(literal.variable());
                condition.put(question, space.answers(question).get(literal.value()));
            });
            listed.add(Collections.unmodifiableMap(condition));
        }
        return ConditionList.of(listed, found.count());
    }

    /** The scenario of a label that costs least. */
    Optional<Cheapest> cheapest(Label label, double[][] costs) {
        return BestAssignment.in(diagrams, set(label), costs)
                .map(found -> new Cheapest(
                        space.scenario(Arrays.stream(found.values()).boxed().toList()), found.cost()));
    }

    /** A scenario and what it costs. */
    record Cheapest(Map<String, String> scenario, double cost) {}

    /** Where the least probability of a label lies, given another that contains it. */
    Bracket leastProbability(Label label, Label given, Simplex[] distributions, long work) {
        return ProbabilityBounds.least(diagrams, set(label), set(given), distributions, work);
    }

    /** The positions of the questions in the order of the space. */
    static int[] declared(ScenarioSpace space) {
        return IntStream.range(0, space.questions().size()).toArray();
    }
}
