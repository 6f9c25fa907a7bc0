package org.demarche.cache;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder of files that can be made again: the user's own, which nobody else can write to, and of a bounded size. Nothing here ever
 * fails; what cannot be read is not there, and what cannot be written is not kept.
 */
public final class CacheFolder {

    /** Of a file that is being written. */
    private static final String UNFINISHED = ".new";

    private static final Duration ABANDONED = Duration.ofHours(1);
    private static final Duration RECENT = Duration.ofDays(1);

    private static final Set<PosixFilePermission> OTHERS =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    /** What the files of a cache are called, and those that are being written. */
    private static final Pattern NAMES = Pattern.compile("[0-9a-f]+-[0-9a-f]+(\\d*\\" + UNFINISHED + ")?");

    private final Path folder;
    private final Pattern names;
    private final int mostFiles;
    private final long mostBytes;

    /**
     * @param mostFiles how many are kept, those used last
     * @param mostBytes how large they may be together
     */
    public CacheFolder(Path folder, int mostFiles, long mostBytes) {
        this(folder, NAMES, mostFiles, mostBytes);
    }

    /** @param names what its files are called: whatever else is in the folder is somebody's, and is left alone */
    public CacheFolder(Path folder, Pattern names, int mostFiles, long mostBytes) {
        this.folder = folder;
        this.names = names;
        this.mostFiles = mostFiles;
        this.mostBytes = mostBytes;
    }

    private record Entry(Path file, long size, FileTime used) {}

    /**
     * How much there is.
     *
     * @param files how many, those left by others and unfinished ones among them
     */
    public record Size(int files, long bytes) {}

    /** How much is kept. */
    public Size size() {
        try {
            List<Entry> entries = entries();
            return new Size(
                    entries.size(), entries.stream().mapToLong(Entry::size).sum());
        } catch (IOException unreadable) {
            return new Size(0, 0);
        }
    }

    /** Removes what can be removed; how much is left. */
    public Size clear() {
        try {
            entries().forEach(entry -> delete(entry.file()));
        } catch (IOException unreadable) {
            return new Size(0, 0);
        }
        return size();
    }

    /** Why nothing is kept, as a sentence; empty where it can be. */
    public Optional<String> unusable() {
        try {
            if (Files.isSymbolicLink(folder)) {
                return Optional.of("It is not used, because `" + folder + "` is a link.");
            }
            if (Files.exists(folder)) {
                return isOurs()
                        ? Optional.of("It cannot be written to, so nothing new is kept.")
                                .filter(any -> !Files.isWritable(folder))
                        : Optional.of("It is not used, because others than you can write to it.");
            }
            Path above = folder;
            while (above != null && !Files.exists(above)) {
                above = above.getParent();
            }
            return above != null && Files.isDirectory(above) && Files.isWritable(above)
                    ? Optional.empty()
                    : Optional.of("It cannot be made, so nothing is kept.");
        } catch (IOException unreadable) {
            return Optional.of("It cannot be looked at, so nothing is kept.");
        }
    }

    Optional<byte[]> read(String name) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file) || !isOurs()) {
                return Optional.empty();
            }
            byte[] content = Files.readAllBytes(file);
            touch(file);
            return Optional.of(content);
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** So that what is used stays longest; a day more or less does not matter. */
    private static void touch(Path file) {
        try {
            Instant now = Instant.now();
            if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(RECENT))) {
                Files.setLastModifiedTime(file, FileTime.from(now));
            }
        } catch (IOException fixed) {
            // It is used all the same.
            return;
        }
    }

    /** Gives the folder the time of now, as if something had been written. */
    void touch() {
        try {
            Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
        } catch (IOException fixed) {
            return;
        }
    }

    /** Whole or not at all, whoever else writes it at the same time. */
    void write(String name, byte[] content) {
        if (content.length > mostBytes) {
            return;
        }
        Path unfinished = null;
        try {
            make();
            if (!isOurs()) {
                return;
            }
            unfinished = Files.createTempFile(folder, name, UNFINISHED);
            Files.write(unfinished, content);
            move(unfinished, folder.resolve(name));
            prune();
        } catch (IOException | RuntimeException full) {
            delete(unfinished);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException simple) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException stays) {
            // Whoever writes next tidies up.
            return;
        }
    }

    private void make() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, ownerOnly(folder));
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path path) {
        return isPosix(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** What others can write to, they could have written. */
    private boolean isOurs() throws IOException {
        if (!isPosix(folder)) {
            return !Files.isSymbolicLink(folder);
        }
        PosixFileAttributes of = Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!of.isDirectory()) {
            return false;
        }
        return of.owner().getName().equals(System.getProperty("user.name"))
                && of.permissions().stream().noneMatch(OTHERS::contains);
    }

    private void prune() throws IOException {
        List<Entry> entries = entries();
        Instant longAgo = Instant.now().minus(ABANDONED);
        int files = 0;
        long bytes = 0;
        for (Entry entry : entries) {
            boolean unfinished = entry.file().toString().endsWith(UNFINISHED);
            files += unfinished ? 0 : 1;
            bytes += unfinished ? 0 : entry.size();
            if (unfinished ? entry.used().toInstant().isBefore(longAgo) : files > mostFiles || bytes > mostBytes) {
                delete(entry.file());
            }
        }
    }

    /** Those used last before the others. */
    private List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        if (Files.isSymbolicLink(folder)) {
            return entries;
        }
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                entry(file).ifPresent(entries::add);
            }
        } catch (NoSuchFileException none) {
            return List.of();
        }
        entries.sort(Comparator.comparing(Entry::used).reversed().thenComparing(Entry::file));
        return entries;
    }

    private Optional<Entry> entry(Path file) {
        try {
            BasicFileAttributes of = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            boolean own = of.isRegularFile()
                    && names.matcher(file.getFileName().toString()).matches();
            return own ? Optional.of(new Entry(file, of.size(), of.lastModifiedTime())) : Optional.empty();
        } catch (IOException gone) {
            // Another process has pruned it.
            return Optional.empty();
        }
    }
}
