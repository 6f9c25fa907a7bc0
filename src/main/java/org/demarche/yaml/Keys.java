package org.demarche.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys that may stand in a mapping, each with what it is for. Readers allow these and no others, and editors show them: what an
 * author is offered cannot differ from what is read.
 *
 * @param described what each key is for, in the order in which they are to be told
 */
public record Keys(Map<String, String> described) {

    public Keys {
        described = Collections.unmodifiableMap(new LinkedHashMap<>(described));
    }

    /** Keys, each followed by what it is for. */
    public static Keys of(String... keysAndDescriptions) {
        Map<String, String> described = new LinkedHashMap<>();
        for (int i = 0; i < keysAndDescriptions.length; i += 2) {
            described.put(keysAndDescriptions[i], keysAndDescriptions[i + 1]);
        }
        return new Keys(described);
    }

    /** These and some more. */
    public Keys and(Keys more) {
        Map<String, String> all = new LinkedHashMap<>(described);
        all.putAll(more.described);
        return new Keys(all);
    }

    public List<String> names() {
        return List.copyOf(described.keySet());
    }
}
