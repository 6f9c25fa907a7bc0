package org.demarche.operational;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be read of an object, by name, in the order of its class. */
final class Properties {

    private Properties() {}

    /** The properties with their values; empty for an object that shows none. */
    static Map<String, @Nullable Object> of(Object object) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        readers(object.getClass()).forEach((name, reader) -> {
            try {
                reader.setAccessible(true);
                values.put(name, reader.invoke(object));
            } catch (ReflectiveOperationException | RuntimeException unreadable) {
                // A getter that fails has nothing to show.
                values.put(name, null);
            }
        });
        return values;
    }

    /** The names of what can be read of objects of a class. */
    static List<String> names(Class<?> type) {
        return List.copyOf(readers(type).keySet());
    }

    /** The fields of a class and those above it, from the top down. */
    static List<Field> fields(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        if (type.getSuperclass() != null && type.getSuperclass() != Object.class) {
            fields.addAll(fields(type.getSuperclass()));
        }
        Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers())
                        && !field.isSynthetic()
                        && !field.getName().startsWith("__"))
                .forEach(fields::add);
        return fields;
    }

    static String decapitalised(String name) {
        return name.length() > 1 && Character.isUpperCase(name.charAt(1))
                ? name
                : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static Map<String, Method> readers(Class<?> type) {
        Map<String, Method> readers = new LinkedHashMap<>();
        if (type.isRecord()) {
            for (RecordComponent each : type.getRecordComponents()) {
                readers.put(each.getName(), each.getAccessor());
            }
            return readers;
        }
        fields(type)
                .forEach(field -> reader(type, field.getName()).ifPresent(each -> readers.put(field.getName(), each)));
        Arrays.stream(type.getMethods())
                .filter(each -> each.getParameterCount() == 0
                        && each.getDeclaringClass() != Object.class
                        && !Modifier.isStatic(each.getModifiers())
                        && (each.getName().matches("get[A-Z].*")
                                || each.getName().matches("is[A-Z].*") && each.getReturnType() == boolean.class))
                .sorted(Comparator.comparing(Method::getName))
                .forEach(
                        each -> readers.putIfAbsent(decapitalised(each.getName().replaceFirst("^(get|is)", "")), each));
        return readers;
    }

    /** What reads a field: {@code getName}, {@code isName} or {@code name}. */
    private static Optional<Method> reader(Class<?> type, String name) {
        String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return List.of("get" + capital, "is" + capital, name).stream()
                .flatMap(each -> Arrays.stream(type.getMethods())
                        .filter(method -> method.getName().equals(each)
                                && method.getParameterCount() == 0
                                && method.getReturnType() != void.class
                                && !Modifier.isStatic(method.getModifiers())))
                .findFirst();
    }
}
