package org.demarche.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.Assessment;
import org.demarche.Reasoner;
import org.demarche.bench.measure.Answers;
import org.demarche.bench.measure.Chart;
import org.demarche.bench.measure.Program;
import org.demarche.bench.measure.Program.FailedException;
import org.demarche.bench.measure.Race;
import org.demarche.bench.measure.Race.Result;
import org.demarche.bench.measure.Table;
import org.demarche.bench.measure.Target;
import org.demarche.bench.measure.Units;
import org.demarche.bench.peers.PlainDrools;
import org.demarche.bench.peers.PlainDrools.Model;
import org.demarche.cases.CaseFile;
import org.demarche.inference.Inference;
import org.demarche.inference.Status;

/** A thousand, ten thousand, a hundred thousand facts through the general rules that come with the program. */
final class FactsBySize implements Job {

    private static final Path RULES = Path.of("rules/theory");
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");
    private static final int LARGE = 100_000;
    private static final int MOST_SECONDS = 5;
    private static final double GIBI = 1 << 30;

    private final Table table = new Table(
            "facts>", "conclusions>", "contender", "runs>", "wall>", "CPU>", "memory>", "to Demarche>", "target");
    private final Table steps =
            new Table("facts>", "reading the case>", "assessing it>", "plain Drools, inserting and firing>");
    private final Chart chart = new Chart(
            "Facts through the general rules, whole process", "facts", "seconds of wall time", Units::seconds);

    @Override
    public String name() {
        return "facts";
    }

    @Override
    public String what() {
        return "many facts through rules/theory";
    }

    @Override
    public Outcome run(Setting setting) throws Exception {
        for (int size : setting.quick() ? new int[] {1_000} : new int[] {1_000, 10_000, LARGE}) {
            setting.say(Units.count(size) + " facts");
            Path folder = setting.folder().resolve("facts-" + size);
            ManyFacts facts = ManyFacts.write(size, folder);
            processes(setting, size, folder);
            inside(setting, size, folder, facts);
        }
        return new Outcome(
                table.markdown() + "\nIn one process that is warm, medians:\n\n" + steps.markdown(),
                Map.of("facts.svg", chart));
    }

    private void processes(Setting setting, int size, Path folder) throws Exception {
        List<Program> able = new ArrayList<>();
        Answers answers = new Answers(size + " facts through " + RULES);
        for (Program each : contenders(setting, folder)) {
            try {
                answers.add(each.name(), concluded(each.output()));
                able.add(each);
            } catch (FailedException failed) {
                if (setting.quick()) {
                    throw failed;
                }
                table.row(Units.count(size), "", each.name(), "", failed.shortly(), "", "", "", "");
            }
        }
        if (able.isEmpty()) {
            return;
        }
        int conclusions = answers.agreed();
        Map<String, Result> results = new LinkedHashMap<>(Race.of(able, setting.times(5, 1)));
        String ours = able.get(0).name();
        results.forEach((contender, result) -> {
            chart.add(contender, size, result.wall().median());
            table.row(
                    Units.count(size),
                    Units.count(conclusions),
                    contender,
                    Integer.toString(result.wall().times()),
                    result.wall().text(Units::seconds),
                    Units.seconds(result.cpu()),
                    Units.mebibytes(result.peak()),
                    Units.ratio(
                            result.wall().median() / results.get(ours).wall().median()),
                    target(size, contender, result));
        });
    }

    private static String target(int size, String contender, Result result) {
        return size == LARGE && contender.startsWith("Demarche")
                ? Target.atMost(MOST_SECONDS, result.wall().median(), Units::seconds) + "; "
                        + Target.atMost(GIBI, result.peak(), Units::mebibytes)
                : "";
    }

    private static List<Program> contenders(Setting setting, Path folder) throws IOException {
        List<Program> all = new ArrayList<>();
        for (Jdk jdk : setting.jdks()) {
            all.add(setting.demarche(jdk, "run", folder.toString(), "--rules", RULES.toString(), "--format", "json"));
        }
        for (Model model : Model.values()) {
            all.add(setting.plain(setting.jdks().get(0), model, ManyFacts.lines(folder), rules()));
        }
        return all;
    }

    private static List<Path> rules() throws IOException {
        try (Stream<Path> files = Files.list(RULES)) {
            return files.filter(each -> each.toString().endsWith(".drl"))
                    .sorted()
                    .toList();
        }
    }

    /** Ids, from our JSON or from the lines of a plain program. */
    private static Set<String> concluded(String printed) {
        if (printed.startsWith("{")) {
            String inferences = printed.substring(Math.max(0, printed.indexOf("\"inferences\"")));
            return ID.matcher(inferences)
                    .results()
                    .map(found -> found.group(1))
                    .filter(id -> id.contains("."))
                    .collect(Collectors.toSet());
        }
        return printed.lines().collect(Collectors.toSet());
    }

    private void inside(Setting setting, int size, Path folder, ManyFacts facts) throws Exception {
        int times = size == LARGE ? 3 : setting.times(9, 1);
        Reasoner reasoner = Reasoner.load(RULES);
        List<String> texts = new ArrayList<>();
        for (Path each : rules()) {
            texts.add(Files.readString(each));
        }
        PlainDrools plain = new PlainDrools(texts, Model.CLASSIC);
        CaseFile[] read = new CaseFile[1];
        double reading = Timed.median(
                times, () -> read[0] = CaseFile.read(folder, reasoner.rulebase().vocabulary()));
        Assessment[] assessed = new Assessment[1];
        double assessing = Timed.median(times, () -> assessed[0] = reasoner.assess(read[0]));
        Set<String>[] concluded = new Set[1];
        double firing = Timed.median(times, () -> concluded[0] = plain.concluded(facts.facts()));
        Answers answers = new Answers(size + " facts, in one process");
        answers.add(
                "Demarche",
                assessed[0].with(Status.ROBUST).stream().map(Inference::id).collect(Collectors.toSet()));
        answers.add("plain Drools", concluded[0]);
        answers.agreed();
        steps.row(Units.count(size), Units.ms(reading), Units.ms(assessing), Units.ms(firing));
    }
}
