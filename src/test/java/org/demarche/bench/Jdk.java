package org.demarche.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A JDK on this machine.
 *
 * @param feature 17, 25, …
 * @param version as it says itself
 */
record Jdk(Path home, int feature, String version) {

    private static final Path USUAL = Path.of("/usr/lib/jvm");

    /** The first that is found: where the environment says ({@code JAVA_HOME_25}, {@code DEMARCHE_JDK25}), what runs this, the usual places. */
    static Optional<Jdk> find(int feature) throws IOException {
        List<Path> places = new ArrayList<>();
        for (String name : List.of("JAVA_HOME_" + feature, "DEMARCHE_JDK" + feature)) {
            Optional.ofNullable(System.getenv(name)).map(Path::of).ifPresent(places::add);
        }
        places.add(Path.of(System.getProperty("java.home")));
        if (Files.isDirectory(USUAL)) {
            try (Stream<Path> there = Files.list(USUAL)) {
                there.sorted().forEach(places::add);
            }
        }
        for (Path place : places) {
            Optional<Jdk> jdk = at(place);
            if (jdk.filter(each -> each.feature() == feature).isPresent()) {
                return jdk;
            }
        }
        return Optional.empty();
    }

    private static Optional<Jdk> at(Path home) throws IOException {
        Path release = home.resolve("release");
        if (!Files.isReadable(release) || !Files.isExecutable(home.resolve("bin/java"))) {
            return Optional.empty();
        }
        String version =
                said(release, "JAVA_RUNTIME_VERSION").or(() -> Optional.of("")).orElseThrow();
        return said(release, "JAVA_VERSION")
                .map(number -> new Jdk(
                        home.toAbsolutePath(),
                        Integer.parseInt(number.replaceFirst("\\D.*", "")),
                        version.isEmpty() ? number : version));
    }

    private static Optional<String> said(Path release, String key) throws IOException {
        return Files.readAllLines(release).stream()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1).replace("\"", ""))
                .findFirst();
    }

    String java() {
        return home.resolve("bin/java").toString();
    }

    @Override
    public String toString() {
        return "JDK " + feature;
    }
}
