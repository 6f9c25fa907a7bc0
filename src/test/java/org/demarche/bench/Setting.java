package org.demarche.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.bench.measure.Program;
import org.demarche.bench.peers.Peer;
import org.demarche.bench.peers.PlainDrools.Model;
import org.demarche.bench.peers.PlainMain;

/**
 * What every job of the benchmarks is given.
 *
 * @param quick whether answers matter and times do not
 * @param launcher the program as users start it
 * @param folder for files of one job
 * @param jdks the first is the one everything else is compared on
 */
record Setting(boolean quick, Path launcher, Path folder, List<Jdk> jdks) {

    /** What is asked of Java so that it starts fast; our launcher asks the same. */
    static final List<String> FAST_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    /** Libraries that a program which uses Drools has on its class path. */
    private static final Pattern OF_DROOLS =
            Pattern.compile("(drools|kie|mvel|ecj|antlr|slf4j|javaparser|commons-codec).*\\.jar");

    static Setting of(boolean quick, Path launcher, Path folder) throws IOException {
        List<Jdk> jdks = new ArrayList<>();
        for (int feature : new int[] {17, 25}) {
            Jdk.find(feature).ifPresent(jdks::add);
        }
        if (jdks.isEmpty()) {
            throw new IllegalStateException("There is neither a JDK 17 nor a JDK 25 to measure on.");
        }
        return new Setting(quick, launcher, folder, List.copyOf(jdks));
    }

    /** The same with a folder of its own for a job. */
    Setting in(String job) throws IOException {
        return new Setting(quick, launcher, Files.createDirectories(folder.resolve(job)), jdks);
    }

    /** What Java is missing, in words; empty when none is. */
    Optional<String> missingJdks() {
        List<String> missing = Stream.of(17, 25)
                .filter(feature -> jdks.stream().noneMatch(each -> each.feature() == feature))
                .map(feature -> "JDK " + feature + " (say where it is with `JAVA_HOME_" + feature + "`)")
                .toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", missing));
    }

    int times(int otherwise, int whenQuick) {
        return quick ? whenQuick : otherwise;
    }

    /** Tells on standard error how far it is. */
    void say(String doing) {
        System.err.println("  " + doing);
    }

    List<Peer> peers() {
        return Arrays.stream(Peer.values()).filter(Peer::installed).toList();
    }

    /** Our command line on a JDK. What it caches goes into the scratch folder. */
    Program demarche(Jdk jdk, String... words) {
        String[] command = Stream.concat(Stream.of(launcher.toString()), Arrays.stream(words))
                .toArray(String[]::new);
        return new Program("Demarche, " + jdk, command)
                .with(Map.of(
                        "JAVA_HOME",
                        jdk.home().toString(),
                        "XDG_CACHE_HOME",
                        folder.resolveSibling("cache").toString()));
    }

    /** A program that uses Drools, with all defaults of Java and of Drools. */
    Program plain(Jdk jdk, Model model, Path facts, List<Path> rules) {
        List<String> command = new ArrayList<>(
                List.of(jdk.java(), "-cp", droolsPath(), PlainMain.class.getName(), model.name(), facts.toString()));
        rules.forEach(each -> command.add(each.toString()));
        return new Program(
                "plain Drools, " + (model == Model.CLASSIC ? "classic" : "executable model") + ", " + jdk,
                command.toArray(String[]::new));
    }

    private static String droolsPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(each -> Files.isDirectory(Path.of(each))
                        || OF_DROOLS
                                .matcher(Path.of(each).getFileName().toString())
                                .matches())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The least that Java can do, from the class file in a folder. */
    Program hello(Jdk jdk) throws IOException, InterruptedException {
        Path classes = Files.createDirectories(folder.resolve("hello-" + jdk.feature()));
        Path source = folder.resolve("Hello.java");
        Files.writeString(
                source, "class Hello { public static void main(String[] args) { System.out.println(\"Hello\"); } }");
        int code = new ProcessBuilder(
                        jdk.home().resolve("bin/javac").toString(), "-d", classes.toString(), source.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException(jdk.home() + " does not compile");
        }
        List<String> command = new ArrayList<>(List.of(jdk.java()));
        command.addAll(FAST_START);
        command.addAll(List.of("-Xshare:auto", "-cp", classes.toString(), "Hello"));
        return new Program("java Hello, " + jdk, command.toArray(String[]::new));
    }
}
