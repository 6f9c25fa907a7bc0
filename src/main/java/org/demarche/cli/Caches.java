package org.demarche.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.demarche.cache.Cache;
import org.demarche.cache.CacheFolder;
import org.jspecify.annotations.Nullable;

/** Where the program keeps what it can make again. */
final class Caches {

    /** The variable that says where, or {@code off}. */
    static final String VARIABLE = "DEMARCHE_CACHE";

    /** What the launcher calls what Java keeps, and what it needs while that is made. */
    private static final Pattern ARCHIVES = Pattern.compile(".* .*\\.(jsa|aot)(\\..*)?");

    private static final int MOST_FILES = 500;
    private static final long MOST_BYTES = 64L << 20;

    /** Which program it was when it began: another may be put in its place while it runs. By the class path. */
    private static final Map<String, Optional<String>> PROGRAMS = new ConcurrentHashMap<>();

    private Caches() {}

    /** What has been worked out before; nothing is kept where there is no place for it. */
    static Cache of(Terminal terminal) {
        return program(terminal)
                .flatMap(program -> folder(terminal.environment()).map(folder -> Cache.in(work(folder), program)))
                .orElse(Cache.NONE);
    }

    /** All parts of a folder: what has been worked out, and what Java keeps of the program itself. */
    static List<CacheFolder> parts(Path folder) {
        return List.of(work(folder), archives(folder.resolve("jvm")));
    }

    /** What Java keeps of the program for all who use it: the folder where that is, if there is anything. */
    static Optional<Path> shared(Terminal terminal) {
        return jar(terminal).map(jar -> jar.resolveSibling("archives")).filter(Files::isDirectory);
    }

    static CacheFolder archives(Path folder) {
        return new CacheFolder(folder, ARCHIVES, MOST_FILES, MOST_BYTES);
    }

    private static Optional<Path> jar(Terminal terminal) {
        String classPath = terminal.properties().getProperty("java.class.path", "");
        return Optional.of(Path.of(classPath.split(File.pathSeparator, 2)[0]))
                .filter(jar -> jar.toString().endsWith(".jar"))
                .map(Path::toAbsolutePath);
    }

    /** The part of a folder that is for what has been worked out. */
    private static CacheFolder work(Path folder) {
        return new CacheFolder(folder.resolve("work"), MOST_FILES, MOST_BYTES);
    }

    /** The folder for all that is kept; empty where nothing is to be kept, or nobody says where. */
    static Optional<Path> folder(Map<String, String> environment) {
        try {
            if (environment.containsKey(VARIABLE)) {
                String wanted = environment.get(VARIABLE);
                return wanted.isBlank() || wanted.equals("off")
                        ? Optional.empty()
                        : Optional.of(Path.of(wanted).toAbsolutePath());
            }
            return absolute(environment.get("XDG_CACHE_HOME"))
                    .or(() -> absolute(environment.get("LOCALAPPDATA")))
                    .or(() -> absolute(environment.get("HOME")).map(home -> home.resolve(".cache")))
                    .map(all -> all.resolve("demarche"));
        } catch (InvalidPathException unusable) {
            return Optional.empty();
        }
    }

    /** What is not absolute counts for nothing, as the standard for these variables says. */
    private static Optional<Path> absolute(@Nullable String place) {
        return Optional.ofNullable(place)
                .filter(each -> !each.isEmpty())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }

    /**
     * Which build of the program this is: what the build wrote of it beside its jar, else what can be seen of the jar. Empty where it does
     * not run from a jar, and may be another a moment later.
     */
    private static Optional<String> program(Terminal terminal) {
        return PROGRAMS.computeIfAbsent(
                terminal.properties().getProperty("java.class.path", ""), classPath -> programIn(classPath));
    }

    private static Optional<String> programIn(String classPath) {
        try {
            Path jar = Path.of(classPath.split(File.pathSeparator, 2)[0]);
            Path id = jar.resolveSibling("demarche.id");
            if (Files.isRegularFile(id)) {
                return Optional.of(Files.readString(id));
            }
            return Files.isRegularFile(jar)
                    ? Optional.of(Files.size(jar) + " " + Files.getLastModifiedTime(jar))
                    : Optional.empty();
        } catch (IOException | InvalidPathException unusable) {
            return Optional.empty();
        }
    }
}
