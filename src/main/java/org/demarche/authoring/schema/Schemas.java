package org.demarche.authoring.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import org.demarche.cases.Vocabulary;

/**
 * JSON Schemas, draft 2020-12. A schema refuses only what the readers refuse as well; what they alone can see (names that are nowhere
 * declared, dates in the wrong order) is left to {@code check}.
 */
public final class Schemas {

    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

    private Schemas() {}

    /**
     * The schema of a kind of file.
     *
     * @param words the terms to offer and to accept; {@link Vocabulary#EMPTY} to leave them open
     */
    public static Map<String, Object> of(SchemaKind kind, Vocabulary words) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", DRAFT);
        schema.put("title", kind.title());
        schema.putAll(
                switch (kind) {
                    case CASE -> new CaseSchema(words).schema();
                    case SESSION -> new SessionSchema(words).schema();
                    case VOCABULARY -> VocabularySchema.schema(words);
                    case SOURCES -> SourceSchema.file();
                    case CLAIMS -> ClaimSchema.schema();
                    case EXPECTATIONS -> ExpectationSchema.schema();
                    case MAPPING -> MappingSchema.schema(words);
                });
        return schema;
    }
}
