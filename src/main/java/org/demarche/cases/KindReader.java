package org.demarche.cases;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.demarche.model.FactType;
import org.demarche.model.Kinds;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.demarche.source.Suggestion;
import org.demarche.yaml.YamlEntry;
import org.demarche.yaml.YamlFields;

/**
 * Finds the one fact in an entry by its kind.
 *
 * @param known all kinds there are
 * @param allowed the kinds that may stand here
 * @param plain why it is read for a plain session; empty when it is not
 */
record KindReader(Kinds known, Predicate<FactType> allowed, Optional<String> plain, Problems problems) {

    private static final String HINT_PLAIN =
            "To reason over all answers, let the rules only match and conclude with `insertLogical`; to run the rules as they are, take the"
                    + " answer that is to hold, state its facts under `facts:` and leave out the question.";

    /** The kinds that a case may state. */
    static KindReader stated(Reading reading) {
        return new KindReader(reading.kinds, FactType::stated, reading.plain(), reading.problems);
    }

    /** The kinds that an answer may amount to: what a case may state, and moves and judgements. */
    static KindReader meant(Reading reading) {
        return new KindReader(
                reading.kinds,
                type -> type.stated() || type == FactType.MOVE || type == FactType.JUDGEMENT,
                reading.plain(),
                reading.problems);
    }

    /**
     * The fact.
     *
     * @param beside the keys that may stand beside it
     */
    Optional<Mention> read(YamlFields fields, List<String> beside) {
        List<YamlEntry> entries = fields.mapping().entries();
        if (entries.size() == 1 && type(entries.get(0)).isPresent()) {
            return read(entries.get(0));
        }
        List<YamlEntry> others = fields.mapping().entries().stream()
                .filter(entry -> !beside.contains(entry.key().value()))
                .toList();
        if (others.isEmpty()) {
            problems.add(fields.mapping()
                    .error("missing-key", "No fact stands here.")
                    .withHint("Its kind is its key: " + kinds() + "."));
            return Optional.empty();
        }
        List<YamlEntry> facts =
                others.stream().filter(entry -> type(entry).isPresent()).toList();
        YamlEntry fact = facts.isEmpty() ? others.get(0) : facts.get(0);
        others.stream()
                .filter(entry -> !entry.key().equals(fact.key()))
                .forEach(entry -> problems.add(type(entry).isPresent() ? second(entry, fact) : unknown(entry, beside)));
        return type(fact).isPresent() ? read(fact) : refuse(fact);
    }

    private Optional<Mention> read(YamlEntry fact) {
        FactType type = type(fact).orElseThrow();
        if (!allowed.test(type)) {
            problems.add(notStated(fact, type));
            return Optional.empty();
        }
        return type.isDeclared()
                ? new ThingReader(type, problems).read(fact)
                : new FactReader(type, problems).read(fact);
    }

    private Optional<Mention> refuse(YamlEntry entry) {
        String key = entry.key().value();
        String kind = key.split(":", 2)[0];
        if (key.matches("[\\w-]+:\\S.*") && names().contains(kind)) {
            problems.add(entry.key()
                    .error("fact-form", "Behind `" + kind + ":` a space is missing.")
                    .withHint("After a key come `:` and a space."));
            return Optional.empty();
        }
        String near = Suggestion.hint(key, names());
        if (!known.complete() && (near.isEmpty() || Character.isUpperCase(key.codePointAt(0)))) {
            return Optional.empty();
        }
        if (plain.isPresent() && Character.isUpperCase(key.codePointAt(0))) {
            problems.add(entry.key()
                    .error("unknown-kind", plain.get() + ", in which no answer can state a `" + key + "`.")
                    .withHint(HINT_PLAIN));
            return Optional.empty();
        }
        problems.add(entry.key()
                .error("unknown-kind", "`" + key + "` is not a kind of fact.")
                .withHint(near.isEmpty() ? "The kinds are " + kinds() + "." : near));
        return Optional.empty();
    }

    private static Problem second(YamlEntry entry, YamlEntry fact) {
        return entry.key()
                .error(
                        "two-facts",
                        "An entry states one fact, and this one already states `"
                                + fact.key().value() + "`.")
                .withHint("Begin another entry with `- `.");
    }

    private static Problem unknown(YamlEntry entry, List<String> beside) {
        String key = entry.key().value();
        if (entry.isEmpty()) {
            return entry.key()
                    .error("null-key", "`" + key + "` stands here without a value.")
                    .withHint("Put quotes around a text that has a comma in it.");
        }
        String near = Suggestion.hint(key, beside);
        return entry.key()
                .error("unknown-key", "`" + key + "` is not a key of a statement.")
                .withHint(near.isEmpty() ? "Beside the fact may stand " + Hints.list(beside) + "." : near);
    }

    private Problem notStated(YamlEntry fact, FactType type) {
        return switch (type.kind()) {
            case REPORT ->
                fact.key()
                        .error("misplaced-report", "A report is no fact about the world.")
                        .withHint(
                                "Put it under `reports:`; to try one out, write it into a copy of the case and compare the two"
                                        + " with `diff`.");
            case MOVE ->
                fact.key()
                        .error("stated-conclusion", "A move is never stated; it is what rules conclude.")
                        .withHint("Write a move that has happened as `event: actor action [target] [date]`.");
            default ->
                fact.key()
                        .error("stated-conclusion", "`" + type.key() + "` is never stated; it is what rules conclude.")
                        .withHint("The kinds of facts here are " + kinds() + ".");
        };
    }

    private Optional<FactType> type(YamlEntry entry) {
        // `source` stands beside facts, too, and there it says who states them.
        return known.keyed(entry.key().value()).filter(type -> type != FactType.SOURCE);
    }

    private List<String> names() {
        return known.all().stream().filter(allowed).map(FactType::key).toList();
    }

    private String kinds() {
        return Hints.list(names());
    }
}
