package org.demarche.operational;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.demarche.source.Problems;
import org.demarche.source.Suggestion;
import org.demarche.yaml.Keys;
import org.demarche.yaml.YamlEntry;
import org.demarche.yaml.YamlFields;
import org.demarche.yaml.YamlMapping;
import org.demarche.yaml.YamlNode;
import org.demarche.yaml.YamlScalar;
import org.demarche.yaml.YamlSequence;

/** Reads what is to be done with a session. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public final class StepReader {

    /** The steps with what may stand in each. */
    public static final Map<String, Keys> STEPS = steps();

    private static final Pattern SPAN = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)?");

    private final Problems problems;

    private static Map<String, Keys> steps() {
        Map<String, Keys> steps = new LinkedHashMap<>();
        put(
                steps,
                "insert",
                "Inserts a fact: its kind with its values, `{Golfer: {name: Fred}}`.",
                Keys.of(
                        "id",
                        "A name by which later steps speak of it.",
                        "into",
                        "The entry point; without it the ordinary one."));
        put(steps, "update", "Gives a fact other values: the id of the fact.", Keys.of("set", "The values, by field."));
        put(steps, "delete", "Takes a fact out: its id.", Keys.of());
        put(steps, "advance", "Puts the clock on: `500ms`, `10s`, `5m`, `2h` or `3d`.", Keys.of());
        put(steps, "fire", "Fires rules, so many at most.", Keys.of());
        put(
                steps,
                "query",
                "Asks a query: its name.",
                Keys.of(
                        "with",
                        "What it is asked with; what is not given is asked for.",
                        "rows",
                        "How many rows it must answer, or which."));
        put(
                steps,
                "expect",
                "Such a fact must be there: its kind, with some of its values.",
                Keys.of("times", "How many such facts there must be."));
        put(steps, "expect-not", "No such fact may be there.", Keys.of());
        put(steps, "expect-fired", "How often rules must have fired, by their names.", Keys.of());
        put(steps, "expect-globals", "What globals must be, by their names.", Keys.of());
        return Collections.unmodifiableMap(steps);
    }

    private static void put(Map<String, Keys> steps, String name, String what, Keys beside) {
        steps.put(name, Keys.of(name, what).and(beside));
    }

    List<Step> read(YamlNode node) {
        List<Step> steps = new ArrayList<>();
        if (!(node instanceof YamlSequence sequence)) {
            problems.add(
                    node.error("wrong-shape", "Steps are a list.").withHint("Begin each on its own line with `- `."));
            return steps;
        }
        sequence.items().forEach(item -> step(item).ifPresent(steps::add));
        return steps;
    }

    private Optional<Step> step(YamlNode item) {
        if (item instanceof YamlScalar word && word.value().equals("fire")) {
            return Optional.of(new Step.Fire(OptionalInt.empty()));
        }
        if (!(item instanceof YamlMapping mapping)) {
            problems.add(item.error("unknown-step", "This is no step.").withHint(known()));
            return Optional.empty();
        }
        Optional<YamlEntry> verb = mapping.entries().stream()
                .filter(entry -> STEPS.containsKey(entry.key().value()))
                .findFirst();
        if (verb.isEmpty()) {
            YamlNode place = mapping.entries().isEmpty()
                    ? mapping
                    : mapping.entries().get(0).key();
            String key = place instanceof YamlScalar word ? word.value() : "";
            String near = Suggestion.hint(key, STEPS.keySet());
            problems.add(
                    place.error("unknown-step", "`" + key + "` is no step.").withHint(near.isEmpty() ? known() : near));
            return Optional.empty();
        }
        String name = verb.get().key().value();
        Keys allowed = Objects.requireNonNull(STEPS.get(name));
        return YamlFields.of(mapping, "the step `" + name + "`", problems)
                .map(fields -> fields.allow(allowed))
                .flatMap(fields -> step(name, fields));
    }

    private static String known() {
        return "There are `" + String.join("`, `", STEPS.keySet()) + "`.";
    }

    private Optional<Step> step(String name, YamlFields fields) {
        return switch (name) {
            case "insert" ->
                fields.node(name).map(fact -> new Step.Insert(fact, fields.text("id"), fields.text("into")));
            case "update" ->
                fields.scalar(name)
                        .flatMap(id ->
                                fields.node("set").flatMap(this::mapping).map(values -> new Step.Update(id, values)));
            case "delete" -> fields.scalar(name).map(Step.Delete::new);
            case "advance" -> fields.scalar(name).flatMap(this::span).map(Step.Advance::new);
            case "fire" -> fields.number(name).map(most -> new Step.Fire(OptionalInt.of(most)));
            case "query" ->
                fields.scalar(name).map(query -> new Step.Query(query, arguments(fields), fields.node("rows")));
            case "expect" ->
                fact(fields, name)
                        .map(fact -> new Step.Expect(
                                fact,
                                true,
                                fields.number("times").map(OptionalInt::of).orElse(OptionalInt.empty())));
            case "expect-not" -> fact(fields, name).map(fact -> new Step.Expect(fact, false, OptionalInt.empty()));
            case "expect-fired" -> Optional.of(new Step.ExpectFired(counts(fields, name)));
            default -> Optional.of(new Step.ExpectGlobals(fields.entries(name)));
        };
    }

    private static List<YamlNode> arguments(YamlFields fields) {
        return fields.node("with")
                .map(node -> node instanceof YamlSequence list ? list.items() : List.of(node))
                .orElse(List.of());
    }

    private Optional<YamlMapping> mapping(YamlNode node) {
        return YamlFields.of(node, "a mapping of fields to values", problems).map(YamlFields::mapping);
    }

    private Optional<YamlEntry> fact(YamlFields fields, String name) {
        Optional<YamlMapping> fact = fields.node(name).flatMap(this::mapping);
        fact.filter(each -> each.entries().size() != 1)
                .ifPresent(each -> problems.add(each.error("wrong-shape", "One kind of fact is expected at a time.")
                        .withHint("Write it as `{Golfer: {name: Fred}}`.")));
        return fact.filter(each -> each.entries().size() == 1)
                .map(each -> each.entries().get(0));
    }

    private Map<YamlScalar, Integer> counts(YamlFields fields, String name) {
        Map<YamlScalar, Integer> counts = new LinkedHashMap<>();
        for (YamlEntry entry : fields.entries(name)) {
            if (entry.value() instanceof YamlScalar count && count.value().matches("\\d{1,9}")) {
                counts.put(entry.key(), Integer.valueOf(count.value()));
            } else {
                problems.add(entry.value().error("bad-number", "How often a rule fired is a whole number."));
            }
        }
        return counts;
    }

    private Optional<Duration> span(YamlScalar written) {
        Matcher found = SPAN.matcher(written.value());
        if (!found.matches()) {
            problems.add(written.error("bad-number", "`" + written.value() + "` is no span of time.")
                    .withHint("Write `500ms`, `10s`, `5m`, `2h` or `3d`."));
            return Optional.empty();
        }
        long number = Long.parseLong(found.group(1));
        return Optional.of(
                switch (Optional.ofNullable(found.group(2)).orElse("s")) {
                    case "ms" -> Duration.ofMillis(number);
                    case "m" -> Duration.ofMinutes(number);
                    case "h" -> Duration.ofHours(number);
                    case "d" -> Duration.ofDays(number);
                    default -> Duration.ofSeconds(number);
                });
    }
}
