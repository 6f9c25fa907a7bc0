package org.demarche.bench;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.demarche.Assessment;
import org.demarche.Reasoner;
import org.demarche.bench.peers.PlainDrools;
import org.demarche.cases.CaseFile;
import org.demarche.inference.Choice;
import org.demarche.inference.Limits;
import org.demarche.inference.Method;
import org.demarche.worlds.Worlds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Side by side in one run: this engine, one plain Drools session for each scenario, and clingo enumerating. Not a test: it is run by
 * {@code ./mvnw -Pbench test}, prints its tables and writes each between two marks of docs/benchmarks.md. That the answers are the same is
 * tested by {@link WorkloadTest} in every build.
 */
class Benchmarks {

    private static final Path DOCUMENT = Path.of("docs/benchmarks.md");
    private static final String BEGIN = "<!-- results: begin -->\n";
    private static final String END = "<!-- results: end -->\n";
    private static final String EXPLANATIONS_BEGIN = "<!-- explanations: begin -->\n";
    private static final String EXPLANATIONS_END = "<!-- explanations: end -->\n";
    private static final List<String> SHIPPED = List.of("kestrel-strait", "kim-beijing-2018", "taiwan-strait-1958");
    private static final int REACH = 2;
    private static final int MANY = 60;
    private static final int FEW = 9;
    private static final int SESSIONS = 300;
    private static final int CLINGO_SECONDS = 60;

    @TempDir
    Path folder;

    private final List<String[]> rows = new ArrayList<>();
    private int folders;

    @Test
    void all() throws Exception {
        for (int[] each : new int[][] {{12, 60}, {16, 100}, {20, 100}, {24, 100}, {28, 100}}) {
            sideBySide(each[0], 2, each[1]);
        }
        sideBySide(20, 4, 100);
        large();
        details();
        withoutDiagrams();
        adversarial();
        for (String name : SHIPPED) {
            shipped(name);
        }
        cold();
        publish();
    }

    /** What each command that explains takes, on the shipped cases and on a large one. */
    @Test
    void explanations() throws Exception {
        List<ExplanationTimes> times = new ArrayList<>();
        for (String name : SHIPPED) {
            times.addAll(ExplanationTimes.of(Explained.shipped(name)));
        }
        times.addAll(ExplanationTimes.of(Explained.large(folder.resolve("large"), LargeCase.FULL)));
        StringBuilder table = new StringBuilder(machine()).append("\n\n").append(ExplanationTimes.HEAD);
        times.forEach(each -> table.append(each.row()));
        System.out.print(table);
        publish(table.toString(), EXPLANATIONS_BEGIN, EXPLANATIONS_END);
    }

    private Bench bench(int questions, int answers, int rules, int reach) {
        return new Bench(Workload.of(questions, answers, rules, reach, 20260401), folder.resolve("w" + folders++));
    }

    private void sideBySide(int questions, int answers, int rules) throws Exception {
        Bench bench = bench(questions, answers, rules, REACH);
        double match = Timed.median(MANY, bench::match);
        double labels = Timed.median(MANY, bench::labels);
        double everything = Timed.median(MANY, bench::assess);
        double scenarios = Math.pow(answers, questions);
        String what = questions + " questions of " + answers + ", " + rules + " rules";
        row(what + ": matching and labels", ms(match + labels), "", "");
        row(what + ": everything said of each inference", ms(everything), "", "");
        double session = session(bench);
        int drools = questions == 20 && answers == 2 ? 10_000 : 0;
        row(
                what + ": Drools, " + count(scenarios) + " sessions of " + ms(session),
                seconds(session * scenarios / 1000) + " (extrapolated)",
                ratio(session * scenarios / (match + labels)),
                target(drools, session * scenarios / (match + labels)));
        ClingoRun clingo = ClingoRun.of(bench.workload().asp(), folder, CLINGO_SECONDS);
        double took = 1000 * clingo.wall(scenarios);
        int wanted = answers > 2 ? 0 : questions == 20 ? 100 : questions == 24 ? 1_000 : questions == 28 ? 10_000 : 0;
        row(
                what + ": clingo, enumerating",
                seconds(took / 1000) + (clingo.all() ? "" : " (extrapolated)"),
                ratio(took / (match + labels)),
                target(wanted, took / (match + labels)));
    }

    /** The median time of a session, over scenarios drawn at random. */
    private static double session(Bench bench) throws Exception {
        PlainDrools drools = new PlainDrools(bench.workload().drl());
        SplittableRandom random = new SplittableRandom(1);
        return Timed.median(SESSIONS, () -> {
            int[] scenario = random.ints(
                            bench.workload().questions(), 0, bench.workload().answers())
                    .toArray();
            return drools.concluded(bench.workload().facts(scenario));
        });
    }

    private void large() throws Exception {
        Bench bench = bench(64, 2, 3_000, REACH);
        double labels = Timed.median(MANY / 2, bench::labels);
        row("64 questions of 2, 3,000 rules nearby: labels", ms(labels), "", most(20, labels));
        row("the same: matching", ms(Timed.median(FEW, bench::match)), "", "");
    }

    private void details() throws Exception {
        Bench bench = bench(32, 2, 100, REACH);
        List<Integer> nodes =
                bench.assess().inferences().stream().map(bench::node).toList();
        double influences =
                timedOn(bench, worlds -> nodes.stream().map(worlds::pivots).toList());
        row(
                "32 questions, 100 rules: influence of all questions on all " + nodes.size() + " inferences",
                ms(influences),
                "",
                most(5, influences));
        double[] conditions = new double[nodes.size()];
        double[] likelihoods = new double[nodes.size()];
        for (int i = 0; i < conditions.length; i++) {
            int node = nodes.get(i);
            conditions[i] = timedOn(bench, worlds -> worlds.conditions(node));
            likelihoods[i] = timedOn(bench, worlds -> worlds.likelihood(node));
        }
        row(
                "the same: all conditions of one inference, median",
                ms(Timed.median(conditions)),
                "",
                most(1, Timed.median(conditions)));
        row("the same: bounds of one likelihood, median", ms(Timed.median(likelihoods)), "", "");
    }

    /** The median time of something that is done once with labels, which keep what was computed from them. */
    private static double timedOn(Bench bench, Function<Worlds, ?> work) {
        double[] times = new double[MANY / 2];
        for (int i = -times.length; i < times.length; i++) {
            Worlds worlds = bench.labels();
            long start = System.nanoTime();
            Object result = work.apply(worlds);
            if (i >= 0 && result != null) {
                times[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        return Timed.median(times);
    }

    /** Every inference of a case in which some hang on all 28 questions. */
    private void withoutDiagrams() throws Exception {
        Bench bench = bench(28, 2, 250, 28);
        List<Integer> nodes =
                bench.assess().inferences().stream().map(bench::node).toList();
        int widest = nodes.stream()
                .max(Comparator.comparing((Integer each) -> questions(bench, each))
                        .thenComparing(each -> derivations(bench, each)))
                .orElseThrow();
        BigInteger exact = bench.labels().scenarios(widest);
        Limits none = Limits.DEFAULT.toBuilder().nodes(1).build();
        double counted = Timed.median(3, () -> {
            Worlds worlds = bench.labels(none);
            BigInteger count = worlds.scenarios(widest);
            if (worlds.method(widest) != Method.BLOCKS || !count.equals(exact)) {
                throw new IllegalStateException(count + " and not " + exact);
            }
            return count;
        });
        row(
                "28 questions, 250 rules from anywhere, no diagrams: up to 2^" + questions(bench, widest)
                        + " scenarios one by one, for " + nodes.size() + " inferences, the widest on "
                        + derivations(bench, widest) + " derivations",
                ms(counted),
                "",
                "");
        row("the same, for one inference", ms(counted / nodes.size()), "", most(1_000, counted / nodes.size()));
    }

    private static long questions(Bench bench, int node) {
        return bench.graph().cone(node).stream()
                .boxed()
                .flatMap(each -> bench.graph().statedBy(each).stream())
                .map(Choice::question)
                .distinct()
                .count();
    }

    private static int derivations(Bench bench, int node) {
        return bench.graph().cone(node).stream()
                .map(each -> bench.graph().derivationsOf(each).size())
                .sum();
    }

    private void adversarial() {
        for (int[] each : new int[][] {{32, 300}, {32, 1_000}, {40, 1_500}}) {
            Bench bench = bench(each[0], 2, each[1], each[0]);
            long start = System.nanoTime();
            Assessment assessment =
                    bench.assess(Limits.DEFAULT.toBuilder().nodes(200_000).build());
            double took = (System.nanoTime() - start) / 1e6;
            Map<Method, Integer> methods = new EnumMap<>(Method.class);
            assessment.inferences().forEach(inference -> methods.merge(inference.method(), 1, Integer::sum));
            row(
                    each[0] + " questions, " + each[1] + " rules from anywhere, 200,000 nodes: everything; "
                            + methods.toString().toLowerCase(Locale.ROOT),
                    seconds(took / 1000),
                    "",
                    "");
        }
    }

    private void shipped(String name) throws Exception {
        Reasoner reasoner = Reasoner.load(Path.of("rules"));
        CaseFile caseFile = CaseFile.read(Path.of("facts").resolve(name));
        double took = Timed.median(MANY / 2, () -> reasoner.assess(caseFile));
        row("facts/" + name + ": everything, rules loaded", ms(took), "", "");
    }

    /** From nothing: a process that compiles the rules and writes everything down, against clingo's process. */
    private void cold() throws Exception {
        Bench bench = bench(28, 2, 100, REACH);
        Path facts = folder.resolve("w" + (folders - 1)).resolve("facts/test-case");
        double[] times = new double[FEW / 2];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            "org.demarche.cli.Main",
                            "run",
                            facts.toString(),
                            "--format=json",
                            "-o",
                            folder.resolve("out.json").toString())
                    .inheritIO()
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("the command line failed");
            }
            times[i] = (System.nanoTime() - start) / 1e9;
        }
        double took = Timed.median(times);
        ClingoRun clingo = ClingoRun.of(bench.workload().asp(), folder, CLINGO_SECONDS);
        double wall = clingo.wall(Math.pow(2, 28));
        row("28 questions, 100 rules, cold: the command line", seconds(took), "", "");
        row(
                "the same: clingo, enumerating",
                seconds(wall) + (clingo.all() ? "" : " (extrapolated)"),
                ratio(wall / took),
                target(50, wall / took));
    }

    private void row(String what, String time, String ratio, String target) {
        rows.add(new String[] {what, time, ratio, target});
        System.out.printf(Locale.ROOT, "%-100s %28s %14s  %s%n", what, time, ratio, target);
    }

    private void publish() throws IOException {
        StringBuilder table =
                new StringBuilder(machine()).append("\n\n| | time | times as long | target |\n|---|---|---|---|\n");
        rows.forEach(row -> table.append("| ").append(String.join(" | ", row)).append(" |\n"));
        publish(table.toString(), BEGIN, END);
    }

    private static void publish(String table, String from, String to) throws IOException {
        String document = Files.readString(DOCUMENT);
        int begin = document.indexOf(from) + from.length();
        Files.writeString(
                DOCUMENT,
                document.substring(0, begin) + "\n" + table + "\n" + document.substring(document.indexOf(to)));
    }

    private static String machine() throws IOException {
        return LocalDate.now() + ", " + Runtime.getRuntime().availableProcessors() + " cores ("
                + first("/proc/cpuinfo", "model name") + "), " + Runtime.version() + ", heap of "
                + Runtime.getRuntime().maxMemory() / (1 << 20) + " MiB, "
                + said("clingo", "--version").lines().findFirst().orElse("") + ", Drools 10.2.0.";
    }

    private static String first(String file, String key) throws IOException {
        Path path = Path.of(file);
        return !Files.exists(path)
                ? "unknown"
                : Files.readAllLines(path).stream()
                        .filter(line -> line.startsWith(key))
                        .map(line -> line.replaceFirst(".*: ", ""))
                        .findFirst()
                        .orElse("unknown");
    }

    private static String said(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String ms(double milliseconds) {
        String format = milliseconds < 0.1 ? "%.3f ms" : milliseconds < 10 ? "%.2f ms" : "%,.0f ms";
        return String.format(Locale.ROOT, format, milliseconds);
    }

    private static String seconds(double seconds) {
        if (seconds > 3_600 * 48) {
            return String.format(Locale.ROOT, "%,.0f days", seconds / 86_400);
        }
        return seconds > 7_200
                ? String.format(Locale.ROOT, "%,.0f hours", seconds / 3_600)
                : String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%,.0f s", seconds);
    }

    private static String count(double scenarios) {
        return String.format(Locale.ROOT, "%,.0f", scenarios);
    }

    private static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%,.0f", ratio);
    }

    private static String target(int least, double ratio) {
        return least == 0 ? "" : String.format(Locale.ROOT, "≥ %,d: %s", least, ratio >= least ? "met" : "missed");
    }

    private static String most(int milliseconds, double took) {
        return String.format(Locale.ROOT, "≤ %,d ms: %s", milliseconds, took <= milliseconds ? "met" : "missed");
    }
}
