package org.demarche.authoring.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that have a schema. */
public enum SchemaKind {
    /** {@code case.yaml} and whatever else lies in a case's folder. */
    CASE("A case of Demarche, or a part of one"),
    /** {@code case.yaml} of a case whose rules are run in a plain session. */
    SESSION("A case of Demarche for rules that do more than conclude"),
    /** {@code vocabulary.yaml}. */
    VOCABULARY("A vocabulary of Demarche: every term once, under its field"),
    /** {@code sources.yaml}. */
    SOURCES("The sources of rules of Demarche"),
    /** {@code claims.yaml}. */
    CLAIMS("The claims of an assessment that a case of Demarche encodes"),
    /** {@code *.expect.yaml}. */
    EXPECTATIONS("What must come out of a case of Demarche"),
    /** {@code *.mapping.yaml}. */
    MAPPING("What the names and codes of a table of events mean in a case of Demarche");

    private final String title;

    SchemaKind(String title) {
        this.title = title;
    }

    /** The kind with this key, {@code case}. */
    public static Optional<SchemaKind> keyed(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    /** All keys, in order. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(SchemaKind::key).toList();
    }

    /** What stands on the command line for it: {@code case}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of its file: {@code case.schema.json}. */
    public String fileName() {
        return key() + ".schema.json";
    }

    String title() {
        return title;
    }
}
