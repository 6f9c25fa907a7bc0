package org.demarche.compile;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.model.Kinds;

/** The classes that a rule file matches or concludes, found by what it imports and in its own package. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class ClassTypes {

    /** A pattern, or what follows {@code new}. */
    private static final Pattern USED = Pattern.compile("(?<![\\w.$])([A-Z]\\w*)\\s*\\(");

    private final DrlFile file;
    private final Classpath classpath;

    /** The classes, but those that have the name of a declared type; sorted by name. */
    Set<Class<?>> used(Set<String> declared) {
        Set<Class<?>> found = new TreeSet<>(Comparator.comparing(Class::getName));
        Matcher used = USED.matcher(file.source().code());
        while (used.find()) {
            String name = used.group(1);
            if (!declared.contains(name)) {
                (Kinds.OURS.named(name).isPresent() ? imported(name) : find(name)).ifPresent(found::add);
            }
        }
        return found;
    }

    /** What the file imports and may import: classes of the classpath, and packages that some of these are in. */
    Set<String> imports(Collection<Class<?>> used) {
        Set<String> packages = used.stream().map(Class::getPackageName).collect(Collectors.toSet());
        return targets()
                .filter(each -> each.endsWith(".*")
                        ? packages.contains(each.substring(0, each.length() - 2))
                        : classpath.find(each).isPresent())
                .collect(Collectors.toSet());
    }

    private Optional<Class<?>> find(String name) {
        return imported(name)
                .or(() -> classpath.find(file.packageName() + "." + name))
                .or(() -> targets()
                        .filter(each -> each.endsWith(".*"))
                        .flatMap(each -> classpath.find(each.substring(0, each.length() - 1) + name).stream())
                        .findFirst());
    }

    private Optional<Class<?>> imported(String name) {
        return targets()
                .filter(each -> each.endsWith("." + name))
                .flatMap(each -> classpath.find(each).stream())
                .findFirst();
    }

    private Stream<String> targets() {
        return file.imports().stream();
    }
}
