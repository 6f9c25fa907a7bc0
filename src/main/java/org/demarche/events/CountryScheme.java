package org.demarche.events;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A way to name states. */
public enum CountryScheme {
    /** ISO 3166-1 alpha-3: {@code PRK}. */
    ISO3,
    /** ISO 3166-1 alpha-2: {@code KP}. */
    ISO2,
    /** Abbreviations of Correlates of War: {@code ROK}. */
    COW,
    /** Numbers of Correlates of War: {@code 732}. */
    COW_NUMBER,
    /** CAMEO: mostly ISO 3166-1 alpha-3 as it once was. */
    CAMEO,
    /** English names: {@code South Korea}. */
    NAME;

    /** What stands in a mapping for each. */
    static Map<String, CountryScheme> byKey() {
        Map<String, CountryScheme> keys = new LinkedHashMap<>();
        Arrays.stream(values()).forEach(scheme -> keys.put(scheme.key(), scheme));
        return keys;
    }

    /** What stands in a mapping for them. */
    public static List<String> keys() {
        return List.copyOf(byKey().keySet());
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
