package org.demarche.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.demarche.model.FactType;
import org.demarche.model.FieldType;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.demarche.yaml.YamlDates;
import org.demarche.yaml.YamlEntry;
import org.demarche.yaml.YamlFields;
import org.demarche.yaml.YamlNode;
import org.demarche.yaml.YamlScalar;
import org.demarche.yaml.YamlSequence;

/** Reads the values of a fact: as words, as a list or as a mapping. */
record FactReader(FactType type, Problems problems) {

    /** The values with their places. */
    Optional<Mention> read(YamlEntry entry) {
        YamlNode value = entry.value();
        if (entry.isEmpty()) {
            problems.add(entry.key()
                    .error("fact-form", "`" + type.key() + "` has no values.")
                    .withHint(form()));
            return Optional.empty();
        }
        return values(value)
                .filter(this::checkPresent)
                .filter(this::checkDate)
                .map(values -> mention(entry.key().at(), values));
    }

    private Optional<List<Optional<YamlScalar>>> values(YamlNode value) {
        if (value instanceof YamlScalar words) {
            return inOrder(value, words.words());
        }
        if (value instanceof YamlSequence list) {
            List<YamlScalar> words = new ArrayList<>();
            list.items().forEach(item -> word(item).ifPresent(words::add));
            return words.size() == list.items().size() ? inOrder(value, words) : Optional.empty();
        }
        return YamlFields.of(value, what(), problems).flatMap(fields -> byName(fields.allow(type.fieldNames())));
    }

    private Optional<YamlScalar> word(YamlNode node) {
        if (node instanceof YamlScalar scalar && !scalar.isEmpty()) {
            return Optional.of(scalar);
        }
        problems.add(
                node.error("fact-form", "Each value of a fact is one word.").withHint(form()));
        return Optional.empty();
    }

    private Optional<List<Optional<YamlScalar>>> inOrder(YamlNode value, List<YamlScalar> words) {
        int most = type.fields().size();
        if (words.size() < least() || words.size() > most) {
            YamlNode at = words.size() > most ? words.get(most) : value;
            problems.add(at.error(
                            "fact-form",
                            "`" + type.key() + "` takes " + least() + " to " + most + " values, not " + words.size()
                                    + ".")
                    .withHint(form()));
            return Optional.empty();
        }
        List<Optional<YamlScalar>> values = new ArrayList<>(most);
        for (int i = 0; i < most; i++) {
            values.add(i < words.size() ? Optional.of(words.get(i)) : Optional.empty());
        }
        return Optional.of(values);
    }

    private Optional<List<Optional<YamlScalar>>> byName(YamlFields fields) {
        List<String> names = type.fieldNames();
        boolean complete = names.stream()
                .limit(least())
                .map(name -> fields.required(name).isPresent())
                .reduce(true, Boolean::logicalAnd);
        return complete ? Optional.of(names.stream().map(fields::scalar).toList()) : Optional.empty();
    }

    /** Only the last values may be absent, and an empty text is an absent value. */
    private boolean checkPresent(List<Optional<YamlScalar>> values) {
        for (Optional<YamlScalar> value : values.subList(0, least())) {
            if (value.isPresent() && value.get().value().isEmpty()) {
                problems.add(value.get()
                        .error("fact-form", "A value is missing here: " + what() + " cannot be without it.")
                        .withHint(form()));
                return false;
            }
        }
        return true;
    }

    private boolean checkDate(List<Optional<YamlScalar>> values) {
        for (int i = 0; i < values.size(); i++) {
            if (type.fields().get(i).type() == FieldType.DATE
                    && values.get(i).filter(FactReader::isNoDate).isPresent()) {
                YamlScalar date = values.get(i).get();
                problems.add(date.error("bad-date", "`" + date.value() + "` is not a date.")
                        .withHint(YamlDates.hint(date.value())));
                return false;
            }
        }
        return true;
    }

    private static boolean isNoDate(YamlScalar date) {
        return !date.value().isEmpty() && YamlDates.firstDay(date.value()).isEmpty();
    }

    private Mention mention(SourceLocation at, List<Optional<YamlScalar>> values) {
        List<String> words = new ArrayList<>(values.size());
        List<SourceLocation> places = new ArrayList<>(values.size());
        for (Optional<YamlScalar> value : values) {
            words.add(value.isPresent() ? value.get().value() : "");
            places.add(value.isPresent() ? value.get().at() : at);
        }
        return new Mention(type.create(words), places);
    }

    private String what() {
        return ("aeiou".indexOf(type.key().charAt(0)) >= 0 ? "an " : "a ") + type.key();
    }

    private int least() {
        return type.fields().size() - type.optionalValues();
    }

    private String form() {
        return IntStream.range(0, type.fields().size())
                .mapToObj(i -> i < least()
                        ? type.fieldNames().get(i)
                        : "[" + type.fieldNames().get(i) + "]")
                .collect(Collectors.joining(" ", "Write `" + type.key() + ": ", "`."));
    }
}
