package org.demarche.bench.classics;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A fact of a type that rules declare: texts and numbers by field. */
public record Stated(String kind, Map<String, Object> fields) {

    /** @param fields names and values in turn */
    static Stated of(String kind, Object... fields) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i].toString(), fields[i + 1]);
        }
        return new Stated(kind, all);
    }

    /** As a case states it. */
    String yaml() {
        return fields.entrySet().stream()
                .map(each -> each.getKey() + ": " + quoted(each.getValue()))
                .collect(Collectors.joining(", ", "  - {" + kind + ": {", "}}\n"));
    }

    private static String quoted(Object value) {
        return value instanceof String text && !text.chars().allMatch(Character::isLetterOrDigit)
                ? "\"" + text + "\""
                : value.toString();
    }

    String clips() {
        return fields.entrySet().stream()
                .map(each -> "(" + each.getKey() + " " + each.getValue() + ")")
                .collect(Collectors.joining(" ", "(" + kind.toLowerCase(Locale.ROOT) + " ", ")\n"));
    }

    Object field(String name) {
        return fields.get(name);
    }
}
