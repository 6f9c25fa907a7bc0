package org.demarche.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * A distribution as the build makes it, of the classes that are being tested, and how its launcher is run.
 *
 * @param home its folder
 * @param java the Java it is run with
 * @param cache where it keeps archives of classes, or {@code off}
 */
record Installation(Path home, Path java, String cache) {

    /** Kept from run to run, for packing the libraries takes seconds and is only done when they are others. */
    private static final Path MADE = Path.of("target/installation");

    private static final long PATIENCE = 300;

    private static boolean made;

    static final Path THIS_JAVA = Path.of(System.getProperty("java.home"));

    /** Makes one in this folder, which has nothing in it. */
    static Installation in(Path home, Path java, String cache) {
        try {
            make();
            Path lib = Files.createDirectories(home.resolve("lib"));
            for (String name : List.of("demarche.jar", "demarche-libraries.jar", "demarche.id")) {
                Files.copy(MADE.resolve(name), lib.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
            }
            copy(Path.of("src/dist/demarche"), home.resolve("demarche"));
            copy(Path.of("src/dist/launch.sh"), lib.resolve("launch.sh"));
            for (String folder : List.of("rules", "facts", "docs/examples/birds")) {
                copy(Path.of(folder), home.resolve(folder));
            }
            return new Installation(home, java, cache);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Installation with(Path otherJava) {
        return new Installation(home, otherJava, cache);
    }

    Installation caching(String otherCache) {
        return new Installation(home, java, otherCache);
    }

    /** The same in another folder, with all there is in it. */
    Installation copied(Path elsewhere) throws IOException {
        copy(home, elsewhere);
        return new Installation(elsewhere, java, cache);
    }

    Ran run(String... command) {
        return run(Map.of(), Path.of("").toAbsolutePath(), home.resolve("demarche"), command);
    }

    Ran run(Map<String, String> environment, String... command) {
        return run(environment, Path.of("").toAbsolutePath(), home.resolve("demarche"), command);
    }

    /** Runs a launcher, or a link to one, in another folder. */
    Ran run(Map<String, String> environment, Path folder, Path launcher, String... command) {
        try {
            return end(start(environment, folder, launcher, command));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Started start(Map<String, String> environment, Path folder, Path launcher, String... command) throws IOException {
        Path out = Files.createTempFile("out", null);
        Path err = Files.createTempFile("err", null);
        List<String> words = new ArrayList<>(List.of(launcher.toString()));
        words.addAll(Arrays.asList(command));
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        Map<String, String> variables = new HashMap<>();
        variables.put("PATH", System.getenv("PATH"));
        variables.put("HOME", "/nonexistent");
        variables.put("JAVA_HOME", java.toString());
        variables.put("DEMARCHE_CACHE", cache);
        variables.putAll(environment);
        builder.environment().clear();
        variables.entrySet().stream()
                .filter(variable -> !variable.getValue().isEmpty())
                .forEach(variable -> builder.environment().put(variable.getKey(), variable.getValue()));
        return new Started(builder.start(), out, err);
    }

    static Ran end(Started started) {
        try {
            if (!started.process().waitFor(PATIENCE, TimeUnit.SECONDS)) {
                started.process().destroyForcibly();
                throw new IllegalStateException("the launcher does not come to an end");
            }
            Ran ran = new Ran(
                    started.process().exitValue(), Files.readString(started.out()), Files.readString(started.err()));
            Files.delete(started.out());
            Files.delete(started.err());
            return ran;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The archives of classes in a folder, finished ones and others. */
    static List<Path> archives(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().matches(".*\\.(jsa|aot)(\\..*)?"))
                    .toList();
        }
    }

    private static synchronized void make() throws IOException {
        if (made) {
            return;
        }
        Files.createDirectories(MADE);
        Files.write(MADE.resolve("demarche.jar"), program());
        String libraries = String.join(System.getProperty("path.separator"), libraries());
        build(libraries, "src/build/java/Libraries.java", MADE.toString(), libraries);
        build(libraries, "src/build/java/StartReady.java", MADE.toString());
        made = true;
    }

    /** Does what the build does when it packs the program. */
    private static void build(String libraries, String... program) throws IOException {
        List<String> command = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-cp", libraries));
        command.addAll(Arrays.asList(program));
        Ran built = end(new Installation(MADE, THIS_JAVA, "off")
                .start(
                        Map.of(),
                        Path.of("").toAbsolutePath(),
                        THIS_JAVA.resolve("bin/java"),
                        command.toArray(String[]::new)));
        if (built.exit() != 0) {
            throw new IllegalStateException(built.err());
        }
    }

    /** What of the class path is not for tests only: what the notice of a distribution names. */
    private static List<String> libraries() throws IOException {
        List<String> named =
                Arrays.asList(Files.readString(Path.of("src/dist/NOTICE")).split("[\\s(),]+"));
        return Arrays.stream(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .filter(path -> path.endsWith(".jar"))
                .filter(path ->
                        named.contains(Path.of(path).getFileName().toString().replaceFirst("-\\d.*", "")))
                .toList();
    }

    private static byte[] program() throws IOException {
        Path classes = Path.of("target/classes");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "demarche-libraries.jar");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, "0.1.0");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = bytes;
                JarOutputStream jar = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            put(jar, "META-INF/MANIFEST.MF", written(manifest));
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                put(jar, classes.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] written(Manifest manifest) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        manifest.write(bytes);
        return bytes.toByteArray();
    }

    private static void put(JarOutputStream jar, String name, byte[] bytes) throws IOException {
        JarEntry entry = new JarEntry(name);
        entry.setTime(315_619_200_000L);
        jar.putNextEntry(entry);
        jar.write(bytes);
        jar.closeEntry();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** A launcher that is running, and the files it prints into: a pipe would also wait for what it leaves behind. */
    record Started(Process process, Path out, Path err) {}
}
