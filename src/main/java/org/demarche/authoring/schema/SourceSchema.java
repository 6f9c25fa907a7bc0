package org.demarche.authoring.schema;

import java.util.Map;
import org.demarche.cases.CaseKeys;

/** Sources, in a file of their own or in a case. */
final class SourceSchema {

    private SourceSchema() {}

    static Map<String, Object> file() {
        Map<String, Object> schema = sources();
        schema.put("minProperties", 1);
        schema.put("$defs", Form.map("source", source()));
        return schema;
    }

    /** A mapping of sources. */
    static Map<String, Object> sources() {
        return Form.byId(Form.sourceIds(), Form.ref("source"));
    }

    /** A source. */
    static Map<String, Object> source() {
        return Form.object(
                CaseKeys.SOURCE,
                Form.together(
                        Form.each(
                                Form.text(),
                                "title",
                                "author",
                                "publisher",
                                "date",
                                "kind",
                                "url",
                                "country",
                                "owner",
                                "note"),
                        Form.each(Form.choice(CaseKeys.RELIABILITY), "reliability")),
                "title");
    }
}
