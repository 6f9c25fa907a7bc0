package org.demarche.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.demarche.bench.measure.Answers;
import org.demarche.bench.measure.Answers.DifferentAnswersException;
import org.demarche.bench.measure.Chart;
import org.demarche.bench.measure.Document;
import org.demarche.bench.measure.Machine;
import org.demarche.bench.peers.Peer;

/**
 * Runs benchmarks: all, or those that are named. Each job writes its table between its own marks as soon as it is done, so that a run
 * which was cut off goes on with what is left. Started by {@code docs/benchmarks/run}.
 */
public final class RunBenchmarks {

    private static final String QUICK = "--quick";
    private static final Path DOCUMENT = Path.of("docs/benchmarks.md");
    private static final Path PICTURES = Path.of("docs/benchmarks");

    /** Whether a target was met. */
    private static final Pattern VERDICT = Pattern.compile(": (met|\\*\\*missed\\*\\*)");

    private RunBenchmarks() {}

    static List<Job> jobs() {
        return List.of(
                new ColdStart(),
                new WhatIfTimes(),
                new Throughput(),
                new Classics(),
                new FactsBySize(),
                new Scenarios(),
                new Explanations());
    }

    /** @param args the launcher, and what was given to the script */
    public static void main(String[] args) throws Exception {
        List<String> words = new ArrayList<>(Arrays.asList(args));
        Path launcher = Path.of(words.remove(0)).toAbsolutePath();
        boolean quick = words.remove(QUICK);
        List<String> names = jobs().stream().map(Job::name).toList();
        List<String> unknown =
                words.stream().filter(each -> !names.contains(each)).toList();
        if (!unknown.isEmpty()) {
            System.err.println("There is no benchmark " + String.join(", ", unknown) + ". There are: "
                    + String.join(", ", names) + ".");
            System.exit(2);
        }
        Path target = Path.of("target/benchmarks").toAbsolutePath();
        Setting setting = Setting.of(quick, launcher, Files.createDirectories(target.resolve("work")));
        greet(setting);
        try {
            run(
                    setting,
                    jobs().stream()
                            .filter(each -> words.isEmpty() || words.contains(each.name()))
                            .toList(),
                    quick ? target : Path.of(""));
        } catch (DifferentAnswersException different) {
            System.err.println(
                    "The answers are not the same, so nothing of this is worth timing.\n" + different.getMessage());
            System.exit(4);
        }
        System.err.println("All answers are the same: " + Answers.compared() + " comparisons.");
        System.exit(0);
    }

    private static void greet(Setting setting) throws IOException {
        List<Peer> missing = Peer.missing();
        if (!missing.isEmpty()) {
            System.err.println("Not here, and so left out: "
                    + missing.stream().map(Peer::title).collect(Collectors.joining(", "))
                    + ". Debian has them: apt-get install "
                    + missing.stream().map(Peer::debian).collect(Collectors.joining(" ")));
            if (Peer.required()) {
                System.err.println("DEMARCHE_PEERS says that they are required.");
                System.exit(1);
            }
        }
        setting.missingJdks().ifPresent(each -> System.err.println("Not here, and so left out: " + each + "."));
        if (!setting.quick() && Machine.load() > 0.5) {
            System.err.printf(
                    "The machine is busy (load %.1f): trust the ratios more than the times.%n", Machine.load());
        }
    }

    /** As after an installation: what Java keeps of the program is there, and nothing makes it while something else is measured. */
    private static void warm(Setting setting) throws Exception {
        for (Jdk jdk : setting.jdks()) {
            System.err.println("demarche cache warm, " + jdk);
            setting.demarche(jdk, "cache", "warm").output();
        }
    }

    private static void run(Setting setting, List<Job> jobs, Path into) throws Exception {
        warm(setting);
        for (Job job : jobs) {
            System.err.println(job.name() + ": " + job.what());
            long start = System.nanoTime();
            String machine = described(setting);
            Job.Outcome outcome = job.run(setting.in(job.name()));
            String text = setting.quick()
                    ? "Quick, to compare answers: these times say little.\n\n" + machine + "\n\n"
                            + VERDICT.matcher(outcome.text()).replaceAll("")
                    : machine + "\n\n" + outcome.text();
            System.out.println("## " + job.name() + "\n\n" + text);
            publish(setting, job.name(), text, outcome.charts(), into);
            System.err.printf("%s: done in %.0f s%n", job.name(), (System.nanoTime() - start) / 1e9);
        }
    }

    private static void publish(Setting setting, String name, String text, Map<String, Chart> charts, Path into)
            throws IOException {
        if (setting.quick()) {
            Files.writeString(into.resolve(name + ".md"), text);
        } else {
            new Document(DOCUMENT).publish(name, text);
        }
        Path pictures = setting.quick() ? into : PICTURES;
        for (Map.Entry<String, Chart> each : charts.entrySet()) {
            Files.writeString(pictures.resolve(each.getKey()), each.getValue().svg());
        }
    }

    private static String described(Setting setting) throws IOException {
        List<String> versions = new ArrayList<>();
        for (Jdk each : setting.jdks()) {
            versions.add(each + " (" + each.version() + ")");
        }
        versions.add("Drools " + org.kie.api.KieBase.class.getPackage().getImplementationVersion());
        for (Peer each : Peer.values()) {
            versions.add(each.version());
        }
        return Machine.described() + "; " + String.join(", ", versions) + ".";
    }
}
