package org.demarche.worlds;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.demarche.inference.Accumulation;
import org.demarche.inference.Choice;
import org.demarche.worlds.Program.Clause;
import org.jspecify.annotations.Nullable;

/**
 * The well-founded model of a program in all scenarios at once, component by component, with sets of scenarios in place of
 * truth values: the alternating fixpoint (Van Gelder, "The alternating fixpoint of logic programs with negation", JCSS 47(1),
 * 1993), in which what holds definitely and what holds possibly bound each other from below and above until neither moves. Each
 * least fixpoint starts from nothing, so that what only supports itself does not hold. Accumulates are evaluated between the two
 * bounds (Pelov, Denecker and Bruynooghe, "Well-founded and stable semantics of logic programs with aggregates", TPLP 7(3), 2007).
 */
final class WellFoundedLabels implements Labels {

    private final Program program;
    private final Frame frame;
    private final @Nullable Label[] definite;
    private final @Nullable Label[] possible;
    private final Map<Accumulation, Accumulated> accumulated = new IdentityHashMap<>();

    private WellFoundedLabels(Program program, Frame frame, @Nullable Label[] definite, @Nullable Label[] possible) {
        this.program = program;
        this.frame = frame;
        this.definite = definite;
        this.possible = possible;
    }

    static WellFoundedLabels of(Program program, Frame frame) {
        int nodes = program.graph().nodes().size();
        WellFoundedLabels labels = new WellFoundedLabels(program, frame, new Label[nodes], new Label[nodes]);
        program.components().forEach(labels::evaluate);
        return labels;
    }

    /**
     * The labels with other statements: only what depends on them is evaluated again.
     *
     * @param revised the same program, stating something else
     * @param affected everything that depends on what is stated otherwise
     */
    WellFoundedLabels with(Program revised, BitSet affected) {
        WellFoundedLabels labels = new WellFoundedLabels(revised, frame, definite.clone(), possible.clone());
        for (Component component : revised.components()) {
            // All nodes of a component depend on each other.
            if (affected.get(component.nodes()[0])) {
                labels.evaluate(component);
            }
        }
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
            grow(component, false, List.of());
            grow(component, true, List.of());
        }
    }

    private void evaluate(int node) {
        Optional<Accumulation> accumulation = program.accumulationOf(node);
        if (accumulation.isPresent()) {
            Accumulated outcomes =
                    accumulated.computeIfAbsent(accumulation.get(), any -> Accumulated.of(any, program.graph(), this));
            definite[node] = outcomes.definitely(node);
            possible[node] = outcomes.possibly(node);
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
        // What follows without any absence and any accumulate: from less, an accumulate would have every subset to go
        // through.
        grow(component, false, List.of());
        List<Accumulation> inside = accumulations(component);
        List<Label> before;
        do {
            before = definite(component);
            grow(component, true, inside);
            grow(component, false, inside);
        } while (!before.equals(definite(component)));
    }

    private List<Label> definite(Component component) {
        return Arrays.stream(component.nodes()).mapToObj(this::definitely).toList();
    }

    private List<Accumulation> accumulations(Component component) {
        return Arrays.stream(component.nodes())
                .boxed()
                .flatMap(node -> program.accumulationOf(node).stream())
                .distinct()
                .toList();
    }

    /**
     * The least fixpoint of a component, absences being those of what is known of the other bound. Accumulates are looked at again
     * when all that follows without them has been added: more elements let more come out.
     */
    private void grow(Component component, boolean upper, List<Accumulation> accumulations) {
        @Nullable Label[] labels = upper ? possible : definite;
        Deque<Clause> open = new ArrayDeque<>();
        for (int node : component.nodes()) {
            labels[node] = stated(node);
            open.addAll(program.clausesOf(node));
        }
        do {
            close(open, upper);
            accumulations.forEach(accumulation -> come(accumulation, component, upper, open));
        } while (!open.isEmpty());
    }

    private void come(Accumulation accumulation, Component component, boolean upper, Deque<Clause> open) {
        @Nullable Label[] labels = upper ? possible : definite;
        Accumulated outcomes = Accumulated.of(accumulation, program.graph(), this);
        for (int node : component.nodes()) {
            if (program.accumulationOf(node).filter(accumulation::equals).isPresent()) {
                Label after = upper ? outcomes.possibly(node) : outcomes.definitely(node);
                if (!after.equals(labels[node])) {
                    labels[node] = after;
                    program.clausesWith(node).stream()
                            .filter(use -> program.together(use.head(), node))
                            .forEach(open::add);
                }
            }
        }
    }

    /** Adds what follows. A clause is looked at again only when something that it needs has changed. */
    private void close(Deque<Clause> open, boolean upper) {
        @Nullable Label[] labels = upper ? possible : definite;
        BitSet waiting = new BitSet();
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
