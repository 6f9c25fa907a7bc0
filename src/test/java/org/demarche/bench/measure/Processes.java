package org.demarche.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** What Linux knows of processes, without any tool that would have to be installed. */
final class Processes {

    /** Of the clock by which Linux counts what processes use: a hundred to the second everywhere. */
    private static final double TICKS = 100;

    private static final int USER = 13;
    private static final int SYSTEM = 14;
    private static final long KIBI = 1024;
    private static final long RARELY = 20_000_000;
    private static final long OLD = 50;

    private Processes() {}

    /** Seconds of processor time of all processes started from here that have ended. */
    static double childrenSeconds() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        // Behind the name, which may have blanks.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) / TICKS;
    }

    /**
     * Waits for a process, and tells the most memory it had in use, in bytes. It is looked at often while it is young, and then fifty
     * times as rarely as it is old, up to every twenty milliseconds.
     */
    static long waitFor(Process process) throws InterruptedException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        long start = System.nanoTime();
        long peak = 0;
        do {
            peak = Math.max(peak, peak(status));
        } while (!process.waitFor(Math.min(RARELY, (System.nanoTime() - start) / OLD), TimeUnit.NANOSECONDS));
        return peak;
    }

    private static long peak(Path status) {
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBI)
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            // It has ended in between.
            return 0;
        }
    }
}
