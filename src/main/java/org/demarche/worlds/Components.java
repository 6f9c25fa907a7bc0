package org.demarche.worlds;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The strongly connected components of a program, positive and negative dependencies alike (Tarjan, "Depth-first search and linear
 * graph algorithms", SIAM Journal on Computing 1(2), 1972). Without recursion: chains of rules may be long.
 */
final class Components {

    private static final int NONE = -1;

    private final Program program;
    private final int[] index;
    private final int[] low;
    private final int[] componentOf;
    private final List<Component> found = new ArrayList<>();
    private final Deque<Integer> open = new ArrayDeque<>();
    private final Deque<Visit> path = new ArrayDeque<>();
    private int next;

    /** A node on the way, and how many of those it needs have been visited. */
    private static final class Visit {
        private final int node;
        private final int[] needs;
        private int visited;

        Visit(int node, int... needs) {
            this.node = node;
            this.needs = needs;
        }
    }

    Components(Program program, int nodes) {
        this.program = program;
        this.index = filled(nodes);
        this.low = filled(nodes);
        this.componentOf = filled(nodes);
        program.nodes().stream().forEach(this::search);
    }

    /** The components, each after all it depends on. */
    List<Component> inOrder() {
        return List.copyOf(found);
    }

    /** The position of each node's component. */
    int[] componentOf() {
        return componentOf;
    }

    private static int[] filled(int size) {
        int[] array = new int[size];
        Arrays.fill(array, NONE);
        return array;
    }

    private void search(int start) {
        if (index[start] == NONE) {
            enter(start);
        }
        while (!path.isEmpty()) {
            Visit visit = path.element();
            if (visit.visited < visit.needs.length) {
                int to = visit.needs[visit.visited++];
                if (index[to] == NONE) {
                    enter(to);
                } else if (componentOf[to] == NONE) {
                    low[visit.node] = Math.min(low[visit.node], index[to]);
                }
            } else {
                leave(visit.node);
            }
        }
    }

    private void enter(int node) {
        index[node] = next;
        low[node] = next++;
        open.push(node);
        path.push(new Visit(node, program.needs(node)));
    }

    private void leave(int node) {
        path.pop();
        if (!path.isEmpty()) {
            int parent = path.element().node;
            low[parent] = Math.min(low[parent], low[node]);
        }
        if (low[node] == index[node]) {
            close(node);
        }
    }

    private void close(int root) {
        int[] nodes = new int[1];
        int members = 0;
        int member;
        do {
            member = open.pop();
            componentOf[member] = found.size();
            nodes = members == nodes.length ? Arrays.copyOf(nodes, 2 * members) : nodes;
            nodes[members++] = member;
        } while (member != root);
        int[] all = Arrays.copyOf(nodes, members);
        Arrays.sort(all);
        boolean loops = loops(all);
        found.add(new Component(all, loops, loops && negates(all)));
    }

    private boolean loops(int... nodes) {
        return nodes.length > 1 || Arrays.stream(program.needs(nodes[0])).anyMatch(needed -> needed == nodes[0]);
    }

    private boolean negates(int... nodes) {
        return Arrays.stream(nodes)
                .anyMatch(node -> IntStream.concat(
                                program.clausesOf(node).stream()
                                        .flatMapToInt(clause -> Arrays.stream(clause.negative())),
                                Arrays.stream(program.accumulated(node)))
                        .anyMatch(needed -> componentOf[needed] == componentOf[node]));
    }
}
