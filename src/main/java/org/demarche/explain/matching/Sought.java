package org.demarche.explain.matching;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.demarche.model.Fact;
import org.demarche.model.FactType;

/**
 * Something that is looked for, as far as it is known.
 *
 * @param values the values it must have, by field; an absent one is {@code ""}, and one that is left out may be any
 */
public record Sought(FactType type, SortedMap<String, String> values) {
    public Sought {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** The fact, where all the values are known that it needs. */
    public Optional<Fact> fact() {
        List<String> fields = type.fieldNames();
        int needed = fields.size() - type.optionalValues();
        return fields.subList(0, needed).stream()
                        .allMatch(field -> !values.getOrDefault(field, "").isEmpty())
                ? type.possible(fields.stream()
                        .map(field -> values.getOrDefault(field, ""))
                        .toList())
                : Optional.empty();
    }

    /** Whether a fact has all the values. */
    public boolean matches(Fact fact) {
        return fact.type().equals(type)
                && values.entrySet().stream()
                        .allMatch(each -> fact.value(each.getKey()).equals(each.getValue()));
    }
}
