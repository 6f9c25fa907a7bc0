package org.demarche.authoring.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an editor makes of a file: YAML 1.2 with its numbers and truth values, validated by a schema. */
final class EditorView {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Schema schema;

    EditorView(String schema) {
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
    }

    /** What the schema says against a text; empty when it accepts it. */
    List<String> problems(String yaml) {
        return schema.validate(json(yaml).orElseThrow()).stream()
                .map(Error::toString)
                .toList();
    }

    /** The value of a text; empty when it is no YAML. */
    static Optional<JsonNode> json(String yaml) {
        try {
            Object value =
                    new Load(LoadSettings.builder().setSchema(new CoreSchema()).build()).loadFromString(yaml);
            return Optional.of(JSON.valueToTree(value));
        } catch (YamlEngineException | JacksonException none) {
            return Optional.empty();
        }
    }
}
