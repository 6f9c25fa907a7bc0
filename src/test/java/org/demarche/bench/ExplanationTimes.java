package org.demarche.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.demarche.bench.Explained.Asked;

/**
 * How long a command takes on a case, once everything is warm.
 *
 * @param inputs how many things were asked
 * @param median of the times of all of them, in milliseconds
 * @param worst the longest of them
 * @param slowest what took longest
 */
record ExplanationTimes(String command, String name, int inputs, double median, double worst, String slowest) {

    static final String HEAD = """
            | command | case | asked | median | worst | slowest |
            |---|---|--:|--:|--:|---|
            """;

    /** So many inputs are asked before anything counts, but no more than are asked then. */
    private static final int WARM = 40;

    /** What was slowest is asked again so many times, so that no pause of the machine is taken for it. */
    private static final int AGAIN = 5;

    private static final int SLOWEST = 8;

    /**
     * Times of all commands on a case.
     *
     * @param most so many inputs are asked of each command at most
     */
    static List<ExplanationTimes> of(Explained explained, int most) {
        List<ExplanationTimes> times = new ArrayList<>();
        explained.all().forEach((command, asked) -> {
            if (!asked.isEmpty()) {
                ExplanationTimes made = of(command, explained.name(), spread(asked, most), Math.min(WARM, most));
                times.add(made);
            }
        });
        return times;
    }

    /** Some of many, spread over all of them. */
    private static List<Asked> spread(List<Asked> asked, int most) {
        int step = (asked.size() + most - 1) / most;
        return IntStream.range(0, asked.size())
                .filter(i -> i % step == 0)
                .mapToObj(asked::get)
                .toList();
    }

    /** @param warm so many are asked before anything counts */
    static ExplanationTimes of(String command, String name, List<Asked> asked, int warm) {
        for (int i = 0; i < warm; i++) {
            time(asked.get(i % asked.size()));
        }
        double[] times = asked.stream().mapToDouble(ExplanationTimes::time).toArray();
        IntStream.range(0, times.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> times[i]).reversed())
                .limit(SLOWEST)
                .toList()
                .forEach(i -> times[i] = Timed.median(IntStream.range(0, AGAIN)
                        .mapToDouble(any -> time(asked.get(i)))
                        .toArray()));
        int worst = IntStream.range(0, times.length)
                .boxed()
                .max(Comparator.comparing(i -> times[i]))
                .orElseThrow();
        return new ExplanationTimes(
                command,
                name,
                asked.size(),
                Timed.median(times),
                Arrays.stream(times).max().orElseThrow(),
                asked.get(worst).what());
    }

    private static double time(Asked asked) {
        long start = System.nanoTime();
        if (asked.text().isEmpty()) {
            throw new IllegalStateException("nothing was said of " + asked.what());
        }
        return (System.nanoTime() - start) / 1e6;
    }

    /** A row of the table. */
    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %,d | %s | %s%s | %s |%n",
                command,
                name,
                inputs,
                ms(median),
                ms(worst),
                worst > 1_000 ? " (missed)" : "",
                slowest.isEmpty() ? "" : "`" + slowest + "`");
    }

    private static String ms(double milliseconds) {
        return String.format(Locale.ROOT, milliseconds < 10 ? "%.1f ms" : "%,.0f ms", milliseconds);
    }
}
