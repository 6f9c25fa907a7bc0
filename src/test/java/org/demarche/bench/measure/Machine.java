package org.demarche.bench.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/** What measured. */
public final class Machine {

    private Machine() {}

    /** The day, the machine and how busy it was, in one sentence without its end. */
    public static String described() throws IOException {
        return LocalDate.now() + ", " + Runtime.getRuntime().availableProcessors() + " cores ("
                + value("/proc/cpuinfo", "model name") + "), " + memory() + ", Linux "
                + System.getProperty("os.version") + ", load at the start " + load();
    }

    /** How many processes wanted to run during the last minute. */
    public static double load() throws IOException {
        return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    }

    private static String memory() throws IOException {
        double kibi = Double.parseDouble(value("/proc/meminfo", "MemTotal").replaceAll("\\D", ""));
        return String.format(Locale.ROOT, "%.0f GiB", kibi / (1 << 20));
    }

    private static String value(String file, String key) throws IOException {
        return Files.readAllLines(Path.of(file)).stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.replaceFirst(".*?: *", ""))
                .findFirst()
                .orElse("unknown");
    }

    /** The first line that a program says of itself. */
    public static String said(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }
}
