package org.demarche.operational;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An object as it can be shown: its kind and its properties. A property is null, a Boolean, a Number, a String, a List of such, a Map
 * of such by text, or another {@code Shown}.
 *
 * @param kind what rules call its type
 * @param fields by name in the order of its type; empty where it has none to show
 * @param text what it is by itself: a text, a number, or its kind with its fields
 */
public record Shown(String kind, Map<String, @Nullable Object> fields, String text) {

    /** Objects refer to objects, and some back to where one came from. */
    private static final int DEEPEST = 3;

    public Shown {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    static Shown of(Object object) {
        return of(object, DEEPEST);
    }

    /** A value of a property: null, a plain value, a list, a map, or something shown. */
    static @Nullable Object value(@Nullable Object object) {
        return value(object, DEEPEST);
    }

    /** A value as text. */
    public static String words(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Shown::words).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + words(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value instanceof Shown shown ? shown.text() : value == null ? "–" : String.valueOf(value);
    }

    @Override
    public String toString() {
        return text;
    }

    private static Shown of(Object object, int depth) {
        String kind = Kinds.name(object.getClass());
        Object plain = plain(object);
        if (plain != null) {
            return new Shown(kind, Map.of(), words(plain));
        }
        if (object instanceof Collection<?>
                || object instanceof Map<?, ?>
                || object.getClass().isArray()) {
            return new Shown(kind, Map.of(), words(value(object, depth)));
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        Properties.of(object).forEach((name, value) -> fields.put(name, value(value, depth - 1)));
        String text = fields.isEmpty()
                ? kind
                : kind
                        + fields.entrySet().stream()
                                .map(entry -> entry.getKey() + ": " + words(entry.getValue()))
                                .collect(Collectors.joining(", ", "(", ")"));
        return new Shown(kind, fields, text);
    }

    private static @Nullable Object value(@Nullable Object object, int depth) {
        if (object == null || object instanceof Character letter && letter == 0) {
            return null;
        }
        Object plain = plain(object);
        if (plain != null) {
            return plain;
        }
        if (depth <= 0) {
            return "…";
        }
        if (object instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> shown = isOrdered(map) ? new LinkedHashMap<>() : new TreeMap<>();
            map.forEach((key, each) -> shown.put(words(value(key, depth - 1)), value(each, depth - 1)));
            return shown;
        }
        if (object instanceof Collection<?> all) {
            List<@Nullable Object> shown = new ArrayList<>();
            all.forEach(each -> shown.add(value(each, depth - 1)));
            if (!isOrdered(all)) {
                shown.sort(Comparator.comparing(Shown::words));
            }
            return shown;
        }
        if (object.getClass().isArray()) {
            List<Object> all = IntStream.range(0, java.lang.reflect.Array.getLength(object))
                    .mapToObj(i -> java.lang.reflect.Array.get(object, i))
                    .toList();
            return value(all, depth);
        }
        return of(object, depth);
    }

    /** Whether its parts come in the same order in every run; those of hashed ones need not. */
    private static boolean isOrdered(Object all) {
        return !(all instanceof Set<?> || all instanceof Map<?, ?>)
                || all instanceof SortedSet<?>
                || all instanceof SortedMap<?, ?>
                || all instanceof LinkedHashSet<?>
                || all instanceof LinkedHashMap<?, ?>
                || all instanceof EnumSet<?>
                || all instanceof EnumMap<?, ?>;
    }

    /** What is shown as it is; null for what has parts. */
    private static @Nullable Object plain(Object object) {
        if (object instanceof Boolean || object instanceof String) {
            return object;
        }
        if (object instanceof Number) {
            // JSON has no others.
            return object instanceof Double number && !Double.isFinite(number)
                            || object instanceof Float fraction && !Float.isFinite(fraction)
                    ? String.valueOf(object)
                    : object;
        }
        if (object instanceof Enum<?> constant) {
            return constant.name();
        }
        if (object instanceof java.util.Date date) {
            return date.toInstant().toString();
        }
        boolean hasParts = object instanceof Collection<?>
                || object instanceof Map<?, ?>
                || object.getClass().isArray();
        return hasParts || !Kinds.isOfJava(object.getClass()) ? null : said(object);
    }

    /** What an object of Java's own says of itself; its kind when it has nothing to say but where in memory it is. */
    private static String said(Object object) {
        String said = String.valueOf(object);
        return said.equals(object.getClass().getName() + "@" + Integer.toHexString(System.identityHashCode(object)))
                ? Kinds.name(object.getClass())
                : said;
    }
}
