package org.demarche.explain.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demarche.inference.DerivationGraph;
import org.demarche.model.Fact;
import org.demarche.model.FactType;
import org.demarche.rules.RuleCondition.Pattern;
import org.demarche.worlds.Label;
import org.demarche.worlds.Worlds;

/** The facts that hold in some scenario, found by what a pattern asks of them. */
public final class Known {

    /** A fact, where it holds definitely and where it holds or is undefined. */
    public record Item(Fact fact, Label holds, Label mayHold) {}

    private record Key(FactType type, String field, String value) {}

    private final Worlds worlds;
    private final Map<FactType, List<Item>> byType = new TreeMap<>();
    private final Map<Key, List<Item>> byValue = new HashMap<>();

    public Known(Worlds worlds) {
        this.worlds = worlds;
        DerivationGraph graph = worlds.graph();
        for (int node = 0; node < graph.nodes().size(); node++) {
            Optional<Fact> fact = graph.fact(node);
            if (fact.isPresent()) {
                add(new Item(fact.get(), worlds.label(node), worlds.mayHold(node)));
            }
        }
    }

    private void add(Item item) {
        if (!item.mayHold().isEmpty()) {
            FactType type = item.fact().type();
            byType.computeIfAbsent(type, any -> new ArrayList<>()).add(item);
            type.fieldNames()
                    .forEach(field -> byValue.computeIfAbsent(
                                    new Key(type, field, item.fact().value(field)), any -> new ArrayList<>())
                            .add(item));
        }
    }

    Label possible() {
        return worlds.possible();
    }

    public Label nowhere() {
        return worlds.possible().minus(worlds.possible());
    }

    /** The facts of a kind, in the order of their values. */
    public List<Item> all(FactType type) {
        return byType.getOrDefault(type, List.of());
    }

    /** The facts of a kind that have a value in a field. */
    public List<Item> with(FactType type, String field, String value) {
        return byValue.getOrDefault(new Key(type, field, value), List.of());
    }

    /** Facts among which all are that match the pattern. */
    public List<Item> candidates(Pattern pattern, Scope scope) {
        Optional<FactType> type = pattern.kind();
        if (type.isEmpty()) {
            return List.of();
        }
        List<Item> fewest = all(type.get());
        for (Map.Entry<String, String> asked : scope.asked(pattern).entrySet()) {
            List<Item> some = with(type.get(), asked.getKey(), asked.getValue());
            fewest = some.size() < fewest.size() ? some : fewest;
        }
        return fewest;
    }
}
