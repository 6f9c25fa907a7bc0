package org.demarche.cases;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.demarche.model.FactType;
import org.demarche.model.FieldType;
import org.demarche.source.Problems;
import org.demarche.source.Suggestion;
import org.demarche.yaml.YamlEntry;
import org.demarche.yaml.YamlFields;
import org.demarche.yaml.YamlMapping;
import org.demarche.yaml.YamlNode;
import org.demarche.yaml.YamlReader;
import org.demarche.yaml.YamlScalar;

/** Reads a vocabulary. */
final class VocabularyReader {

    private static final Set<String> FIELDS = fields();

    private final Problems problems;
    private final Declared declared;
    private final Map<String, Term> terms = new LinkedHashMap<>();

    private VocabularyReader(Problems problems) {
        this.problems = problems;
        this.declared = new Declared(problems);
    }

    static Vocabulary read(Path file, Problems problems) {
        return read(YamlReader.read(file, problems), problems);
    }

    static Vocabulary read(Optional<YamlNode> root, Problems problems) {
        VocabularyReader reader = new VocabularyReader(problems);
        root.flatMap(node -> YamlFields.of(node, "a vocabulary", problems)).ifPresent(reader::read);
        return new Vocabulary(reader.terms);
    }

    private void read(YamlFields fields) {
        fields.allow(FIELDS);
        FIELDS.forEach(field -> fields.entries(field).forEach(entry -> read(field, entry)));
        FIELDS.forEach(field -> fields.entries(field).forEach(entry -> checkExclusions(field, entry)));
    }

    private void read(String field, YamlEntry entry) {
        YamlScalar id = entry.key();
        if (!Names.isKebab(id.value())) {
            problems.add(
                    id.error("bad-id", "`" + id.value() + "` cannot be a term.").withHint(Hints.kebab(id.value())));
        }
        term(field, entry).ifPresent(term -> {
            if (declared.add("term", id)) {
                terms.put(term.id(), term);
            }
        });
    }

    private Optional<Term> term(String field, YamlEntry entry) {
        YamlScalar id = entry.key();
        TermText phrases = new TermText(field, problems);
        if (entry.isEmpty()) {
            problems.add(id.error("null-key", "The term `" + id.value() + "` has no phrase.")
                    .withHint("Write one as its value."));
            return Optional.empty();
        }
        if (entry.value() instanceof YamlScalar phrase) {
            String text = phrases.read(phrase);
            return Optional.of(new Term(field, id.value(), text, "", "", "", "", List.of(), "", id.at()));
        }
        return YamlFields.of(entry.value(), "a term", problems)
                .map(fields -> term(field, id, fields.allow(CaseKeys.TERM), phrases));
    }

    private static Term term(String field, YamlScalar id, YamlFields fields, TermText phrases) {
        return new Term(
                field,
                id.value(),
                fields.required("text").map(phrases::read).orElse(""),
                fields.scalar("past").map(phrases::read).orElse(""),
                fields.scalar("plural").map(phrases::read).orElse(""),
                fields.text("plover"),
                fields.text("cameo"),
                fields.words("excludes").stream().map(YamlScalar::value).toList(),
                fields.text("note"),
                id.at());
    }

    private void checkExclusions(String field, YamlEntry entry) {
        if (!(entry.value() instanceof YamlMapping)) {
            return;
        }
        Set<String> known = terms.values().stream()
                .filter(term -> term.field().equals(field))
                .map(Term::id)
                .collect(Collectors.toCollection(TreeSet::new));
        YamlFields.of(entry.value(), "a term", new Problems())
                .map(fields -> fields.words("excludes"))
                .orElse(List.of())
                .stream()
                .filter(word -> !known.contains(word.value()))
                .forEach(word -> problems.add(
                        word.error("unknown-term", "There is no `" + word.value() + "` under `" + field + "`.")
                                .withHint(Suggestion.hint(word.value(), known))));
    }

    /** The fields of facts that take a term, and the topics. */
    static Set<String> fields() {
        Set<String> fields = Arrays.stream(FactType.values())
                .flatMap(type -> type.fields().stream())
                .filter(field -> field.type() == FieldType.TERM)
                .map(FactType.Field::name)
                .collect(Collectors.toCollection(TreeSet::new));
        fields.add("topic");
        return fields;
    }
}
