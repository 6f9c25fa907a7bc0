package org.demarche.worlds;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.demarche.inference.DerivationGraph;
import org.demarche.inference.Paradox.Step;
import org.demarche.model.Fact;
import org.demarche.worlds.Paradoxes.Edge;

/** Finds a shortest loop with a negative edge in it, and tells it by the facts it goes through. */
final class Loop {

    private final DerivationGraph graph;
    private final List<Edge> edges;
    private final Map<Integer, List<Edge>> from = new HashMap<>();

    Loop(DerivationGraph graph, List<Edge> edges) {
        this.graph = graph;
        this.edges = edges;
        edges.forEach(edge ->
                from.computeIfAbsent(edge.from(), any -> new ArrayList<>()).add(edge));
    }

    /** The steps of the first of the shortest such loops; none when there is no such loop. */
    List<Step> shortest() {
        List<Edge> best = List.of();
        for (Edge edge : edges) {
            if (edge.negative()) {
                List<Edge> loop = closed(edge);
                if (!loop.isEmpty() && (best.isEmpty() || loop.size() < best.size())) {
                    best = loop;
                }
            }
        }
        return steps(best);
    }

    /** The edge and a shortest way back from its end to its beginning. */
    private List<Edge> closed(Edge first) {
        Map<Integer, Edge> by = new HashMap<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(first.to()));
        by.put(first.to(), first);
        while (!open.isEmpty()) {
            int node = open.remove();
            if (node == first.from()) {
                return back(first, by);
            }
            for (Edge edge : from.getOrDefault(node, List.of())) {
                if (by.putIfAbsent(edge.to(), edge) == null) {
                    open.add(edge.to());
                }
            }
        }
        return List.of();
    }

    private static List<Edge> back(Edge first, Map<Integer, Edge> by) {
        List<Edge> way = new ArrayList<>();
        int node = first.from();
        while (node != first.to() || way.isEmpty()) {
            Edge edge = Objects.requireNonNull(by.get(node));
            way.add(edge);
            if (edge.equals(first)) {
                break;
            }
            node = edge.from();
        }
        if (!way.contains(first)) {
            way.add(first);
        }
        Collections.reverse(way);
        return way;
    }

    /** Conditions inside rules are left out: what counts is from fact to fact. */
    private List<Step> steps(List<Edge> loop) {
        int start = 0;
        while (start < loop.size() && graph.fact(loop.get(start).from()).isEmpty()) {
            start++;
        }
        List<Edge> turned = new ArrayList<>(loop);
        Collections.rotate(turned, -start);
        List<Step> steps = new ArrayList<>();
        Fact concluded = null;
        String rule = "";
        boolean unless = false;
        for (Edge edge : turned) {
            if (concluded == null) {
                concluded = graph.fact(edge.from()).orElse(null);
                rule = edge.rule();
            }
            unless ^= edge.negative();
            Fact by = graph.fact(edge.to()).orElse(null);
            if (concluded != null && by != null) {
                steps.add(new Step(rule, concluded, by, unless));
                concluded = null;
                unless = false;
            }
        }
        return steps;
    }
}
