package org.demarche.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demarche.model.Fact;
import org.demarche.model.FactType;
import org.demarche.model.FactType.Field;
import org.demarche.model.FactType.RefusedValuesException;
import org.demarche.source.Problem;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.demarche.yaml.YamlEntry;
import org.demarche.yaml.YamlFields;
import org.demarche.yaml.YamlMapping;
import org.demarche.yaml.YamlNode;
import org.demarche.yaml.YamlScalar;
import org.demarche.yaml.YamlSequence;

/** Reads the values of a fact of a kind that a rule file declares: as words, as a list or as a mapping. */
record ThingReader(FactType type, Problems problems) {

    /** A value and where it stands. */
    private record Word(String value, SourceLocation at) {}

    Optional<Mention> read(YamlEntry entry) {
        Optional<List<Optional<YamlScalar>>> given = given(entry);
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < given.map(List::size).orElse(0); i++) {
            word(type.fields().get(i), given.get().get(i), entry).ifPresent(words::add);
        }
        if (given.isEmpty() || words.size() < type.fields().size()) {
            return Optional.empty();
        }
        return fact(words, entry)
                .map(fact -> new Mention(
                        fact,
                        words.isEmpty()
                                ? List.of(entry.key().at())
                                : words.stream().map(Word::at).toList()));
    }

    private Optional<Fact> fact(List<Word> words, YamlEntry entry) {
        try {
            return Optional.of(type.create(words.stream().map(Word::value).toList()));
        } catch (RefusedValuesException refused) {
            YamlNode at = entry.isEmpty() ? entry.key() : entry.value();
            problems.add(at.error("wrong-value", refused.sentence()));
            return Optional.empty();
        }
    }

    /** What is given for each field. */
    private Optional<List<Optional<YamlScalar>>> given(YamlEntry entry) {
        YamlNode value = entry.value();
        if (value instanceof YamlMapping) {
            return YamlFields.of(value, "a `" + type.typeName() + "`", problems)
                    .map(fields -> fields.allow(type.fieldNames()))
                    .map(fields ->
                            type.fieldNames().stream().map(fields::scalar).toList());
        }
        return inOrder(entry).flatMap(words -> fitting(words, value));
    }

    private Optional<List<YamlScalar>> inOrder(YamlEntry entry) {
        if (entry.isEmpty()) {
            return Optional.of(List.of());
        }
        if (entry.value() instanceof YamlScalar text) {
            return Optional.of(type.fields().size() == 1 ? List.of(text) : text.words());
        }
        List<YamlScalar> words = new ArrayList<>();
        for (YamlNode item : ((YamlSequence) entry.value()).items()) {
            if (item instanceof YamlScalar scalar && !scalar.isEmpty()) {
                words.add(scalar);
            } else {
                problems.add(item.error("fact-form", "Each value of a fact is a single one.")
                        .withHint(form()));
                return Optional.empty();
            }
        }
        return Optional.of(words);
    }

    private Optional<List<Optional<YamlScalar>>> fitting(List<YamlScalar> words, YamlNode value) {
        int most = type.fields().size();
        if (words.size() != most) {
            YamlNode at = words.size() > most ? words.get(most) : value;
            problems.add(at.error(
                            "fact-form",
                            "`" + type.typeName() + "` takes " + most + (most == 1 ? " value" : " values") + ", not "
                                    + words.size() + ".")
                    .withHint(form()));
            return Optional.empty();
        }
        return Optional.of(words.stream().map(Optional::of).toList());
    }

    private Optional<Word> word(Field field, Optional<YamlScalar> given, YamlEntry entry) {
        if (given.isEmpty() || given.get().value().isEmpty()) {
            Optional<Word> otherwise = field.otherwise()
                    .filter(value -> given.isEmpty())
                    .map(value -> new Word(value, entry.key().at()));
            if (otherwise.isEmpty()) {
                problems.add(given.<YamlNode>map(each -> each)
                        .orElse(entry.key())
                        .error("fact-form", "A `" + type.typeName() + "` cannot be without its " + field.name() + ".")
                        .withHint(form()));
            }
            return otherwise;
        }
        Optional<Word> word = word(field, given.get().value())
                .map(value -> new Word(value, given.get().at()));
        if (word.isEmpty()) {
            problems.add(wrong(field, given.get()));
        }
        return word;
    }

    /** What a program calls {@code OUT_OF_PLAY} may be written {@code out-of-play}. */
    private static Optional<String> word(Field field, String value) {
        return field.word(value)
                .or(() -> field.choices().stream()
                        .filter(each -> each.equalsIgnoreCase(value.replace('-', '_')))
                        .findFirst());
    }

    private static Problem wrong(Field field, YamlScalar given) {
        String value = "`" + given.value() + "`";
        return switch (field.type()) {
            case WHOLE -> given.error("wrong-value", "`" + field.name() + "` is a whole number, not " + value + ".");
            case NUMBER -> given.error("wrong-value", "`" + field.name() + "` is a number, not " + value + ".");
            case TRUTH -> given.error("wrong-value", "`" + field.name() + "` is `true` or `false`, not " + value + ".");
            case DAY ->
                given.error("wrong-value", "`" + field.name() + "` is a day such as `2031-04-02`, not " + value + ".");
            case CHOICE ->
                given.error("wrong-value", "`" + field.name() + "` has no value " + value + ".")
                        .withHint(Hints.nearest(given.value(), field.choices(), ""));
            default ->
                given.error("wrong-value", "A text has no `\\`, no `\"` and no signs that are not printed.")
                        .withHint("Leave it out.");
        };
    }

    private String form() {
        return type.fieldNames().stream()
                .map(name -> name + ": …")
                .collect(Collectors.joining(", ", "Write `{" + type.typeName() + ": {", "}}`."));
    }
}
