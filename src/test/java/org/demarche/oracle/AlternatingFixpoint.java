package org.demarche.oracle;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.model.Fact;

/**
 * The well-founded model of ground rules (Van Gelder, "The alternating fixpoint of logic programs with negation", JCSS 47(1),
 * 1993), in plain sweeps over all rules until nothing moves.
 */
final class AlternatingFixpoint {

    private final Collection<GroundRule> rules;
    private final Set<Atom> stated;

    private AlternatingFixpoint(Collection<GroundRule> rules, Collection<Fact> stated) {
        this.rules = rules;
        this.stated = stated.stream().map(Atom.Holds::new).collect(Collectors.toSet());
    }

    static Truths of(Collection<GroundRule> rules, Collection<Fact> stated) {
        AlternatingFixpoint fixpoint = new AlternatingFixpoint(rules, stated);
        Set<Atom> definite = Set.of();
        while (true) {
            Set<Atom> possible = fixpoint.closure(definite);
            Set<Atom> next = fixpoint.closure(possible);
            if (next.equals(definite)) {
                possible.removeAll(definite);
                return new Truths(facts(definite), facts(possible));
            }
            definite = next;
        }
    }

    /** The least set that the rules lead to when exactly these atoms count as not absent. */
    private Set<Atom> closure(Set<Atom> notAbsent) {
        Set<Atom> holds = new HashSet<>(stated);
        boolean moved = true;
        while (moved) {
            moved = false;
            for (GroundRule rule : rules) {
                if (holds.containsAll(rule.present()) && Collections.disjoint(rule.absent(), notAbsent)) {
                    moved |= holds.add(rule.head());
                }
            }
        }
        return holds;
    }

    private static Set<Fact> facts(Set<Atom> atoms) {
        return atoms.stream()
                .filter(Atom.Holds.class::isInstance)
                .map(atom -> ((Atom.Holds) atom).fact())
                .collect(Collectors.toSet());
    }
}
