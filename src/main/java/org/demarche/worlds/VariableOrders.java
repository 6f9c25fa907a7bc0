package org.demarche.worlds;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.inference.Choice;
import org.demarche.worlds.Program.Clause;

/**
 * Orders in which a program's questions may be asked, top level first. Which is best cannot be known beforehand: one puts
 * together what a walk through the program finds together, one pulls together what stands in the same clauses (Aloul, Markov and
 * Sakallah, "FORCE: a fast and easy-to-implement variable-ordering heuristic", GLSVLSI 2003), one is that of the names.
 */
final class VariableOrders {

    /** How many orders there are. */
    static final int COUNT = 3;

    private static final int ROUNDS = 30;

    private final Program program;
    private final ScenarioSpace space;

    private VariableOrders(Program program, ScenarioSpace space) {
        this.program = program;
        this.space = space;
    }

    /** The orders, made when they are asked for. */
    static List<Supplier<int[]>> of(Program program, ScenarioSpace space) {
        VariableOrders orders = new VariableOrders(program, space);
        return List.of(orders::walked, orders::pulled, () -> DiagramFrame.declared(space));
    }

    /** The questions as a walk from the heads down through the clauses meets them. */
    private int[] walked() {
        Set<Integer> met = new LinkedHashSet<>();
        boolean[] seen = new boolean[program.graph().nodes().size()];
        Deque<Integer> open = new ArrayDeque<>();
        program.nodes().stream().forEach(start -> {
            open.push(start);
            while (!open.isEmpty()) {
                int node = open.pop();
                if (!seen[node]) {
                    seen[node] = true;
                    questionsAt(node).forEach(met::add);
                    for (int needed : program.needs(node)) {
                        open.push(needed);
                    }
                }
            }
        });
        for (int question : DiagramFrame.declared(space)) {
            met.add(question);
        }
        return met.stream().mapToInt(Integer::intValue).toArray();
    }

    private IntStream questionsAt(int node) {
        boolean none = program.graph().statedBy(node).isEmpty()
                && program.clausesOf(node).stream()
                        .allMatch(clause -> clause.on().isEmpty());
        if (none) {
            return IntStream.empty();
        }
        Stream<Choice> stated = program.graph().statedBy(node).stream().sorted();
        Stream<Choice> switches = program.clausesOf(node).stream().flatMap(clause -> clause.on().stream());
        return Stream.concat(stated, switches).filter(space::has).mapToInt(choice -> space.indexOf(choice.question()));
    }

    /** Every node and question moves to the middle of the clauses it stands in, again and again. */
    private int[] pulled() {
        int nodes = program.graph().nodes().size();
        int[][] edges = edges(nodes);
        double[] place = new double[nodes + space.questions().size()];
        int[] walked = walked();
        for (int i = 0; i < walked.length; i++) {
            place[nodes + walked[i]] = i;
        }
        program.nodes().stream()
                .forEach(node -> place[node] = questionsAt(node)
                        .mapToDouble(q -> place[nodes + q])
                        .average()
                        .orElse(walked.length / 2.0));
        for (int round = 0; round < ROUNDS; round++) {
            pull(edges, place);
        }
        return IntStream.range(0, walked.length)
                .boxed()
                .sorted(Comparator.comparing((Integer question) -> place[nodes + question])
                        .thenComparing(question -> question))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static void pull(int[][] edges, double[] place) {
        double[] sum = new double[place.length];
        int[] count = new int[place.length];
        for (int[] edge : edges) {
            double middle = Arrays.stream(edge)
                    .mapToDouble(each -> place[each])
                    .average()
                    .orElse(0);
            for (int each : edge) {
                sum[each] += middle;
                count[each]++;
            }
        }
        Integer[] order = IntStream.range(0, place.length)
                .filter(each -> count[each] > 0)
                .boxed()
                .sorted(Comparator.comparing((Integer each) -> sum[each] / count[each])
                        .thenComparing(each -> each))
                .toArray(Integer[]::new);
        // Places are ranks again after each round: means alone would draw everything together to one point.
        for (int i = 0; i < order.length; i++) {
            place[order[i]] = i;
        }
    }

    private int[][] edges(int nodes) {
        List<int[]> edges = new ArrayList<>();
        program.nodes().stream().forEach(node -> {
            int[] questions =
                    questionsAt(node).map(question -> nodes + question).toArray();
            if (questions.length > 0) {
                edges.add(IntStream.concat(IntStream.of(node), Arrays.stream(questions))
                        .toArray());
            }
            for (Clause clause : program.clausesOf(node)) {
                edges.add(IntStream.concat(IntStream.of(node), Arrays.stream(clause.needs()))
                        .toArray());
            }
            if (program.accumulationOf(node).isPresent()) {
                edges.add(IntStream.concat(IntStream.of(node), Arrays.stream(program.accumulated(node)))
                        .toArray());
            }
        });
        return edges.toArray(int[][]::new);
    }
}
