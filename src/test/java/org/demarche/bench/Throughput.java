package org.demarche.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.demarche.Assessment;
import org.demarche.Reasoner;
import org.demarche.bench.measure.Answers;
import org.demarche.bench.measure.Spread;
import org.demarche.bench.measure.Table;
import org.demarche.bench.measure.Target;
import org.demarche.bench.measure.Units;
import org.demarche.bench.peers.PlainDrools;
import org.demarche.bench.peers.PlainDrools.Model;
import org.demarche.cases.Answer;
import org.demarche.cases.CaseFile;
import org.demarche.cases.Question;
import org.demarche.cases.Statement;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;
import org.demarche.model.Capability;
import org.demarche.model.Constraint;
import org.demarche.model.Event;
import org.demarche.model.Fact;
import org.demarche.model.Intention;
import org.demarche.model.Relation;

/** Many small cases, one after the other, with one set of loaded rules. */
final class Throughput implements Job {

    private static final int CASES = 500;
    private static final int WANTED = 10_000;
    private static final double TWICE = 1.8;

    private final Table table =
            new Table("cases", "contender", "threads>", "cases per second>", "of one thread>", "target");

    @Override
    public String name() {
        return "throughput";
    }

    @Override
    public String what() {
        return "small cases per second";
    }

    @Override
    public Outcome run(Setting setting) throws Exception {
        Path rules = Path.of("rules/maritime");
        Reasoner reasoner = Reasoner.load(rules);
        PlainDrools plain = new PlainDrools(List.of(Files.readString(rules.resolve("maritime.drl"))), Model.CLASSIC);
        List<List<Fact>> stated = stated();
        List<CaseFile> closed = stated.stream().map(each -> built(each).build()).toList();
        List<CaseFile> open = stated.stream()
                .map(each -> built(each).question(escorts()).build())
                .toList();
        for (int i = 0; i < CASES; i++) {
            Answers answers = new Answers("the small case number " + i + ", " + stated.get(i));
            answers.add("plain Drools", with("a move", plain.concluded(stated.get(i))));
            answers.add(
                    "Demarche",
                    with(
                            "a move",
                            reasoner.assess(closed.get(i)).with(Status.ROBUST).stream()
                                    .map(Inference::id)
                                    .collect(Collectors.toSet())));
            answers.agreed();
        }
        both(setting, "5 to 10 facts", "Demarche, with derivations", closed, each -> assessed(reasoner, each), WANTED);
        both(setting, "5 to 10 facts", "plain Drools, a session each", stated, plain::concluded, 0);
        both(
                setting,
                "5 to 10 facts and an open question",
                "Demarche, with derivations",
                open,
                each -> assessed(reasoner, each),
                0);
        return new Outcome(table.markdown());
    }

    /** So that cases of which nothing follows can be compared too. */
    private static Set<String> with(String always, Set<String> concluded) {
        return java.util.stream.Stream.concat(concluded.stream(), java.util.stream.Stream.of(always))
                .collect(Collectors.toSet());
    }

    private static void assessed(Reasoner reasoner, CaseFile file) {
        Assessment assessment = reasoner.assess(file);
        for (Inference each : assessment.inferences()) {
            int node = assessment.worlds().graph().find(each.fact()).orElseThrow();
            if (assessment.worlds().graph().derivationsOf(node).isEmpty()
                    || each.scenarios().signum() < 0) {
                throw new IllegalStateException(each + " has no derivation");
            }
        }
    }

    private <T> void both(Setting setting, String cases, String contender, List<T> all, Consumer<T> work, int wanted)
            throws Exception {
        setting.say(cases + ": " + contender);
        double one = rates(setting, 1, all, work).median();
        for (int threads : new int[] {1, 2}) {
            Spread rates = rates(setting, threads, all, work);
            String target = wanted == 0
                    ? ""
                    : threads == 1
                            ? Target.atLeast(wanted, rates.median(), Units::count)
                            : Target.atLeast(TWICE, rates.median() / one, each -> Units.ratio(each) + "x one thread");
            one = threads == 1 ? rates.median() : one;
            table.row(
                    cases,
                    contender,
                    Integer.toString(threads),
                    rates.text(Units::count),
                    Units.ratio(rates.median() / one),
                    target);
        }
    }

    /** Cases per second, in rounds of some length. */
    private static <T> Spread rates(Setting setting, int threads, List<T> all, Consumer<T> work) throws Exception {
        double[] rates = new double[setting.times(9, 1)];
        double seconds = setting.quick() ? 0.1 : 1;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (int i = 0; i < rates.length; i++) {
                rates[i] = rate(pool, threads, seconds, all, work);
            }
        } finally {
            pool.shutdown();
        }
        return Spread.of(rates);
    }

    private static <T> double rate(ExecutorService pool, int threads, double seconds, List<T> all, Consumer<T> work)
            throws Exception {
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        List<Callable<Integer>> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int from = i * all.size() / threads;
            workers.add(() -> {
                int done = 0;
                while (System.nanoTime() < end) {
                    work.accept(all.get((from + done) % all.size()));
                    done++;
                }
                return done;
            });
        }
        double done = 0;
        for (Future<Integer> each : pool.invokeAll(workers)) {
            done += each.get();
        }
        return done / ((System.nanoTime() - start) / 1e9);
    }

    private static List<List<Fact>> stated() {
        Random random = new Random(1);
        List<List<Fact>> all = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            List<Fact> facts = new ArrayList<>(List.of(
                    new Intention("VAR", "isolate", "KES"),
                    new Relation("HAL", "ally-of", "KES"),
                    new Relation("VAR", "adversary-of", "KES"),
                    new Relation("VAR", "borders", i % 2 == 0 ? "HAL" : "KES"),
                    new Capability("VAR", "homeland-strike", i % 3 == 0 ? "HAL" : "KES")));
            List<Fact> more = List.of(
                    new Capability("VAR", "naval-interdiction", "KES"),
                    new Constraint("VAR", "open-war", i % 2 == 0 ? "HAL" : ""),
                    new Event("HAL", "escort", "KES"),
                    new Constraint("KES", "attack", "VAR"),
                    new Relation("HAL", "protects", "KES"));
            more.stream().filter(each -> random.nextInt(3) > 0).forEach(facts::add);
            all.add(List.copyOf(facts));
        }
        return all;
    }

    private static CaseFile.Builder built(List<Fact> facts) {
        CaseFile.Builder builder = CaseFile.builder("small-case").rules("maritime");
        facts.forEach(builder::fact);
        return builder;
    }

    private static Question escorts() {
        return Question.of(
                "escorts",
                "Will the ally escort convoys?",
                Answer.of("yes", Statement.of(new Event("HAL", "escort", "KES"))),
                Answer.of("no"));
    }
}
