package org.demarche.hypotheses;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.hypotheses.Matrix.Dependence;

/** Finds rows that are not independent of each other. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class Dependences {

    private final Board board;

    /** Rows that stand on the same origins alone, then those that share a premise. */
    List<Dependence> of(List<Draft> drafts) {
        List<Dependence> found = new ArrayList<>();
        Map<String, List<Draft>> byOrigins = new TreeMap<>();
        drafts.stream()
                .filter(draft -> draft.origins().size() == 1)
                .forEach(draft -> byOrigins
                        .computeIfAbsent(draft.origins().toString(), any -> new ArrayList<>())
                        .add(draft));
        byOrigins.values().stream()
                .filter(some -> some.size() > 1)
                .map(some -> new Dependence(ids(some), Set.copyOf(some.get(0).origins()), List.of()))
                .sorted(Comparator.comparing(each -> each.rows().toString()))
                .forEach(found::add);
        found.addAll(premises(drafts));
        return found;
    }

    private static List<String> ids(List<Draft> drafts) {
        return drafts.stream().map(draft -> draft.row().id()).toList();
    }

    /** What several rows stand on: of what stands on each other the topmost. */
    private List<Dependence> premises(List<Draft> drafts) {
        Map<String, List<Integer>> shared = new TreeMap<>();
        Map<String, List<String>> rows = new TreeMap<>();
        for (int node = 0; node < board.graph.nodes().size(); node++) {
            int at = node;
            List<Draft> on =
                    drafts.stream().filter(draft -> draft.under().get(at)).toList();
            if (on.size() > 1
                    && board.graph.fact(node).filter(Footing::isEvidence).isPresent()) {
                shared.computeIfAbsent(ids(on).toString(), any -> new ArrayList<>())
                        .add(node);
                rows.put(ids(on).toString(), ids(on));
            }
        }
        List<Dependence> found = new ArrayList<>();
        shared.forEach((key, nodes) -> found.add(new Dependence(
                rows.getOrDefault(key, List.of()),
                Set.of(),
                topmost(nodes).stream()
                        .map(node -> board.sentences.sentence(board.fact(node)))
                        .sorted()
                        .toList())));
        return found;
    }

    private List<Integer> topmost(List<Integer> nodes) {
        BitSet below = new BitSet();
        for (int node : nodes) {
            BitSet under = board.under(List.of(node));
            under.clear(node);
            below.or(under);
        }
        List<Integer> top = nodes.stream().filter(node -> !below.get(node)).toList();
        // Where they stand on each other in a circle, none is above the rest.
        return top.isEmpty() ? nodes : top;
    }
}
