package org.demarche.operational;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.demarche.compile.OperationalRules;
import org.kie.api.definition.KiePackage;
import org.kie.api.definition.type.FactType;

/** The types that facts may have, by the names that rules call them by. */
final class Kinds {

    private static final List<String> COMMON = List.of("java.lang.", "java.util.", "java.math.", "java.time.");

    private final OperationalRules rules;
    private final Map<String, FactType> declared = new TreeMap<>();

    Kinds(OperationalRules rules) {
        this.rules = rules;
        for (KiePackage each : rules.kieBase().getKiePackages()) {
            each.getFactTypes().forEach(type -> declared.putIfAbsent(type.getSimpleName(), type));
        }
    }

    /** The type called so. */
    Optional<Class<?>> find(String name) {
        if (declared.containsKey(name)) {
            return Optional.of(declared.get(name).getFactClass());
        }
        if (name.contains(".")) {
            return load(name);
        }
        for (String each : rules.imports()) {
            Optional<Class<?>> found = each.endsWith("." + name)
                    ? load(each)
                    : each.endsWith(".*") ? load(each.substring(0, each.length() - 1) + name) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return rules.packages().stream()
                .map(each -> each + ".")
                .flatMap(each -> load(each + name).stream())
                .findFirst()
                .or(() -> COMMON.stream()
                        .flatMap(each -> load(each + name).stream())
                        .findFirst());
    }

    /** What could have been meant by a name that no type has. */
    Collection<String> names() {
        List<String> imported = rules.imports().stream()
                .filter(each -> !each.endsWith("*"))
                .map(each -> each.substring(each.lastIndexOf('.') + 1))
                .toList();
        return Stream.concat(declared.keySet().stream(), imported.stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** What rules call a type by; one without a name of its own, or with one that nobody can use, by what it is a kind of. */
    static String name(Class<?> type) {
        boolean own = !type.isAnonymousClass()
                && !type.isHidden()
                && (type.isArray() || !isOfJava(type) || Modifier.isPublic(type.getModifiers()));
        if (own) {
            return type.getSimpleName();
        }
        Class<?> above = type.getSuperclass();
        return Stream.of(List.class, Set.class, Map.class)
                .filter(each -> each.isAssignableFrom(type))
                .findFirst()
                .or(() -> Optional.<Class<?>>ofNullable(above).filter(each -> each != Object.class))
                .or(() -> Arrays.stream(type.getInterfaces()).findFirst())
                .map(Kinds::name)
                .orElse("Object");
    }

    /** Whether a type comes with Java. */
    static boolean isOfJava(Class<?> type) {
        return type.getClassLoader() == null || type.getClassLoader() == ClassLoader.getPlatformClassLoader();
    }

    private Optional<Class<?>> load(String name) {
        try {
            return Optional.of(Class.forName(name, false, loader()));
        } catch (ClassNotFoundException | LinkageError none) {
            return Optional.empty();
        }
    }

    /** Declared types are only known to the loader that their rules were compiled with. */
    private ClassLoader loader() {
        return declared.values().stream()
                .findFirst()
                .map(type -> type.getFactClass().getClassLoader())
                .orElse(rules.classes());
    }
}
