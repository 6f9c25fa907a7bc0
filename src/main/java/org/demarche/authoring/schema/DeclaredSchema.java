package org.demarche.authoring.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.demarche.model.FactType;

/** Facts of types that rules declare or import: which there are and what they have, only the rules know. */
final class DeclaredSchema {

    /** Any name with a capital letter, but those that rules call our own kinds by. */
    static final String NAMES = Arrays.stream(FactType.values())
            .map(FactType::typeName)
            .collect(Collectors.joining("|", "^(?!(", ")$)[A-Z]\\w*$"));

    private DeclaredSchema() {}

    /** In words, as a list, as a mapping, or nothing for a fact without values. */
    static Map<String, Object> form() {
        Map<String, Object> value = Form.map("type", List.of("string", "number", "boolean"));
        return Form.described(
                "A fact of a type that the rules declare or import: its values in their order, or each by its field.",
                Form.anyOf(
                        value,
                        Form.list(value),
                        Form.map("type", "object", "additionalProperties", value),
                        Form.map("type", "null")));
    }
}
