package org.demarche.worlds;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.demarche.inference.Accumulation;
import org.demarche.inference.Choice;
import org.demarche.worlds.Program.Clause;
import org.jspecify.annotations.Nullable;

/**
 * The well-founded model of a program in all scenarios at once, component by component, with sets of scenarios in place of
 * truth values: the alternating fixpoint (Van Gelder, "The alternating fixpoint of logic programs with negation", JCSS 47(1),
 * 1993), in which what holds definitely and what holds possibly bound each other from below and above until neither moves. Each
 * least fixpoint starts from nothing, so that what only supports itself does not hold.
 */
final class WellFoundedLabels implements Labels {

    private final Program program;
    private final Frame frame;
    private final @Nullable Label[] definite;
    private final @Nullable Label[] possible;
    private final Map<Accumulation, Accumulated> accumulated = new IdentityHashMap<>();

    private WellFoundedLabels(Program program, Frame frame) {
        this.program = program;
        this.frame = frame;
        this.definite = new Label[program.graph().nodes().size()];
        this.possible = new Label[program.graph().nodes().size()];
    }

    static WellFoundedLabels of(Program program, Frame frame) {
        WellFoundedLabels labels = new WellFoundedLabels(program, frame);
        program.components().forEach(labels::evaluate);
        return labels;
    }

    @Override
    public Frame frame() {
        return frame;
    }

    @Override
    public Label definitely(int node) {
        return Objects.requireNonNull(definite[node]);
    }

    @Override
    public Label possibly(int node) {
        return Objects.requireNonNull(possible[node]);
    }

    private void evaluate(Component component) {
        if (!component.loops()) {
            evaluate(component.nodes()[0]);
        } else if (component.throughNegation()) {
            alternate(component);
        } else {
            least(component, false);
            least(component, true);
        }
    }

    private void evaluate(int node) {
        if (program.accumulationOf(node).isPresent()) {
            accumulate(node);
            return;
        }
        definite[node] = bodies(node, false);
        boolean settled = program.clausesOf(node).stream().allMatch(this::settled);
        possible[node] = settled ? definite[node] : bodies(node, true);
    }

    private Label bodies(int node, boolean upper) {
        Label holds = stated(node);
        for (Clause clause : program.clausesOf(node)) {
            holds = holds.or(body(clause, upper));
        }
        return holds;
    }

    private boolean settled(Clause clause) {
        for (int premise : clause.positive()) {
            if (!definitely(premise).equals(possibly(premise))) {
                return false;
            }
        }
        for (int absence : clause.negative()) {
            if (!definitely(absence).equals(possibly(absence))) {
                return false;
            }
        }
        return true;
    }

    private void alternate(Component component) {
        for (int node : component.nodes()) {
            definite[node] = frame.none();
            possible[node] = frame.all();
        }
        List<Label> before;
        do {
            before = labels(component);
            accumulate(component);
            least(component, true);
            least(component, false);
        } while (!before.equals(labels(component)));
    }

    private List<Label> labels(Component component) {
        return Arrays.stream(component.nodes())
                .boxed()
                .flatMap(node -> Stream.of(definitely(node), possibly(node)))
                .toList();
    }

    /** What is accumulated within the component is looked at anew, and then stays as it is for both bounds. */
    private void accumulate(Component component) {
        for (int node : component.nodes()) {
            program.accumulationOf(node).ifPresent(accumulated::remove);
        }
        for (int node : component.nodes()) {
            if (program.accumulationOf(node).isPresent()) {
                accumulate(node);
            }
        }
    }

    private void accumulate(int outcome) {
        Accumulation accumulation = program.accumulationOf(outcome).orElseThrow();
        Accumulated all = accumulated.computeIfAbsent(accumulation, any -> Accumulated.of(accumulation, this));
        definite[outcome] = all.definitely(outcome);
        possible[outcome] = all.possibly(outcome);
    }

    /**
     * The least fixpoint of a component, absences being those of what is known of the other bound. A clause is looked at again only
     * when something that it needs has changed.
     */
    private void least(Component component, boolean upper) {
        @Nullable Label[] labels = upper ? possible : definite;
        Deque<Clause> open = new ArrayDeque<>();
        BitSet waiting = new BitSet();
        for (int node : component.nodes()) {
            if (program.accumulationOf(node).isEmpty()) {
                labels[node] = stated(node);
                open.addAll(program.clausesOf(node));
            }
        }
        open.forEach(clause -> waiting.set(clause.number()));
        while (!open.isEmpty()) {
            Clause clause = open.remove();
            waiting.clear(clause.number());
            Label before = Objects.requireNonNull(labels[clause.head()]);
            Label after = before.or(body(clause, upper));
            if (!after.equals(before)) {
                labels[clause.head()] = after;
                for (Clause use : program.clausesWith(clause.head())) {
                    if (program.together(use.head(), clause.head()) && !waiting.get(use.number())) {
                        waiting.set(use.number());
                        open.add(use);
                    }
                }
            }
        }
    }

    private Label stated(int node) {
        if (program.graph().statedOutright(node)) {
            return frame.all();
        }
        Label stated = frame.none();
        for (Choice choice : program.graph().statedBy(node)) {
            stated = stated.or(frame.where(choice));
        }
        return stated;
    }

    private Label body(Clause clause, boolean upper) {
        Label body = clause.on().map(frame::where).orElseGet(frame::all);
        for (int premise : clause.positive()) {
            body = body.and(upper ? possibly(premise) : definitely(premise));
        }
        for (int absence : clause.negative()) {
            body = body.minus(upper ? definitely(absence) : possibly(absence));
        }
        return body;
    }
}
