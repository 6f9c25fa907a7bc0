package org.demarche;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Statement;
import org.demarche.explain.causes.Cause;
import org.demarche.explain.causes.Causes;
import org.demarche.inference.AssessmentDiff;
import org.demarche.inference.Choice;
import org.demarche.inference.Inference;
import org.demarche.model.Fact;
import org.jspecify.annotations.Nullable;

/**
 * A case with some things supposed, stated or withdrawn that are not. To which of several changes it is due how something stands after all
 * of them is found by making only some of them. Not thread-safe.
 */
public final class WhatIf {

    /** Up to so many changes, all sets of them are made; of more the reasons are only followed. */
    private static final int FEW = 5;

    private final Assessment before;
    private final List<Change> changes;
    private final Map<BitSet, Assessment> made = new HashMap<>();
    private @Nullable Causes causes;

    private WhatIf(Assessment before, List<Change> changes) {
        this.before = before;
        this.changes = List.copyOf(changes);
    }

    private sealed interface Change {}

    private record Answered(Choice choice) implements Change {}

    private record Added(Statement statement) implements Change {}

    private record Withdrawn(Fact fact) implements Change {}

    static WhatIf of(Assessment before) {
        return new WhatIf(before, List.of());
    }

    /** And a question is answered. */
    public WhatIf answered(String question, String answer) {
        return and(new Answered(new Choice(question, answer)));
    }

    /** And something is stated; its actors must be declared. */
    public WhatIf with(Statement statement) {
        return and(new Added(statement));
    }

    /** And the case does not state something, by whomever, outside of answers. */
    public WhatIf without(Fact fact) {
        return and(new Withdrawn(fact));
    }

    private WhatIf and(Change change) {
        List<Change> more = new ArrayList<>(changes);
        more.add(change);
        return new WhatIf(before, more);
    }

    /** Without any of it. */
    public Assessment before() {
        return before;
    }

    /**
     * With all of it.
     *
     * @throws org.demarche.source.LoadException when a statement names what is not there
     * @throws org.demarche.inference.LimitReachedException when a limit is reached
     */
    public Assessment after() {
        return made(all());
    }

    private BitSet all() {
        BitSet all = new BitSet();
        all.set(0, changes.size());
        return all;
    }

    private Assessment made(BitSet some) {
        Assessment known = made.get(some);
        if (known == null) {
            known = make(some);
            made.put((BitSet) some.clone(), known);
        }
        return known;
    }

    private Assessment make(BitSet some) {
        CaseFile file = before.caseFile();
        List<Choice> choices = new ArrayList<>();
        // What is withdrawn is what the case states, not what is added here.
        for (Change change : chosen(some)) {
            if (change instanceof Withdrawn withdrawn) {
                file = file.without(withdrawn.fact());
            }
        }
        for (Change change : chosen(some)) {
            if (change instanceof Added added) {
                file = file.with(added.statement());
            } else if (change instanceof Answered answered) {
                choices.add(answered.choice());
            }
        }
        Assessment changed = file.equals(before.caseFile()) ? before : before.with(file);
        // A question that only what is withdrawn has raised is no longer asked.
        choices.removeIf(
                choice -> changed.worlds().space().answers(choice.question()).isEmpty());
        return choices.isEmpty() ? changed : changed.given(choices);
    }

    private List<Change> chosen(BitSet some) {
        return some.stream().mapToObj(changes::get).toList();
    }

    /**
     * To which of the changes it is due that a fact stands otherwise: a smallest set of them that makes it stand as all do, with the other
     * sets as small; empty when it does not stand otherwise or no reason was found.
     */
    public Optional<Cause> cause(Fact fact) {
        if (changes.size() < 2 || changes.size() > FEW) {
            return causes().of(fact);
        }
        List<BitSet> enough = enough(fact);
        return enough.stream().findFirst().flatMap(first -> {
            List<Cause> needed = chosen(first).stream().map(this::told).toList();
            return needed.stream()
                    .findFirst()
                    .map(cause -> cause.due(
                            needed.stream().skip(1).map(Cause::clause).toList(),
                            enough.stream().skip(1).map(this::clauses).toList()));
        });
    }

    private String clauses(BitSet some) {
        return chosen(some).stream().map(each -> told(each).clause()).collect(Collectors.joining(" and "));
    }

    private Cause told(Change change) {
        if (change instanceof Answered answered) {
            return causes().supposed(answered.choice());
        }
        return change instanceof Added added
                ? causes().stated(added.statement().fact())
                : causes().withdrawn(((Withdrawn) change).fact());
    }

    private Causes causes() {
        if (causes == null) {
            causes = before.causes(after());
        }
        return causes;
    }

    /** The smallest sets of changes after which it stands as after all of them, in the order of the changes. */
    private List<BitSet> enough(Fact fact) {
        List<BitSet> all = new ArrayList<>();
        for (int bits = 1; bits < 1 << changes.size(); bits++) {
            all.add(BitSet.valueOf(new long[] {bits}));
        }
        for (int size = 1; size <= changes.size(); size++) {
            int wanted = size;
            List<BitSet> found = all.stream()
                    .filter(some -> some.cardinality() == wanted && alike(fact, made(some), after()))
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** Whether a fact stands alike: by status, likelihood and the part of the scenarios. */
    private static boolean alike(Fact fact, Assessment one, Assessment other) {
        Optional<Inference> here = one.find(fact.id());
        Optional<Inference> there = other.find(fact.id());
        if (one.scenarios().signum() == 0) {
            return false;
        }
        if (here.isEmpty() || there.isEmpty()) {
            return excluded(here) && excluded(there);
        }
        return AssessmentDiff.between(List.of(here.get()), List.of(there.get())).isEmpty()
                && here.get()
                        .scenarios()
                        .multiply(other.scenarios())
                        .equals(there.get().scenarios().multiply(one.scenarios()));
    }

    private static boolean excluded(Optional<Inference> inference) {
        return inference.map(each -> each.scenarios().signum() == 0).orElse(true);
    }
}
