package org.demarche.authoring.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.demarche.cases.Vocabulary;
import org.demarche.events.CountryScheme;
import org.demarche.events.Layout;
import org.demarche.events.MappingKeys;

/** Files that say how tables of events are to be read. */
final class MappingSchema {

    private MappingSchema() {}

    static Map<String, Object> schema(Vocabulary words) {
        List<String> actions = List.copyOf(words.ids("action"));
        Map<String, Object> action = actions.isEmpty() ? Form.text(Form.KEBAB) : Form.choice(actions);
        Map<String, Object> schema = Form.object(
                MappingKeys.FILE,
                Form.together(
                        Form.each(Form.choice(Layout.keys()), "layout"),
                        Form.each(columns(), "columns"),
                        Form.each(Form.choice(MappingKeys.SEPARATORS), "separator"),
                        Form.each(yesOrNo(), "quotes", "parents"),
                        Form.each(Form.choice(MappingKeys.ENCODINGS), "encoding"),
                        Form.each(Form.choice(MappingKeys.DATES), "dates"),
                        Form.each(Form.words(Form.choice(CountryScheme.keys())), "countries"),
                        Form.each(Form.choice(List.of(MappingKeys.COUNTRY)), "roles"),
                        Form.each(all(action), "actions"),
                        Form.each(all(Form.text(CaseSchema.ACTOR_IDS)), "actors"),
                        Form.each(only(), "only"),
                        Form.each(ignore(), "ignore"),
                        Form.each(Form.citation(), "source"),
                        Form.each(Form.choice(MappingKeys.AS), "as"),
                        Form.each(Form.text(CaseSchema.ACTOR_IDS), "origin"),
                        CaseSchema.grades(),
                        Form.each(declare(), "declare")));
        schema.put("anyOf", Form.exactlyOne(List.of("layout", "columns")));
        schema.put("$defs", Form.map("source", SourceSchema.source(), "actor", CaseSchema.actor()));
        return schema;
    }

    private static Map<String, Object> yesOrNo() {
        List<Object> words = new ArrayList<>(MappingKeys.YES_OR_NO);
        words.addAll(List.of(true, false));
        return Form.map("enum", words);
    }

    /** Under whatever keys. */
    private static Map<String, Object> all(Map<String, Object> value) {
        return Form.map("type", "object", "additionalProperties", value);
    }

    private static Map<String, Object> columns() {
        return Form.object(
                MappingKeys.COLUMNS,
                Form.each(Form.text(), MappingKeys.COLUMNS.names().toArray(String[]::new)));
    }

    private static Map<String, Object> only() {
        return Form.object(
                MappingKeys.ONLY,
                Form.together(
                        Form.each(Form.words(Form.text(CaseSchema.ACTOR_IDS)), "actors"),
                        Form.each(Form.date(), "from", "to")));
    }

    private static Map<String, Object> ignore() {
        return Form.object(MappingKeys.IGNORE, Form.each(Form.words(Form.text()), "codes", "actors"));
    }

    private static Map<String, Object> declare() {
        return Form.object(
                MappingKeys.DECLARE,
                Form.together(
                        Form.each(SourceSchema.sources(), "sources"),
                        Form.each(Form.byId(CaseSchema.ACTOR_IDS, Form.orNothing(Form.ref("actor"))), "actors")));
    }
}
