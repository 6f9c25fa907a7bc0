package org.demarche.bench.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** Programs that do the same, in turns, so that whatever else the machine does in between meets all of them alike. */
public final class Race {

    private static final double ENOUGH = 20;

    private Race() {}

    /**
     * What a program costs.
     *
     * @param wall seconds from start to end
     * @param cpu mean seconds of all processors
     * @param peak bytes of memory at most
     */
    public record Result(Spread wall, double cpu, long peak) {}

    /**
     * Runs each of them so often; one that takes long, until it has taken {@link #ENOUGH} seconds. They have run before, to be asked for
     * their answers.
     *
     * @return by name, in the order of the programs
     */
    public static Map<String, Result> of(List<Program> programs, int times) throws IOException, InterruptedException {
        Map<String, List<Program.Cost>> costs = new LinkedHashMap<>();
        for (int i = 0; i < times; i++) {
            for (Program each : programs) {
                List<Program.Cost> of = costs.computeIfAbsent(each.name(), any -> new ArrayList<>());
                if (all(of, Program.Cost::wall).sum() < ENOUGH) {
                    of.add(each.run());
                }
            }
        }
        Map<String, Result> results = new LinkedHashMap<>();
        costs.forEach((name, of) -> results.put(
                name,
                new Result(
                        Spread.of(all(of, Program.Cost::wall).toArray()),
                        all(of, Program.Cost::cpu).average().orElseThrow(),
                        (long) all(of, Program.Cost::peak).max().orElseThrow())));
        return results;
    }

    private static DoubleStream all(List<Program.Cost> costs, ToDoubleFunction<Program.Cost> what) {
        return costs.stream().mapToDouble(what);
    }
}
