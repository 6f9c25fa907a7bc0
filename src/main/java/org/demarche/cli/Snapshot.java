package org.demarche.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.demarche.source.FileNames;

/**
 * The files of rules, cases and expectations at one moment. Compared by polling, which unlike the notices of an operating system is the
 * same on every system and file system, and for editors that write a new file and rename it.
 */
record Snapshot(Map<Path, Stamp> files) {

    /** How far above rules their vocabulary may stand. */
    private static final int ANCESTORS = 3;

    private record Stamp(long modified, long size, String identity) {}

    /** Those under some paths, and the vocabulary and sources of rules above them. */
    static Snapshot of(Collection<Path> paths) {
        Map<Path, Stamp> files = new TreeMap<>();
        for (Path path : paths) {
            add(path, files);
            Path above = path.toAbsolutePath().getParent();
            for (int up = 0; up < ANCESTORS && above != null; up++) {
                add(above.resolve("vocabulary.yaml"), files);
                add(above.resolve("sources.yaml"), files);
                above = above.getParent();
            }
        }
        return new Snapshot(files);
    }

    private static void add(Path path, Map<Path, Stamp> files) {
        try (Stream<Path> found = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
            found.filter(file -> isOurs(file)).forEach(file -> stamp(file).ifPresent(each -> files.put(file, each)));
        } catch (IOException | UncheckedIOException gone) {
            // It was there a moment ago, or is not there yet: the next look will tell.
            return;
        }
    }

    private static boolean isOurs(Path file) {
        boolean hidden = Objects.toString(file.getFileName(), "").startsWith(".");
        return !hidden && (FileNames.isYaml(file) || FileNames.hasRules(file));
    }

    private static Optional<Stamp> stamp(Path file) {
        try {
            BasicFileAttributes of = Files.readAttributes(file, BasicFileAttributes.class);
            return of.isRegularFile()
                    ? Optional.of(new Stamp(
                            of.lastModifiedTime().to(TimeUnit.NANOSECONDS), of.size(), String.valueOf(of.fileKey())))
                    : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** The files that have come, gone or been written since another moment, sorted. */
    List<Path> changedSince(Snapshot before) {
        TreeSet<Path> all = new TreeSet<>(files.keySet());
        all.addAll(before.files.keySet());
        return all.stream()
                .filter(file -> !Objects.equals(files.get(file), before.files.get(file)))
                .toList();
    }

    /** What stands in the files; a file that cannot be read is left out. */
    Map<Path, String> texts() {
        Map<Path, String> texts = new TreeMap<>();
        for (Path file : files.keySet()) {
            try {
                texts.put(file, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            } catch (IOException gone) {
                texts.remove(file);
            }
        }
        return texts;
    }
}
