package org.demarche.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.demarche.bench.classics.Classic;
import org.demarche.bench.classics.Engines;
import org.demarche.bench.classics.Engines.Ran;
import org.demarche.bench.classics.Manners;
import org.demarche.bench.classics.Waltz;
import org.demarche.bench.measure.Answers;
import org.demarche.bench.measure.Answers.DifferentAnswersException;
import org.demarche.bench.measure.Program;
import org.demarche.bench.measure.Race;
import org.demarche.bench.measure.Spread;
import org.demarche.bench.measure.Table;
import org.demarche.bench.measure.Target;
import org.demarche.bench.measure.Units;
import org.demarche.bench.peers.Peer;

/** Manners and Waltz: our plain session against Drools itself in the same process, and against CLIPS, process against process. */
final class Classics implements Job {

    private static final Pattern FOUND = Pattern.compile("(?m)^(\\d+:\\w+)$");
    private static final Pattern SECONDS = Pattern.compile("seconds=([\\d.e-]+)");
    private static final int SEED = 7;
    private static final double MOST = 1.1;

    private final Table engines = new Table(
            "", "firings>", "Demarche, firing>", "plain Drools, firing>", "ratio>", "CLIPS, firing>", "target");
    private final Table processes = new Table("", "contender", "wall>", "CPU>", "memory>");

    @Override
    public String name() {
        return "classics";
    }

    @Override
    public String what() {
        return "Manners and Waltz as plain sessions";
    }

    @Override
    public Outcome run(Setting setting) throws Exception {
        List<Classic> all = new ArrayList<>();
        for (int guests : setting.quick() ? new int[] {16} : new int[] {16, 32, 64}) {
            all.add(Manners.of(guests, SEED));
        }
        all.add(setting.quick() ? Waltz.of(2, 5) : Waltz.of(12, 10));
        for (Classic each : all) {
            setting.say(each.title());
            Path folder = setting.folder().resolve(each.title().replaceAll("\\W+", "-"));
            each.write(folder);
            measure(setting, each, folder);
        }
        return new Outcome(engines.markdown() + "\n" + processes.markdown());
    }

    private void measure(Setting setting, Classic classic, Path folder) throws Exception {
        Engines run = new Engines(classic, folder);
        Program clips = Peer.CLIPS.running(folder.resolve("clips.txt"));
        String printed = Peer.CLIPS.installed() ? clips.output() : "";
        int firings = compare(classic, run, printed);
        // In turns, and as often before anything counts.
        int times = setting.times(25, 2);
        double[] ours = new double[times];
        double[] plain = new double[times];
        for (int i = -times; i < times; i++) {
            double one = run.oursMs();
            double other = run.plainMs();
            if (i >= 0) {
                ours[i] = one;
                plain[i] = other;
            }
        }
        double ratio = Spread.of(ours).median() / Spread.of(plain).median();
        engines.row(
                classic.title(),
                Units.count(firings),
                Spread.of(ours).text(Units::ms),
                Spread.of(plain).text(Units::ms),
                Units.ratio(ratio),
                printed.isEmpty() ? "not installed" : Units.ms(1000 * seconds(printed)),
                Target.atMost(MOST, ratio, Units::ratio));
        wholly(setting, classic, folder, printed.isEmpty() ? List.of() : List.of(clips));
    }

    private void wholly(Setting setting, Classic classic, Path folder, List<Program> others) throws Exception {
        List<Program> programs = new ArrayList<>();
        for (Jdk jdk : setting.jdks()) {
            Program ours =
                    setting.demarche(jdk, "run", folder.toString(), "--format", "json", "-o", folder + "/out.json");
            ours.output();
            Files.delete(folder.resolve("out.json"));
            programs.add(ours);
        }
        programs.addAll(others);
        Race.of(programs, setting.times(7, 1))
                .forEach((name, cost) -> processes.row(
                        classic.title(),
                        name,
                        cost.wall().text(Units::seconds),
                        Units.seconds(cost.cpu()),
                        Units.mebibytes(cost.peak())));
    }

    /**
     * The same firings and the same answer of both sessions. Who sits where hangs on the order of search, so that any seating of CLIPS is
     * right in which everybody fits.
     */
    static int compare(Classic classic, Engines run, String clips) throws ReflectiveOperationException {
        Ran plain = run.plain();
        Ran ours = Engines.ran(run.ours());
        if (plain.firings() != ours.firings()) {
            throw new DifferentAnswersException(classic.title() + ": plain Drools fires " + plain.firings()
                    + " times, Demarche " + ours.firings() + " times.");
        }
        Answers answers = new Answers(classic.title());
        answers.add("plain Drools", classic.answer().apply(plain.facts()));
        answers.add("Demarche", classic.answer().apply(ours.facts()));
        Set<String> others =
                FOUND.matcher(clips).results().map(each -> each.group(1)).collect(Collectors.toSet());
        if (classic.rules().equals("manners")) {
            seated(classic, Map.of("Demarche", classic.answer().apply(ours.facts())));
            seated(classic, clips.isEmpty() ? Map.of() : Map.of("CLIPS", others));
        } else if (!clips.isEmpty()) {
            answers.add("CLIPS", others);
        }
        answers.agreed();
        return ours.firings();
    }

    private static void seated(Classic classic, Map<String, Set<String>> seatings) {
        seatings.forEach((contender, seating) -> {
            List<String> wrong = Manners.wrong(classic, seating);
            if (!wrong.isEmpty()) {
                throw new DifferentAnswersException(
                        classic.title() + ": " + contender + " seats badly: " + String.join(", ", wrong));
            }
        });
    }

    private static double seconds(String printed) {
        return SECONDS.matcher(printed)
                .results()
                .mapToDouble(each -> Double.parseDouble(each.group(1)))
                .findFirst()
                .orElseThrow();
    }
}
