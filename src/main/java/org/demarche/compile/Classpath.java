package org.demarche.compile;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.source.LoadException;
import org.demarche.source.Problem;
import org.demarche.source.SourceLocation;

/** Where classes are found that rules match and conclude. None of them is initialised by being looked for. Immutable. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class Classpath {

    /** Of no classes but those that Demarche itself has. */
    public static final Classpath NONE = new Classpath(Classpath.class.getClassLoader(), any -> false, List.of());

    private final ClassLoader loader;

    /** Which classes are the rules' own. */
    private final Predicate<Class<?>> own;

    private final List<Problem> problems;

    /** Jars and folders of classes. Those that are not there are told when rules are loaded. */
    public static Classpath of(List<Path> jarsAndFolders) {
        if (jarsAndFolders.isEmpty()) {
            return NONE;
        }
        List<Problem> problems = new ArrayList<>();
        List<URL> urls = new ArrayList<>();
        for (Path path : jarsAndFolders) {
            if (Files.exists(path)) {
                urls.add(url(path));
            } else {
                problems.add(Problem.error(
                        "missing-path",
                        SourceLocation.of(path.toString().replace('\\', '/')),
                        "There is no such jar or folder of classes."));
            }
        }
        ClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), NONE.loader);
        return new Classpath(loader, type -> type.getClassLoader() == loader, List.copyOf(problems));
    }

    /** The classes of a program, as its class loader finds them; those of Java are not among them. */
    public static Classpath of(ClassLoader loader) {
        return new Classpath(loader, Classpath::isNotJavas, List.of());
    }

    private static boolean isNotJavas(Class<?> type) {
        ClassLoader of = type.getClassLoader();
        return of != null && of != ClassLoader.getPlatformClassLoader();
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The class called so, {@code com.acme.Golfer} or {@code com.acme.Golfer.Status}, if it is one of the rules' own. */
    Optional<Class<?>> find(String name) {
        if (this == NONE) {
            return Optional.empty();
        }
        for (String binary = name; ; ) {
            Optional<Class<?>> found = load(binary);
            int dot = binary.lastIndexOf('.');
            if (found.isPresent() || dot < 0) {
                return found.filter(own);
            }
            binary = binary.substring(0, dot) + "$" + binary.substring(dot + 1);
        }
    }

    private Optional<Class<?>> load(String name) {
        try {
            return Optional.of(Class.forName(name, false, loader));
        } catch (ClassNotFoundException | LinkageError none) {
            return Optional.empty();
        }
    }

    boolean isEmpty() {
        return this == NONE;
    }

    ClassLoader loader() {
        return loader;
    }

    /** @throws LoadException with what is not there */
    public void check() {
        if (!problems.isEmpty()) {
            throw new LoadException(problems);
        }
    }

    /** What is not there. */
    List<Problem> problems() {
        return problems;
    }
}
