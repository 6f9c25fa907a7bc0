package org.demarche.authoring.schema;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.check.ExpectationKeys;
import org.demarche.inference.Status;

/** Files of expectations. */
final class ExpectationSchema {

    private ExpectationSchema() {}

    static Map<String, Object> schema() {
        Map<String, Object> list = Form.list(Form.anyOf(Form.ref("expectation"), Form.ref("acceptance")));
        Map<String, Object> file = Form.object(
                ExpectationKeys.FILE,
                Form.together(Form.each(Form.text(), "case"), Form.each(list, "expectations")),
                "case");
        Map<String, Object> schema = Form.anyOf(list, file);
        schema.put("$defs", Form.map("expectation", expectation(), "acceptance", acceptance()));
        return schema;
    }

    private static Map<String, Object> acceptance() {
        return Form.object(
                ExpectationKeys.ACCEPTANCE,
                Form.each(Form.text(), "accept", "mutant", "of", "into", "because"),
                "accept",
                "mutant",
                "because");
    }

    private static Map<String, Object> expectation() {
        Map<String, Object> statuses =
                Form.choice(Arrays.stream(Status.values()).map(Status::word).toList());
        Map<String, Object> given = Form.map("type", "object", "additionalProperties", Form.text());
        Map<String, Object> expectation = Form.object(
                ExpectationKeys.EXPECTATION,
                Form.together(
                        Form.each(Form.text(), "expect", "expect-not", "by", "note"),
                        Form.each(statuses, "status"),
                        Form.each(given, "given"),
                        Form.each(Form.date(), "as-of"),
                        Form.each(Form.count(), "scenarios"),
                        Form.each(Form.words(Form.text()), "turns-on", "not-on", "without", "drop", "add", "claim")));
        expectation.put("oneOf", Form.exactlyOne(List.of("expect", "expect-not")));
        // What holds nowhere has no status, and nothing concludes it.
        Map<String, Object> useless = new LinkedHashMap<>();
        List.of("status", "scenarios", "by", "turns-on", "not-on").forEach(key -> useless.put(key, false));
        expectation.put("dependentSchemas", Form.map("expect-not", Form.map("properties", useless)));
        return expectation;
    }
}
