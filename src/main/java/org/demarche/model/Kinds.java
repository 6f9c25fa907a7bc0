package org.demarche.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lombok.Getter;
import lombok.experimental.Accessors;

/** The kinds of facts that rules and cases know: ours, and those that rule files declare. Immutable. */
public final class Kinds {

    /** Ours and no others. */
    public static final Kinds OURS = new Kinds(new TreeMap<>(), true);

    /** By name, sorted. */
    private final Map<String, FactType> declared;

    /** Whether there are no others: where a rule file cannot be read, nobody knows what it declares. */
    @Getter
    @Accessors(fluent = true)
    private final boolean complete;

    private Kinds(Map<String, FactType> declared, boolean complete) {
        this.declared = Collections.unmodifiableMap(declared);
        this.complete = complete;
    }

    /** Ours and these. */
    public static Kinds with(Collection<FactType> declared) {
        TreeMap<String, FactType> byName = new TreeMap<>();
        declared.forEach(type -> byName.put(type.typeName(), type));
        return declared.isEmpty() ? OURS : new Kinds(byName, true);
    }

    /** These, and perhaps others: a fact of another kind is passed over and not judged. */
    public Kinds andPerhapsOthers() {
        return new Kinds(declared, false);
    }

    /** The kind whose facts rules match under this name, {@code Intention}. */
    public Optional<FactType> named(String name) {
        return FactType.named(name).or(() -> Optional.ofNullable(declared.get(name)));
    }

    /** The kind that stands in YAML and JSON under this key: {@code intention}; for a declared one its name. */
    public Optional<FactType> keyed(String key) {
        return FactType.keyed(key).or(() -> Optional.ofNullable(declared.get(key)));
    }

    /** The declared ones, by name. */
    public Collection<FactType> declared() {
        return declared.values();
    }

    /** All of them: ours in their order, then the declared ones. */
    public List<FactType> all() {
        List<FactType> all = new ArrayList<>(Arrays.asList(FactType.values()));
        all.addAll(declared.values());
        return List.copyOf(all);
    }
}
