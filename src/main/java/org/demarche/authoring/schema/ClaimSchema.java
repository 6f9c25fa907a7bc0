package org.demarche.authoring.schema;

import java.util.Arrays;
import java.util.Map;
import org.demarche.cases.CaseKeys;
import org.demarche.cases.ClaimKind;

/** Files of claims. */
final class ClaimSchema {

    private ClaimSchema() {}

    static Map<String, Object> schema() {
        Map<String, Object> schema = Form.object(
                CaseKeys.CLAIMS,
                Form.together(Form.each(Form.citation(), "source"), Form.each(Form.list(Form.ref("claim")), "claims")));
        schema.put("$defs", Form.map("claim", claim()));
        return schema;
    }

    private static Map<String, Object> claim() {
        return Form.object(
                CaseKeys.CLAIM,
                Form.together(
                        Form.each(Form.text(), "id", "text"),
                        Form.each(
                                Form.choice(Arrays.stream(ClaimKind.values())
                                        .map(ClaimKind::key)
                                        .toList()),
                                "kind"),
                        Form.each(Form.citation(), "source")),
                "id",
                "kind",
                "text");
    }
}
