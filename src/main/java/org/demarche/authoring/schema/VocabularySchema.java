package org.demarche.authoring.schema;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.demarche.cases.CaseKeys;
import org.demarche.cases.Vocabulary;
import org.demarche.model.FactType;

/** Vocabularies. */
final class VocabularySchema {

    private VocabularySchema() {}

    static Map<String, Object> schema(Vocabulary words) {
        Map<String, Object> properties = new LinkedHashMap<>();
        Vocabulary.fields()
                .forEach(field ->
                        properties.put(field, Form.described(what(field), Form.byId(Form.KEBAB, term(words, field)))));
        return Form.map("type", "object", "minProperties", 1, "properties", properties, "additionalProperties", false);
    }

    private static Map<String, Object> term(Vocabulary words, String field) {
        List<String> known = List.copyOf(words.ids(field));
        Map<String, Object> excluded = known.isEmpty() ? Form.text() : Form.choice(known);
        return Form.anyOf(
                Form.text(),
                Form.object(
                        CaseKeys.TERM,
                        Form.together(
                                Form.each(Form.text(), "text", "past", "plural", "plover", "cameo", "note"),
                                Form.each(Form.words(excluded), "excludes")),
                        "text"));
    }

    /** Where its terms stand: {@code Intention(actor, aim, target)}. */
    private static String what(String field) {
        String facts = Arrays.stream(FactType.values())
                .filter(type -> type.field(field).isPresent())
                .map(type -> type.typeName() + "(" + String.join(", ", type.fieldNames()) + ")")
                .collect(Collectors.joining(" and "));
        return facts.isEmpty()
                ? "What facts may be about beside actors: `a war on its border`."
                : "Terms that stand as `" + field + "` in " + facts + ", each with a phrase that goes on after a name.";
    }
}
