package org.demarche.inference;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.rules.AccumulateFunction;

/**
 * How far an {@code accumulate} has come: what it has made of the elements added so far. A value; the same whatever order they were
 * added in. What an element does not have is left out by every function but {@code count}.
 */
public record Fold(List<Part> parts) {

    public Fold {
        parts = List.copyOf(parts);
    }

    /** Before anything is added. */
    public static Fold start(List<AccumulateFunction> functions) {
        return new Fold(functions.stream().map(Fold::part).toList());
    }

    /**
     * With one more element.
     *
     * @param values what each function takes of it, {@link Value#ABSENT} where that is nothing
     */
    public Fold add(List<Value> values) {
        List<Part> added = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            boolean left = values.get(i).equals(Value.ABSENT) && !(parts.get(i) instanceof Count);
            added.add(left ? parts.get(i) : parts.get(i).add(values.get(i)));
        }
        return new Fold(added);
    }

    /** The results in the order of the functions; empty when one of them has none. */
    public Optional<List<Value>> result() {
        List<Value> results =
                parts.stream().flatMap(part -> part.result().stream()).toList();
        return results.size() == parts.size() ? Optional.of(results) : Optional.empty();
    }

    private static Part part(AccumulateFunction function) {
        return switch (function) {
            case COUNT -> new Count(0);
            case SUM -> new Sum(Value.Number.of(0));
            case MIN -> new Extreme(false, Optional.empty());
            case MAX -> new Extreme(true, Optional.empty());
            case AVERAGE -> new Average(Value.Number.of(0), 0);
            case COLLECT_LIST -> new Collection(false, new Value.Texts(List.of()));
            case COLLECT_SET -> new Collection(true, new Value.Texts(List.of()));
        };
    }

    /** How far one function has come. */
    public sealed interface Part {

        Part add(Value value);

        Optional<Value> result();
    }

    private record Count(int count) implements Part {
        @Override
        public Part add(Value value) {
            return new Count(count + 1);
        }

        @Override
        public Optional<Value> result() {
            return Optional.of(Value.Number.of(count));
        }
    }

    private record Sum(Value.Number sum) implements Part {
        @Override
        public Part add(Value value) {
            return new Sum(plus(sum, value));
        }

        @Override
        public Optional<Value> result() {
            return Optional.of(sum);
        }
    }

    private record Average(Value.Number sum, int count) implements Part {
        @Override
        public Part add(Value value) {
            return new Average(plus(sum, value), count + 1);
        }

        @Override
        public Optional<Value> result() {
            return count == 0
                    ? Optional.empty()
                    : Optional.of(
                            new Value.Number(sum.value().divide(BigDecimal.valueOf(count), MathContext.DECIMAL64)));
        }
    }

    private record Extreme(boolean largest, Optional<Value> result) implements Part {
        @Override
        public Part add(Value value) {
            boolean better = result.isEmpty() || (value.compareTo(result.get()) > 0) == largest;
            return better ? new Extreme(largest, Optional.of(value)) : this;
        }
    }

    private record Collection(boolean different, Value.Texts texts) implements Part {
        @Override
        public Part add(Value value) {
            List<String> all = new ArrayList<>(texts.values());
            if (!different || !all.contains(value.toString())) {
                all.add(value.toString());
            }
            return new Collection(different, new Value.Texts(all));
        }

        @Override
        public Optional<Value> result() {
            return Optional.of(texts);
        }
    }

    private static Value.Number plus(Value.Number sum, Value value) {
        return new Value.Number(sum.value().add(((Value.Number) value).value()));
    }
}
