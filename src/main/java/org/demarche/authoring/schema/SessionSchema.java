package org.demarche.authoring.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.demarche.cases.CaseKeys;
import org.demarche.cases.Vocabulary;
import org.demarche.compile.SessionSettings;
import org.demarche.operational.SettingsReader;
import org.demarche.operational.StepReader;

/** Files of a case whose rules are run in a plain session: facts of any type, globals, settings and steps. */
record SessionSchema(Vocabulary words) {

    /** A type is written with a capital letter; what its values may be, only the rules know. */
    private static final String TYPE = "^([a-z_]\\w*\\.)*[A-Z]\\w*$";

    Map<String, Object> schema() {
        Map<String, Object> other = Form.map(
                "type",
                "object",
                "properties",
                Form.map(
                        "id",
                        Form.described("A name by which other facts (`$name`) and steps speak of it.", Form.text())),
                "patternProperties",
                Form.map(TYPE, Form.map()),
                "additionalProperties",
                false,
                "minProperties",
                1);
        Map<String, Object> single = Form.map("type", List.of("string", "number", "boolean"));
        return new CaseSchema(words)
                .schema(
                        CaseKeys.SESSION_FILE,
                        Form.anyOf(Form.ref("statement"), other, single),
                        Form.together(
                                Form.each(Form.map("type", "object"), "globals"),
                                Form.each(settings(), "session"),
                                Form.each(steps(), "steps")));
    }

    private static Map<String, Object> settings() {
        return Form.object(
                SettingsReader.KEYS,
                Form.together(
                        Form.each(Form.choice(words(SessionSettings.Belief.values())), "belief"),
                        Form.each(Form.choice(words(SessionSettings.Equality.values())), "equality"),
                        Form.each(Form.choice(words(SessionSettings.Events.values())), "events"),
                        Form.each(Form.choice(words(SessionSettings.Clock.values())), "clock")));
    }

    private static Map<String, Object> steps() {
        List<Map<String, Object>> forms = new ArrayList<>();
        StepReader.STEPS.forEach((name, keys) ->
                forms.add(Form.object(keys, Form.each(Form.map(), keys.names().toArray(String[]::new)), name)));
        forms.add(Form.choice(List.of("fire")));
        return Form.list(Form.map("anyOf", forms));
    }

    private static <T extends Enum<T>> List<String> words(T[] values) {
        return Arrays.stream(values)
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
