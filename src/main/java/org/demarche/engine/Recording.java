package org.demarche.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demarche.cases.CaseFile;
import org.demarche.compile.FiringListener;
import org.demarche.compile.PossibleRule;
import org.demarche.compile.Rulebase;
import org.demarche.inference.DerivationGraph;
import org.demarche.inference.LimitReachedException;
import org.demarche.inference.Limits;
import org.demarche.inference.Watch;
import org.demarche.model.Fact;
import org.demarche.source.LoadException;

/**
 * Everything that rules and all variants of them fired together on a case. Whatever some of them would fire by themselves is in it,
 * since more rules only ever fire more: so what follows by any choice of them is found here, without Drools. Immutable.
 */
public final class Recording {

    private final List<Firing> firings;
    private final Map<Object, Integer> objects;

    /** How many different objects each firing needs. */
    private final int[] needs;

    /** The firings that an object takes part in, by its number. */
    private final List<List<Integer>> users;

    /** Firings that need nothing. */
    private final List<Integer> free;

    private Recording(List<Firing> firings) {
        this.firings = firings;
        this.objects = new HashMap<>();
        this.users = new ArrayList<>();
        this.needs = firings.stream()
                .mapToInt(firing -> (int) firing.matched().stream().distinct().count())
                .toArray();
        this.free = new ArrayList<>();
        for (int i = 0; i < firings.size(); i++) {
            int number = i;
            if (needs[i] == 0) {
                free.add(i);
            }
            firings.get(i).matched().stream()
                    .distinct()
                    .forEach(object -> usersOf(object).add(number));
        }
    }

    private List<Integer> usersOf(Object object) {
        int number = objects.computeIfAbsent(object, any -> {
            users.add(new ArrayList<>());
            return users.size() - 1;
        });
        return users.get(number);
    }

    /**
     * Fires all rules and variants of a rule base once.
     *
     * @throws LimitReachedException when all of them together are too much; each choice of them may not be
     */
    public static Recording of(Rulebase rules, CaseFile caseFile, Limits limits, Watch watch) {
        Recorder recorder = new Recorder();
        DerivationGraph.Builder graph = DerivationGraph.builder();
        Set<Fact> outright = PossibilityRun.outright(caseFile, graph);
        Rulebase all = rules.everything();
        Firings heard = new Firings(all, graph, outright, limits, watch);
        PossibilityRun.fire(
                all, PossibilityRun.facts(caseFile, outright, graph), heard, recorder.inFrontOf(heard), () -> {});
        return new Recording(recorder.firings);
    }

    /** Takes down what fires before it goes on. */
    private static final class Recorder {
        private final List<Firing> firings = new ArrayList<>();

        FiringListener inFrontOf(FiringListener next) {
            return new FiringListener() {
                @Override
                public void concluded(int rule, List<String> values, Object... matched) {
                    add(rule, Optional.of(values), matched);
                    try {
                        next.concluded(rule, values, matched);
                    } catch (LoadException absent) {
                        // Told of whoever chooses this variant, and of nobody else.
                        return;
                    }
                }

                @Override
                public void recorded(int rule, Object... matched) {
                    add(rule, Optional.empty(), matched);
                    next.recorded(rule, matched);
                }
            };
        }

        private void add(int rule, Optional<List<String>> concluded, Object... matched) {
            firings.add(new Firing(rule, concluded, List.copyOf(Arrays.asList(matched))));
        }
    }

    /**
     * What a run of the active rules and variants alone would give.
     *
     * @param caseFile the case that was recorded; where no rule accumulates, also one that states less
     * @throws LimitReachedException when that reaches a limit
     */
    public DerivationGraph graph(CaseFile caseFile, Rulebase chosen, Limits limits, Watch watch) {
        DerivationGraph.Builder graph = DerivationGraph.builder();
        Set<Fact> outright = PossibilityRun.outright(caseFile, graph);
        Deque<Object> inserted = new ArrayDeque<>();
        Firings listener = new Firings(chosen, graph, outright, limits, watch);
        listener.goOnIn(inserted::add);
        boolean[] counts = new boolean[chosen.possibleRules().size()];
        for (PossibleRule rule : chosen.possibleRules()) {
            counts[rule.number()] = chosen.counts(rule);
        }
        int[] lacking = needs.clone();
        PossibilityRun.facts(caseFile, outright, graph).forEach(listener::insert);
        free.stream()
                .map(firings::get)
                .filter(firing -> counts[firing.rule()])
                .forEach(firing -> firing.tell(listener));
        do {
            while (!inserted.isEmpty()) {
                Integer object = objects.get(inserted.remove());
                for (int user : object == null ? List.<Integer>of() : users.get(object)) {
                    Firing firing = firings.get(user);
                    if (--lacking[user] == 0 && counts[firing.rule()]) {
                        firing.tell(listener);
                    }
                }
            }
        } while (listener.insertOutcomes());
        listener.addAccumulations();
        return graph.build();
    }
}
