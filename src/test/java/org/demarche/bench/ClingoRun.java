package org.demarche.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What clingo says of itself when it has enumerated all stable models without printing them.
 *
 * @param models how many it found
 * @param all whether these are all; else its time was up
 * @param wall seconds from start to end of the process
 * @param cpu seconds of processor time
 */
record ClingoRun(long models, boolean all, double wall, double cpu) {

    private static final Pattern MODELS = Pattern.compile("Models\\s*: (\\d+)(\\+?)");
    private static final Pattern CPU = Pattern.compile("CPU Time\\s*: ([\\d.]+)s");

    static ClingoRun of(String program, Path folder, int seconds) throws IOException, InterruptedException {
        Path file = folder.resolve("workload.lp");
        Files.createDirectories(folder);
        Files.writeString(file, program);
        long start = System.nanoTime();
        Process process = new ProcessBuilder("clingo", "-n0", "-q", "--time-limit=" + seconds, file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        double wall = (System.nanoTime() - start) / 1e9;
        Matcher models = find(MODELS, said);
        return new ClingoRun(
                Long.parseLong(models.group(1)),
                models.group(2).isEmpty(),
                wall,
                Double.parseDouble(find(CPU, said).group(1)));
    }

    private static Matcher find(Pattern pattern, String said) {
        Matcher found = pattern.matcher(said);
        if (!found.find()) {
            throw new IllegalStateException("clingo said: " + said);
        }
        return found;
    }

    /** The wall time that so many models would take at the rate of those that were found. */
    double wall(double ofModels) {
        return all ? wall : wall * ofModels / models;
    }
}
