package org.demarche.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.demarche.rules.RuleCondition.Pattern;

/**
 * One firing of a rule: what it concluded and what it stands on. Numbers are those of the nodes of its graph.
 *
 * @param branch which branch of the rule's conditions was met
 * @param patterns the patterns that matched, one for each of the matched facts
 * @param head what was concluded, or recorded for a condition inside the rule
 * @param matched the facts that the patterns matched, in their order
 * @param outcomes what its accumulates must come to
 * @param witnesses the inner conditions of {@code exists} that must be met
 * @param absences the inner conditions of {@code not} that must not be met
 */
public record Derivation(
        String rule,
        int branch,
        List<Pattern> patterns,
        int head,
        List<Integer> matched,
        List<Integer> outcomes,
        List<Integer> witnesses,
        List<Integer> absences)
        implements Comparable<Derivation> {

    public Derivation {
        patterns = List.copyOf(patterns);
        matched = List.copyOf(matched);
        outcomes = List.copyOf(outcomes);
        witnesses = List.copyOf(witnesses);
        absences = List.copyOf(absences);
    }

    /** Without the patterns, which are those of the rule's branch. */
    @Override
    public int hashCode() {
        return Objects.hash(rule, branch, head, matched, outcomes, witnesses, absences);
    }

    /** By head, rule and premises. */
    @Override
    public int compareTo(Derivation other) {
        int by = Integer.compare(head, other.head);
        by = by != 0 ? by : rule.compareTo(other.rule);
        by = by != 0 ? by : Integer.compare(branch, other.branch);
        by = by != 0 ? by : compare(matched, other.matched);
        by = by != 0 ? by : compare(outcomes, other.outcomes);
        by = by != 0 ? by : compare(witnesses, other.witnesses);
        return by != 0 ? by : compare(absences, other.absences);
    }

    private static int compare(List<Integer> some, List<Integer> others) {
        int least = Math.min(some.size(), others.size());
        for (int i = 0; i < least; i++) {
            int by = Integer.compare(some.get(i), others.get(i));
            if (by != 0) {
                return by;
            }
        }
        return Integer.compare(some.size(), others.size());
    }

    /** Everything that must hold. */
    public List<Integer> positive() {
        List<Integer> positive = new ArrayList<>(matched);
        positive.addAll(outcomes);
        positive.addAll(witnesses);
        return positive;
    }
}
