package org.demarche.inference;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How two assessments differ, by id. An inference is gained when it is excluded, or not concluded at all, before and not after;
 * lost the other way round; changed when its status, its likelihood or the confidence in it differs otherwise.
 */
public record AssessmentDiff(List<Inference> gained, List<Inference> lost, List<Change> changed) {

    public AssessmentDiff {
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
        changed = List.copyOf(changed);
    }

    /** An inference whose status, likelihood or confidence is another. */
    public record Change(Inference before, Inference after) {}

    /** What came of the first inferences in the second. */
    public static AssessmentDiff between(Collection<Inference> first, Collection<Inference> second) {
        Map<String, Inference> before = held(first);
        Map<String, Inference> after = held(second);
        return new AssessmentDiff(
                missing(after, before),
                missing(before, after),
                before.values().stream()
                        .filter(each -> after.containsKey(each.id()))
                        .map(each -> new Change(each, after.getOrDefault(each.id(), each)))
                        .filter(change -> change.before().status()
                                        != change.after().status()
                                || !change.before()
                                        .likelihood()
                                        .likelihood()
                                        .equals(change.after().likelihood().likelihood())
                                || !change.before()
                                        .confidence()
                                        .equals(change.after().confidence()))
                        .toList());
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return gained.isEmpty() && lost.isEmpty() && changed.isEmpty();
    }

    private static Map<String, Inference> held(Collection<Inference> inferences) {
        return inferences.stream()
                .filter(each -> each.status() != Status.EXCLUDED)
                .collect(Collectors.toMap(Inference::id, Function.identity(), (a, b) -> a, TreeMap::new));
    }

    private static List<Inference> missing(Map<String, Inference> from, Map<String, Inference> in) {
        return from.values().stream().filter(each -> !in.containsKey(each.id())).toList();
    }
}
