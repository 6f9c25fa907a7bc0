package org.demarche.hypotheses;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import lombok.RequiredArgsConstructor;
import org.demarche.inference.Derivation;
import org.demarche.model.Confidence;
import org.demarche.model.Fact;

/**
 * What a rule takes for evidence: the facts it matches, without who stands how to whom. Where it matches none, those that an {@code
 * exists} asks for or an {@code accumulate} gathers; where there are none of these either, who stands how to whom; and where it matches
 * nothing at all, what must not be there.
 *
 * @param nodes the facts, in the order of the rule; those that stand inside its conditions sorted
 * @param gathered whether an accumulate gathers them, so that more may not be known
 * @param absent what must not be there, as sentences; empty where there are facts
 */
record Evidence(List<Integer> nodes, boolean gathered, List<String> absent) {

    static Evidence of(Derivation derivation, Board board) {
        List<Integer> matched = derivation.matched().stream()
                .filter(node -> Footing.isEvidence(board.fact(node)))
                .toList();
        if (!matched.isEmpty()) {
            return new Evidence(matched, false, List.of());
        }
        Inner inner = new Inner(board);
        derivation.positive().forEach(inner::add);
        if (!inner.found.isEmpty()) {
            return new Evidence(List.copyOf(inner.found), inner.gathered, List.of());
        }
        List<Integer> relations = derivation.matched().stream()
                .filter(node -> !Footing.isBackground(board.fact(node)))
                .toList();
        return relations.isEmpty()
                ? new Evidence(List.of(), false, board.absences(derivation))
                : new Evidence(relations, false, List.of());
    }

    /** The same evidence, by whichever rule: gathered where no rule matches it outright. */
    Evidence merged(Evidence same) {
        return new Evidence(nodes, gathered && same.gathered, absent);
    }

    /** What it is, in whatever order it was matched. */
    List<Object> key() {
        return List.of(new TreeSet<>(nodes), absent);
    }

    /** How good it is: as good as its weakest fact, and no better than moderate where more, or something at all, may not be known. */
    Optional<Confidence> confidence(Board board) {
        Optional<Confidence> weakest = board.confidence(nodes);
        return gathered || nodes.isEmpty()
                ? weakest.map(level -> level == Confidence.HIGH ? Confidence.MODERATE : level)
                : weakest;
    }

    String sentence(Board board) {
        if (nodes.isEmpty()) {
            return absent.isEmpty() ? "Nothing in particular" : String.join("; ", absent);
        }
        Fact first = board.fact(nodes.get(0));
        String sentence = board.sentences.sentence(first);
        return switch (nodes.size()) {
            case 1 -> sentence;
            case 2 -> sentence + " and " + board.sentences.clause(board.fact(nodes.get(1)));
            default -> sentence + " and " + (nodes.size() - 1) + " more";
        };
    }

    /** Follows what stands inside the conditions of a rule down to the facts. */
    @RequiredArgsConstructor
    private static final class Inner {
        private final Board board;
        private final SortedSet<Integer> found = new TreeSet<>();
        private final Set<Integer> passed = new HashSet<>();
        private boolean gathered;

        void add(int node) {
            if (!passed.add(node) || board.worlds.label(node).isEmpty()) {
                return;
            }
            Optional<Fact> fact = board.graph.fact(node);
            if (fact.isPresent()) {
                if (Footing.isEvidence(fact.get())) {
                    found.add(node);
                }
                return;
            }
            List<Integer> elements = board.graph.elementsOf(node);
            gathered |= !elements.isEmpty();
            elements.forEach(this::add);
            board.graph
                    .derivationsOf(node)
                    .forEach(derivation -> derivation.positive().forEach(this::add));
        }
    }
}
