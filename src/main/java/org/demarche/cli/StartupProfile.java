package org.demarche.cli;

import java.io.IOException;
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
 * What a command takes from its first moment on, by the classes that Java loads for it: when each stage begins, and what of it was not in the
 * archive. The command runs in a process of its own, as it would by itself but for writing this down.
 */
final class StartupProfile {

    /** Comes before the command. */
    static final String OPTION = "--profile-startup";

    /** What all of it may take, in times of what Java takes to begin. */
    private static final int BUDGET = 7;

    private static final Pattern LOADED = Pattern.compile("\\[(\\d+[.,]\\d+)s] (\\S+) source: (.*)");

    /** The stages in their order, each with what its first class begins with. */
    private static final List<Stage> STAGES = List.of(
            new Stage("Java begins", ""),
            new Stage("the command line is understood", "org.demarche.cli.Main"),
            new Stage("the case and the rules are read", "org.demarche.cases.CaseText"),
            new Stage("rules fire, or are known to have fired", "org.demarche.engine."),
            new Stage("labels and what follows from them", "org.demarche.worlds.Worlds"),
            new Stage("the answer is written", "org.demarche.report.Reports"));

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
                terminal.err().print(table(Files.readAllLines(log)));
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

    private static List<String> command(Path log, String... args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-Xlog:class+load=info:file=" + log.toString().replace("\\", "/") + ":uptime");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Main.class.getName());
        command.addAll(Arrays.asList(args));
        return command;
    }

    private static String table(List<String> lines) {
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
        double first = all.isEmpty() ? 0 : all.get(0).took();
        return text.append(String.format(
                        Locale.ROOT,
                        "That is %.1f times what Java takes to begin; the budget is %d times. Writing this down takes some of it.%n",
                        first == 0 ? 0 : sum / first,
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
            Matcher loaded = LOADED.matcher(line);
            if (!loaded.matches()) {
                continue;
            }
            double at = Double.parseDouble(loaded.group(1).replace(',', '.'));
            for (int later = stage + 1; later < STAGES.size(); later++) {
                if (loaded.group(2).startsWith(STAGES.get(later).first())) {
                    stage = later;
                    all.get(all.size() - 1).to = at;
                    all.add(new Taken(STAGES.get(later), at));
                    break;
                }
            }
            Taken now = all.get(all.size() - 1);
            now.to = at;
            now.classes++;
            String source = loaded.group(3);
            now.unarchived += source.startsWith("shared objects file") ? 0 : 1;
        }
        return all;
    }
}
