package org.demarche.yaml;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.demarche.source.Suggestion;

/** Reads a mapping key by key. What is wrong becomes a problem, and reading goes on as if it were not there. */
public final class YamlFields {

    private final YamlMapping mapping;
    private final String what;
    private final Problems problems;

    private YamlFields(YamlMapping mapping, String what, Problems problems) {
        this.mapping = mapping;
        this.what = what;
        this.problems = problems;
    }

    /**
     * The fields of a node that has to be a mapping.
     *
     * @param what what it describes, with its article: {@code a question}
     */
    public static Optional<YamlFields> of(YamlNode node, String what, Problems problems) {
        if (node instanceof YamlMapping mapping) {
            return Optional.of(new YamlFields(mapping, what, problems));
        }
        problems.add(node.error("wrong-shape", "Here " + what + " is needed, written as keys with values.")
                .withHint("After a key come `:` and a space."));
        return Optional.empty();
    }

    /** What is wrong is added to these. */
    public Problems problems() {
        return problems;
    }

    public YamlMapping mapping() {
        return mapping;
    }

    /** Makes every other key a problem. */
    public YamlFields allow(Keys keys) {
        return allow(keys.names());
    }

    /** Makes every other key a problem. */
    public YamlFields allow(Collection<String> keys) {
        mapping.entries().stream()
                .filter(entry -> !keys.contains(entry.key().value()))
                .forEach(entry -> problems.add(unknown(entry, keys)));
        return this;
    }

    /** Whether the key is there. */
    public boolean has(String key) {
        return mapping.entry(key).isPresent();
    }

    /** The value of a key. A key without a value is a problem. */
    public Optional<YamlNode> node(String key) {
        return mapping.entry(key).filter(this::filled).map(YamlEntry::value);
    }

    /** The single value of a key. */
    public Optional<YamlScalar> scalar(String key) {
        return node(key).flatMap(node -> scalar(node, "`" + key + "`"));
    }

    /** The single value of a key that has to be there. */
    public Optional<YamlScalar> required(String key) {
        return required(key, "Add `" + key + ": …`.");
    }

    /** @param hint what to do where it is not there */
    public Optional<YamlScalar> required(String key, String hint) {
        if (!has(key)) {
            problems.add(mapping.error("missing-key", Sentence.capital(what) + " needs `" + key + "`.")
                    .withHint(hint));
        }
        return scalar(key);
    }

    /** The text of a key, {@code ""} when it is not there. */
    public String text(String key) {
        return scalar(key).map(YamlScalar::value).orElse("");
    }

    /** The day, or the first day of the month or year. */
    public Optional<LocalDate> date(String key) {
        return scalar(key).flatMap(this::date);
    }

    /** One of the given words. */
    public <T> Optional<T> choice(String key, Map<String, T> choices) {
        return scalar(key).flatMap(word -> choice(word, key, choices));
    }

    /** A whole number from 0 on. */
    public Optional<Integer> number(String key) {
        return scalar(key).flatMap(word -> number(word, key));
    }

    /** The items of a list; empty when the key is not there. */
    public List<YamlNode> items(String key) {
        return node(key).map(node -> items(node, key)).orElse(List.of());
    }

    /** The words of a list, or the one word that stands for a list of one. */
    public List<YamlScalar> words(String key) {
        return node(key)
                .map(node -> node instanceof YamlScalar word ? List.<YamlNode>of(word) : items(node, key))
                .orElse(List.of())
                .stream()
                .flatMap(node -> scalar(node, "An item of `" + key + "`").stream())
                .toList();
    }

    /** The entries of a mapping; empty when the key is not there. */
    public List<YamlEntry> entries(String key) {
        return node(key)
                .flatMap(node -> of(node, "a mapping under `" + key + "`", problems))
                .map(fields -> fields.mapping.entries())
                .orElse(List.of());
    }

    /** The single values of a mapping by their keys, in its order. */
    public Map<String, YamlScalar> scalars(String key) {
        Map<String, YamlScalar> scalars = new LinkedHashMap<>();
        entries(key).stream()
                .filter(this::filled)
                .forEach(entry -> scalar(entry.value(), "`" + entry.key().value() + "`")
                        .ifPresent(value -> scalars.put(entry.key().value(), value)));
        return scalars;
    }

    private boolean filled(YamlEntry entry) {
        if (!entry.isEmpty()) {
            return true;
        }
        if (!entry.standsAlone()) {
            problems.add(entry.key()
                    .error("null-key", "`" + entry.key().value() + "` has no value.")
                    .withHint("Give it one, or leave the key out."));
        } else {
            problems.add(alone(entry));
        }
        return false;
    }

    private Problem unknown(YamlEntry entry, Collection<String> keys) {
        if (entry.standsAlone()) {
            return alone(entry);
        }
        String key = entry.key().value();
        String all = keys.stream().map(known -> "`" + known + "`").collect(Collectors.joining(", "));
        String near = Suggestion.hint(key, keys);
        return entry.key()
                .error("unknown-key", "`" + key + "` is not a key of " + what + ".")
                .withHint(near.isEmpty() ? "Its keys are " + all + "." : near);
    }

    private static Problem alone(YamlEntry entry) {
        return entry.key()
                .error("null-key", "`" + entry.key().value() + "` stands here without `:` and a value.")
                .withHint(
                        "Put quotes around a text that has a comma in it; the values of a fact stand without commas.");
    }

    private Optional<YamlScalar> scalar(YamlNode node, String name) {
        if (node instanceof YamlScalar scalar && !scalar.isEmpty()) {
            return Optional.of(scalar);
        }
        problems.add(node.error("wrong-shape", name + " is a single value, not a list or a mapping."));
        return Optional.empty();
    }

    private Optional<LocalDate> date(YamlScalar scalar) {
        Optional<LocalDate> date = YamlDates.firstDay(scalar.value());
        if (date.isEmpty()) {
            problems.add(scalar.error("bad-date", "`" + scalar.value() + "` is not a date.")
                    .withHint(YamlDates.hint(scalar.value())));
        }
        return date;
    }

    private <T> Optional<T> choice(YamlScalar word, String key, Map<String, T> choices) {
        Optional<T> chosen = Optional.ofNullable(choices.get(word.value()));
        if (chosen.isEmpty()) {
            String all = choices.keySet().stream().sorted().collect(Collectors.joining("`, `", "`", "`"));
            String near = Suggestion.hint(word.value(), choices.keySet());
            problems.add(word.error("unknown-word", "`" + word.value() + "` cannot stand as `" + key + "`.")
                    .withHint(near.isEmpty() ? "It is one of " + all + "." : near));
        }
        return chosen;
    }

    private Optional<Integer> number(YamlScalar word, String key) {
        if (word.value().matches("\\d{1,9}")) {
            return Optional.of(Integer.valueOf(word.value()));
        }
        problems.add(word.error("bad-number", "`" + key + "` is a whole number, not `" + word.value() + "`."));
        return Optional.empty();
    }

    private List<YamlNode> items(YamlNode node, String key) {
        if (!(node instanceof YamlSequence sequence)) {
            problems.add(node.error("wrong-shape", "`" + key + "` is a list.")
                    .withHint("Begin each item on its own line with `- `."));
            return List.of();
        }
        List<YamlNode> items = new ArrayList<>();
        for (YamlNode item : sequence.items()) {
            if (item instanceof YamlScalar scalar && scalar.isEmpty()) {
                problems.add(item.error("null-key", "An item of `" + key + "` is empty.")
                        .withHint("Give it a value, or remove it."));
            } else {
                items.add(item);
            }
        }
        return items;
    }
}
