package org.demarche.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.demarche.bench.measure.Answers;
import org.demarche.bench.measure.Chart;
import org.demarche.bench.measure.Program;
import org.demarche.bench.measure.Race;
import org.demarche.bench.measure.Race.Result;
import org.demarche.bench.measure.Table;
import org.demarche.bench.measure.Target;
import org.demarche.bench.measure.Units;
import org.demarche.bench.peers.Peer;
import org.demarche.bench.peers.PlainDrools.Model;

/** Whole processes, from nothing to the last line printed: generated rules in all languages, and the shipped cases. */
final class ColdStart implements Job {

    private static final List<String> SHIPPED = List.of("kestrel-strait", "kim-beijing-2018", "taiwan-strait-1958");
    private static final String KIM = "kim-beijing-2018";
    private static final String UNSEEN = ", rules never seen before";
    private static final String CHANGED = ", facts never seen before";
    private static final Sizes FULL = new Sizes(List.of(30, 300), List.of(100, 1_000));

    /** Of more rules the executable model takes minutes. */
    private static final int MOST_EXECUTABLE = 300;

    private static final Sizes QUICK = new Sizes(List.of(30), List.of());

    /**
     * How many rules.
     *
     * @param listed in the table and drawn
     * @param drawn in the picture only, and run less often
     */
    private record Sizes(List<Integer> listed, List<Integer> drawn) {}

    private final Table table =
            new Table("job", "contender", "runs>", "wall>", "CPU>", "memory>", "to Hello>", "to Demarche>", "target");

    @Override
    public String name() {
        return "cold";
    }

    @Override
    public String what() {
        return "cold start: processes from nothing to the last line";
    }

    @Override
    public Outcome run(Setting setting) throws Exception {
        Chart chart = new Chart("Cold start, whole process, 20 facts", "rules", "seconds of wall time", Units::seconds);
        Map<Integer, Map<String, Result>> bySize = new TreeMap<>();
        Sizes sizes = setting.quick() ? QUICK : FULL;
        for (int size : sizes.listed()) {
            bySize.put(size, generated(setting, size, setting.times(15, 1), true));
        }
        for (int size : sizes.drawn()) {
            bySize.put(size, generated(setting, size, setting.times(3, 1), false));
        }
        bySize.forEach((size, results) -> results.forEach((contender, result) -> {
            if (!contender.contains("Hello") && !contender.contains("JDK 25")) {
                chart.add(contender, size, result.wall().median());
            }
        }));
        for (String each : SHIPPED) {
            shipped(setting, each);
        }
        return new Outcome(table.markdown(), Map.of("cold-start.svg", chart));
    }

    /** All contenders on so many rules. */
    private Map<String, Result> generated(Setting setting, int size, int times, boolean listed) throws Exception {
        setting.say(size + " rules, 20 facts: answers, then times");
        ColdRules rules = ColdRules.write(size, setting.folder().resolve("rules-" + size));
        Program unseen = unseen(setting, size);
        List<Program> programs = new ArrayList<>();
        for (Jdk jdk : setting.jdks()) {
            programs.add(setting.demarche(jdk, "run", rules.caseFolder().toString(), "--format", "json"));
        }
        programs.add(setting.plain(setting.jdks().get(0), Model.CLASSIC, rules.lines(), List.of(rules.plain())));
        if (size <= MOST_EXECUTABLE) {
            programs.add(setting.plain(setting.jdks().get(0), Model.EXECUTABLE, rules.lines(), List.of(rules.plain())));
        }
        setting.peers().forEach(each -> programs.add(each.running(rules.of(each))));
        Program changed = changed(setting, size);
        programs.add(changed);
        programs.add(unseen);
        Answers answers = new Answers(size + " rules, 20 facts");
        for (Program each : programs) {
            answers.add(each.name(), ColdRules.concluded(each.output()));
        }
        String job = size + " rules, 20 facts, " + answers.agreed() + " conclusions";
        if (listed) {
            programs.addAll(0, hellos(setting));
        }
        Map<String, Result> results = Race.of(programs, times);
        if (listed) {
            String ours = setting.demarche(setting.jdks().get(0)).name();
            results.forEach((contender, result) ->
                    row(job, contender, result, results, ours, target(size, contender, results, ours)));
            missing(setting, job);
        }
        results.remove(unseen.name());
        results.remove(changed.name());
        return results;
    }

    /** The first run of rules that nobody has run before, each time with other ids. */
    private static Program unseen(Setting setting, int size) {
        ColdRules rules = ColdRules.write(size, setting.folder().resolve("unseen-" + size));
        AtomicInteger number = new AtomicInteger();
        long started = System.currentTimeMillis();
        Program program = setting.demarche(
                setting.jdks().get(0), "run", rules.caseFolder().toString(), "--format", "json");
        return program.named(program.name() + UNSEEN)
                .before(() -> rules.writeRules("v" + started + "-" + number.incrementAndGet() + "-"));
    }

    /** Rules that have been run before, each time with another fact besides, of which nothing follows. */
    private static Program changed(Setting setting, int size) {
        ColdRules rules = ColdRules.write(size, setting.folder().resolve("changed-" + size));
        AtomicInteger number = new AtomicInteger();
        long started = System.currentTimeMillis();
        Program program = setting.demarche(
                setting.jdks().get(0), "run", rules.caseFolder().toString(), "--format", "json");
        return program.named(program.name() + CHANGED)
                .before(() -> rules.writeCase("x-" + started + "-" + number.incrementAndGet()));
    }

    private static List<Program> hellos(Setting setting) throws IOException, InterruptedException {
        List<Program> hellos = new ArrayList<>();
        for (Jdk each : setting.jdks()) {
            hellos.add(setting.hello(each));
        }
        return hellos;
    }

    private static String target(int size, String contender, Map<String, Result> results, String ours) {
        double wall = results.get(contender).wall().median();
        if (contender.equals(ours) && size == 300) {
            return Target.atMost(0.45, wall, Units::seconds);
        }
        if (contender.endsWith(UNSEEN) && size == 30) {
            return Target.atMost(1.5, wall, Units::seconds);
        }
        return contender.contains("classic")
                ? Target.atLeast(5, wall / results.get(ours).wall().median(), Units::ratio) + " (to Demarche)"
                : "";
    }

    private void row(String job, String contender, Result result, Map<String, Result> all, String ours, String target) {
        double wall = result.wall().median();
        String jdk = contender.contains("JDK 25") ? "JDK 25" : "JDK 17";
        Result hello = all.get("java Hello, " + jdk);
        Result demarche = all.get(ours);
        table.row(
                job,
                contender,
                Integer.toString(result.wall().times()),
                result.wall().text(Units::seconds),
                Units.seconds(result.cpu()),
                Units.mebibytes(result.peak()),
                hello == null ? "" : Units.ratio(wall / hello.wall().median()),
                demarche == null ? "" : Units.ratio(wall / demarche.wall().median()),
                target);
    }

    private void missing(Setting setting, String job) {
        Peer.missing()
                .forEach(each ->
                        table.row(job, each.title(), "", "not installed: " + each.debian(), "", "", "", "", ""));
        setting.missingJdks().ifPresent(each -> table.row(job, "Demarche", "", "no " + each, "", "", "", "", ""));
    }

    /** A case that comes with the program, on every JDK. */
    private void shipped(Setting setting, String name) throws Exception {
        setting.say("facts/" + name);
        String facts = Path.of("facts").resolve(name).toString();
        List<Program> programs = new ArrayList<>();
        Answers answers = new Answers("facts/" + name);
        for (Jdk jdk : setting.jdks()) {
            Program program = setting.demarche(jdk, "run", facts, "--format", "json");
            programs.add(program);
            answers.add(program.name(), program.output().lines().collect(Collectors.toSet()));
        }
        answers.agreed();
        programs.addAll(0, hellos(setting));
        Map<String, Result> results = new LinkedHashMap<>(Race.of(programs, setting.times(15, 1)));
        for (Jdk jdk : setting.jdks()) {
            String contender = setting.demarche(jdk).name();
            double wall = results.get(contender).wall().median();
            double hello = results.get("java Hello, " + jdk).wall().median();
            String target = name.equals(KIM)
                    ? Target.atMost(jdk.feature() == 17 ? 0.3 : 0.2, wall, Units::seconds) + "; "
                            + Target.atMost(7, wall / hello, each -> Units.ratio(each) + "x Hello")
                    : "";
            String ours = setting.demarche(setting.jdks().get(0)).name();
            row("facts/" + name, contender, results.get(contender), results, ours, target);
        }
    }
}
