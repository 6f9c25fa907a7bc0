package org.demarche.bench;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.demarche.Assessment;
import org.demarche.Reasoner;
import org.demarche.bench.measure.Answers;
import org.demarche.bench.measure.Chart;
import org.demarche.bench.measure.Program;
import org.demarche.bench.measure.Race;
import org.demarche.bench.measure.Table;
import org.demarche.bench.measure.Units;
import org.demarche.bench.peers.Peer;
import org.demarche.bench.peers.PlainDrools;
import org.demarche.cases.CaseFile;
import org.demarche.inference.Choice;
import org.demarche.inference.Inference;
import org.demarche.inference.Limits;
import org.demarche.inference.Method;
import org.demarche.inference.Status;
import org.demarche.worlds.Worlds;

/** Sets of scenarios: this engine, one plain Drools session for each scenario, and clingo enumerating them. */
final class Scenarios implements Job {

    private static final List<String> SHIPPED = List.of("kestrel-strait", "kim-beijing-2018", "taiwan-strait-1958");
    private static final int REACH = 2;
    private static final int MANY = 60;
    private static final int FEW = 9;
    private static final int SESSIONS = 300;
    private static final int CLINGO_SECONDS = 60;
    private static final int COMPARED = 40;

    private final Table table = new Table("", "time>", "times as long>", "target");
    private final Chart chart =
            new Chart("All scenarios of questions with two answers", "scenarios", "seconds", Units::seconds);
    private Setting setting;
    private int folders;

    @Override
    public String name() {
        return "scenarios";
    }

    @Override
    public String what() {
        return "all scenarios at once, against one after the other";
    }

    @Override
    public Outcome run(Setting given) throws Exception {
        setting = given;
        int[][] sizes = setting.quick()
                ? new int[][] {{8, 40}, {12, 60}}
                : new int[][] {{12, 60}, {16, 100}, {20, 100}, {24, 100}, {28, 100}};
        for (int[] each : sizes) {
            sideBySide(each[0], 2, each[1]);
        }
        if (!setting.quick()) {
            sideBySide(20, 4, 100);
            large();
            details();
            withoutDiagrams();
            adversarial();
            for (String name : SHIPPED) {
                shipped(name);
            }
            cold();
        }
        return new Outcome(table.markdown(), Map.of("scenarios.svg", chart));
    }

    private int many() {
        return setting.times(MANY, 3);
    }

    private Bench bench(int questions, int answers, int rules, int reach) {
        return new Bench(
                Workload.of(questions, answers, rules, reach, 20260401),
                setting.folder().resolve("w" + folders++));
    }

    private void sideBySide(int questions, int answers, int rules) throws Exception {
        setting.say(questions + " questions of " + answers + ", " + rules + " rules: answers, then times");
        Bench bench = bench(questions, answers, rules, REACH);
        compare(bench);
        double match = Timed.median(many(), bench::match);
        double labels = Timed.median(many(), bench::labels);
        double everything = Timed.median(many(), bench::assess);
        double scenarios = Math.pow(answers, questions);
        String what = questions + " questions of " + answers + ", " + rules + " rules";
        row(what + ": matching and labels", ms(match + labels), "", "");
        row(what + ": everything said of each inference", ms(everything), "", "");
        double session = session(bench);
        if (answers == 2) {
            chart.add("Demarche", scenarios, (match + labels) / 1000);
            chart.add("plain Drools, a session each", scenarios, session * scenarios / 1000);
        }
        int drools = questions == 20 && answers == 2 ? 10_000 : 0;
        row(
                what + ": Drools, " + count(scenarios) + " sessions of " + ms(session),
                seconds(session * scenarios / 1000) + " (extrapolated)",
                ratio(session * scenarios / (match + labels)),
                target(drools, session * scenarios / (match + labels)));
        if (!Peer.CLINGO.installed()) {
            row(what + ": clingo", "not installed", "", "");
            return;
        }
        ClingoRun clingo = ClingoRun.of(bench.workload().asp(), setting.folder(), CLINGO_SECONDS);
        counted(clingo, bench);
        double took = 1000 * clingo.wall(scenarios);
        if (answers == 2) {
            chart.add("clingo, enumerating", scenarios, took / 1000);
        }
        int wanted = answers > 2 ? 0 : questions == 20 ? 100 : questions == 24 ? 1_000 : questions == 28 ? 10_000 : 0;
        row(
                what + ": clingo, enumerating",
                seconds(took / 1000) + (clingo.all() ? "" : " (extrapolated)"),
                ratio(took / (match + labels)),
                target(wanted, took / (match + labels)));
    }

    /** In scenarios drawn at random the same holds here as in a session of Drools. */
    private static void compare(Bench bench) {
        PlainDrools drools = new PlainDrools(bench.workload().drl());
        Assessment assessment = bench.assess();
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < COMPARED; i++) {
            int[] scenario = random.ints(
                            bench.workload().questions(), 0, bench.workload().answers())
                    .toArray();
            List<Choice> choices = new ArrayList<>();
            bench.workload().named(scenario).forEach((question, answer) -> choices.add(new Choice(question, answer)));
            Set<String> holding = assessment.given(choices).with(Status.ROBUST).stream()
                    .map(Inference::id)
                    .collect(Collectors.toSet());
            Set<String> concluded = drools.concluded(bench.workload().facts(scenario));
            // Nothing may follow in a scenario.
            holding.add("a scenario");
            concluded.add("a scenario");
            Answers answers = new Answers("scenario " + Arrays.toString(scenario));
            answers.add("plain Drools", concluded);
            answers.add("Demarche", holding);
            answers.agreed();
        }
    }

    /** Where it came to the end, clingo has found as many scenarios. */
    private static void counted(ClingoRun clingo, Bench bench) {
        if (clingo.all()) {
            Answers answers = new Answers("scenarios of " + bench.workload().questions() + " questions");
            answers.add("clingo", Set.of(Long.toString(clingo.models())));
            answers.add("Demarche", Set.of(bench.assess().scenarios().toString()));
            answers.agreed();
        }
    }

    /** The median time of a session, over scenarios drawn at random. */
    private double session(Bench bench) throws Exception {
        PlainDrools drools = new PlainDrools(bench.workload().drl());
        SplittableRandom random = new SplittableRandom(1);
        return Timed.median(setting.times(SESSIONS, 10), () -> {
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
    private double timedOn(Bench bench, Function<Worlds, ?> work) {
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
        Path facts = setting.folder().resolve("w" + (folders - 1)).resolve("facts/test-case");
        Program ours = setting.demarche(setting.jdks().get(0), "run", facts.toString(), "--format=json");
        ours.output();
        double took = Race.of(List.of(ours), FEW / 2).get(ours.name()).wall().median();
        if (!Peer.CLINGO.installed()) {
            return;
        }
        ClingoRun clingo = ClingoRun.of(bench.workload().asp(), setting.folder(), CLINGO_SECONDS);
        double wall = clingo.wall(Math.pow(2, 28));
        row("28 questions, 100 rules, cold: the command line", seconds(took), "", "");
        row(
                "the same: clingo, enumerating",
                seconds(wall) + (clingo.all() ? "" : " (extrapolated)"),
                ratio(wall / took),
                target(50, wall / took));
    }

    private void row(String what, String time, String ratio, String target) {
        table.row(what, time, ratio, target);
        setting.say(what + ": " + time);
    }

    private static String ms(double milliseconds) {
        return Units.ms(milliseconds);
    }

    private static String seconds(double seconds) {
        return Units.seconds(seconds);
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
