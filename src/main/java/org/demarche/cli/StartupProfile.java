package org.demarche.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a command takes from its first moment on, by the classes that Java uses for it: when each stage begins, and what of it was not in the
 * archive. The command runs in a process of its own, as it would by itself but for writing this down.
 *
 * <p>A stage begins when its first class is used, since some versions of Java load all classes of an archive at once. How many it loads
 * still says in which stage that is.
 */
final class StartupProfile {

    /** Comes before the command. */
    static final String OPTION = "--profile-startup";

    /** What all of it may take, in times of what Java takes that does nothing. */
    private static final int BUDGET = 7;

    /** As often Java is started to do nothing; the median counts. */
    private static final int TIMES = 5;

    private static final Pattern LOADED = Pattern.compile("\\[(\\d+[.,]\\d+)s] \\S+ source: (.*)");
    private static final Pattern USED = Pattern.compile("\\[(\\d+[.,]\\d+)s] \\d+ Initializing '([^']+)'.*");

    /** The stages in their order, each with what its first class begins with. */
    private static final List<Stage> STAGES = List.of(
            new Stage("Java begins", ""),
            new Stage("the command line is understood", "org/demarche/cli/Main"),
            new Stage("the case and the rules are read", "org/demarche/cases/CaseText"),
            new Stage("rules fire, or are known to have fired", "org/demarche/engine/"),
            new Stage("labels and what follows from them", "org/demarche/worlds/Worlds"),
            new Stage("the answer is written", "org/demarche/report/Reports"));

    private record Stage(String title, String first) {}

    /** What one stage took. */
    private static final class Taken {
        private final Stage stage;
        private final double from;
        private double to;
        private int classes;
        private int unarchived;

        Taken(Stage stage, double from) {
            this.stage = stage;
            this.from = from;
            this.to = from;
        }

        double took() {
            return to - from;
        }
    }

    private StartupProfile() {}

    /** Runs a command, then says on standard error what it took; ends as the command does. */
    static int run(Terminal terminal, String... args) {
        try {
            Path log = Files.createTempFile("demarche", ".log");
            try {
                int code = new ProcessBuilder(command(log, args))
                        .inheritIO()
                        .start()
                        .waitFor();
                terminal.err().print(table(Files.readAllLines(log), nothing()));
                return code;
            } finally {
                Files.deleteIfExists(log);
            }
        } catch (IOException unwritable) {
            terminal.err().println("demarche: what is loaded could not be written down: " + unwritable.getMessage());
            return ExitCode.OUR_FAULT.number();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return ExitCode.OUR_FAULT.number();
        }
    }

    /** What Java takes to start, do nothing and end, in seconds. */
    private static double nothing() throws IOException, InterruptedException {
        double[] took = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long begun = System.nanoTime();
            new ProcessBuilder(java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--version")
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start()
                    .waitFor();
            took[i] = (System.nanoTime() - begun) / 1e9;
        }
        Arrays.sort(took);
        return took[TIMES / 2];
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static List<String> command(Path log, String... args) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add(
                "-Xlog:class+load=info,class+init=info:file=" + log.toString().replace("\\", "/") + ":uptime");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Main.class.getName());
        command.addAll(Arrays.asList(args));
        return command;
    }

    /** @param nothing what Java takes that does nothing, in seconds */
    private static String table(List<String> lines, double nothing) {
        List<Taken> all = taken(lines);
        StringBuilder text = new StringBuilder("\n     ms  classes  not archived\n");
        double sum = 0;
        int classes = 0;
        int unarchived = 0;
        for (Taken each : all) {
            text.append(row(each.took(), each.classes, each.unarchived, each.stage.title()));
            sum += each.took();
            classes += each.classes;
            unarchived += each.unarchived;
        }
        text.append(row(sum, classes, unarchived, "in all"));
        return text.append(String.format(
                        Locale.ROOT,
                        "That is %.1f times what Java takes to do nothing, %.0f ms; the budget is %d times. Writing this down takes some of"
                                + " it.%n",
                        sum / nothing,
                        1000 * nothing,
                        BUDGET))
                .toString();
    }

    private static String row(double seconds, int classes, int unarchived, String title) {
        return String.format(Locale.ROOT, "%7.0f  %7d  %12d  %s%n", 1000 * seconds, classes, unarchived, title);
    }

    private static List<Taken> taken(List<String> lines) {
        List<Taken> all = new ArrayList<>();
        int stage = 0;
        all.add(new Taken(STAGES.get(0), 0));
        for (String line : lines) {
            Matcher used = USED.matcher(line);
            Matcher loaded = LOADED.matcher(line);
            if (used.matches()) {
                int begun = begun(used.group(2), stage);
                if (begun > stage) {
                    stage = begun;
                    all.get(all.size() - 1).to = seconds(used);
                    all.add(new Taken(STAGES.get(stage), seconds(used)));
                }
                all.get(all.size() - 1).to = seconds(used);
            } else if (loaded.matches()) {
                Taken now = all.get(all.size() - 1);
                now.to = seconds(loaded);
                now.classes++;
                now.unarchived += loaded.group(2).startsWith("shared objects file") ? 0 : 1;
            }
        }
        return all;
    }

    private static double seconds(Matcher line) {
        return Double.parseDouble(line.group(1).replace(',', '.'));
    }

    /** The stage that begins with a class, or else the one that has begun. */
    private static int begun(String used, int stage) {
        for (int later = stage + 1; later < STAGES.size(); later++) {
            if (used.startsWith(STAGES.get(later).first())) {
                return later;
            }
        }
        return stage;
    }
}
