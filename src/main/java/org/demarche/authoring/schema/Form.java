package org.demarche.authoring.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demarche.model.Likelihood;
import org.demarche.model.LikelihoodScale;
import org.demarche.yaml.Keys;

/** Parts of schemas that stand in many of them. */
final class Form {

    static final String KEBAB = "^[a-z0-9]+(-[a-z0-9]+)*$";

    private static final String SOURCE_ID = "(?=[0-9-]*[a-z])[a-z0-9]+(-[a-z0-9]+)+";
    private static final String CITATION = "^[\\s;]*" + SOURCE_ID + "(?=[\\s;]|$)";
    private static final String DATE = "^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$";
    private static final String PROBABILITY = "^(0|1|0?\\.\\d{1,15}|[01]\\.0*)$";
    private static final int LAST_YEAR = 9999;
    private static final int LARGEST_COUNT = 999_999_999;

    private Form() {}

    static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    /** A single value. YAML takes some words for numbers or truth values; to the readers they are words. */
    static Map<String, Object> text() {
        return map("type", List.of("string", "number", "boolean"));
    }

    static Map<String, Object> text(String pattern) {
        return map("type", List.of("string", "number", "boolean"), "pattern", pattern);
    }

    static Map<String, Object> choice(Collection<String> words) {
        return map("enum", List.copyOf(words));
    }

    /** A day, a month or a year. */
    static Map<String, Object> date() {
        return anyOf(
                map("type", "string", "pattern", DATE), map("type", "integer", "minimum", 0, "maximum", LAST_YEAR));
    }

    static Map<String, Object> citation() {
        return map("type", "string", "pattern", CITATION);
    }

    static Map<String, Object> count() {
        return anyOf(
                map("type", "integer", "minimum", 0, "maximum", LARGEST_COUNT),
                map("type", "string", "pattern", "^\\d{1,9}$"));
    }

    /** A phrase of any scale, a number, or two; which scale a case is read by may stand in another file. */
    static Map<String, Object> likelihood() {
        Map<String, Object> number =
                anyOf(map("type", "number", "minimum", 0, "maximum", 1), map("type", "string", "pattern", PROBABILITY));
        return anyOf(
                choice(Arrays.stream(LikelihoodScale.values())
                        .flatMap(scale -> Likelihood.phrases(scale).stream())
                        .distinct()
                        .toList()),
                number,
                map("type", "array", "items", number, "minItems", 2, "maxItems", 2));
    }

    static Map<String, Object> list(Map<String, Object> item) {
        return map("type", "array", "items", item);
    }

    /** A list, or one item that stands for a list of one. */
    static Map<String, Object> words(Map<String, Object> word) {
        return anyOf(word, list(word));
    }

    static Map<String, Object> ref(String definition) {
        return map("$ref", "#/$defs/" + definition);
    }

    @SafeVarargs
    static Map<String, Object> anyOf(Map<String, Object>... forms) {
        return map("anyOf", Arrays.asList(forms));
    }

    static Map<String, Object> orNothing(Map<String, Object> form) {
        return anyOf(form, map("type", "null"));
    }

    /** A mapping whose keys are ids. */
    static Map<String, Object> byId(String pattern, Map<String, Object> value) {
        return map("type", "object", "propertyNames", map("pattern", pattern), "additionalProperties", value);
    }

    static String sourceIds() {
        return "^" + SOURCE_ID + "$";
    }

    /**
     * A mapping with certain keys.
     *
     * @param forms what stands under each of the keys, and under no others
     */
    static Map<String, Object> object(Keys keys, Map<String, Map<String, Object>> forms, String... required) {
        Set<String> known = new LinkedHashSet<>(keys.names());
        if (!known.equals(forms.keySet())) {
            throw new IllegalStateException("The keys " + known + " have forms for " + forms.keySet() + ".");
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        keys.described().forEach((key, what) -> properties.put(key, described(what, forms.getOrDefault(key, text()))));
        Map<String, Object> object = map("type", "object", "properties", properties);
        if (required.length > 0) {
            object.put("required", List.of(required));
        }
        object.put("additionalProperties", false);
        return object;
    }

    static Map<String, Object> described(String what, Map<String, Object> form) {
        Map<String, Object> described = map("description", what);
        described.putAll(form);
        return described;
    }

    /** The same form for several keys. */
    static Map<String, Map<String, Object>> each(Map<String, Object> form, String... keys) {
        Map<String, Map<String, Object>> forms = new LinkedHashMap<>();
        for (String key : keys) {
            forms.put(key, form);
        }
        return forms;
    }

    @SafeVarargs
    static Map<String, Map<String, Object>> together(Map<String, Map<String, Object>>... parts) {
        Map<String, Map<String, Object>> all = new LinkedHashMap<>();
        for (Map<String, Map<String, Object>> part : parts) {
            all.putAll(part);
        }
        return all;
    }

    /** Exactly one of these keys is there. */
    static List<Map<String, Object>> exactlyOne(Collection<String> keys) {
        List<Map<String, Object>> forms = new ArrayList<>();
        keys.forEach(key -> forms.add(map("required", List.of(key))));
        return forms;
    }
}
