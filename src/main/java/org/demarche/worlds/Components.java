package org.demarche.worlds;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.PrimitiveIterator;
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

    private record Visit(int node, PrimitiveIterator.OfInt rest) {}

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
            if (visit.rest().hasNext()) {
                int to = visit.rest().nextInt();
                if (index[to] == NONE) {
                    enter(to);
                } else if (componentOf[to] == NONE) {
                    low[visit.node()] = Math.min(low[visit.node()], index[to]);
                }
            } else {
                leave(visit.node());
            }
        }
    }

    private void enter(int node) {
        index[node] = next;
        low[node] = next++;
        open.push(node);
        path.push(new Visit(node, program.needs(node).iterator()));
    }

    private void leave(int node) {
        path.pop();
        if (!path.isEmpty()) {
            int parent = path.element().node();
            low[parent] = Math.min(low[parent], low[node]);
        }
        if (low[node] == index[node]) {
            close(node);
        }
    }

    private void close(int root) {
        List<Integer> members = new ArrayList<>();
        int member;
        do {
            member = open.pop();
            componentOf[member] = found.size();
            members.add(member);
        } while (member != root);
        int[] nodes = members.stream().mapToInt(Integer::intValue).sorted().toArray();
        found.add(new Component(nodes, loops(nodes), Arrays.stream(nodes).anyMatch(this::negates)));
    }

    private boolean loops(int... nodes) {
        return nodes.length > 1 || program.needs(nodes[0]).anyMatch(needed -> needed == nodes[0]);
    }

    private boolean negates(int node) {
        return IntStream.concat(
                        program.clausesOf(node).stream().flatMapToInt(clause -> Arrays.stream(clause.negative())),
                        program.accumulated(node))
                .anyMatch(needed -> componentOf[needed] == componentOf[node]);
    }
}
