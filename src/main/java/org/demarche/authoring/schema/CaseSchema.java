package org.demarche.authoring.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.demarche.cases.Basis;
import org.demarche.cases.CaseKeys;
import org.demarche.cases.Vocabulary;
import org.demarche.model.FactType;
import org.demarche.model.LikelihoodScale;
import org.demarche.yaml.Keys;

/** Files of a case. */
record CaseSchema(Vocabulary words) {

    static final String ACTOR_IDS = "^([A-Z]{3}|[a-z0-9]+(-[a-z0-9]+)*)$";

    Map<String, Object> schema() {
        return schema(CaseKeys.FILE, Form.ref("statement"), Map.of());
    }

    /**
     * The schema of a file of a case.
     *
     * @param fact what stands as an item of {@code facts}
     * @param more what stands in the file besides, by its key
     */
    Map<String, Object> schema(Keys keys, Map<String, Object> fact, Map<String, Map<String, Object>> more) {
        Map<String, Object> schema = Form.object(
                keys,
                Form.together(
                        more,
                        Form.each(Form.text(Form.KEBAB), "case"),
                        Form.each(Form.text(), "title"),
                        Form.each(Form.date(), "as-of"),
                        Form.each(Form.choice(LikelihoodScale.ids()), "scale"),
                        Form.each(Form.words(Form.text()), "rules"),
                        Form.each(SourceSchema.sources(), "sources"),
                        Form.each(Form.byId(ACTOR_IDS, Form.orNothing(Form.ref("actor"))), "actors"),
                        Form.each(Form.citation(), "source"),
                        Form.each(basis(), "basis"),
                        grades(),
                        Form.each(Form.list(fact), "facts"),
                        Form.each(Form.byId(Form.KEBAB, Form.ref("question")), "questions"),
                        Form.each(Form.list(Form.ref("report")), "reports")));
        Map<String, Object> header = new LinkedHashMap<>();
        List.of("title", "as-of", "scale", "rules").forEach(key -> header.put(key, List.of("case")));
        schema.put("dependentRequired", header);
        schema.put("$defs", definitions());
        return schema;
    }

    private Map<String, Object> definitions() {
        Map<String, Object> definitions = new LinkedHashMap<>();
        definitions.put("source", SourceSchema.source());
        definitions.put("actor", actor());
        definitions.put("question", question());
        definitions.put("answer", answer());
        definitions.put("report", report());
        definitions.put("statement", statement());
        definitions.put("meant", meant());
        kinds(true).forEach(type -> definitions.put(type.key(), new FactSchema(type, words).form()));
        return definitions;
    }

    static Map<String, Object> actor() {
        return Form.object(
                CaseKeys.ACTOR,
                Form.together(
                        Form.each(Form.text(), "name", "note", "country", "owner"),
                        Form.each(Form.choice(CaseKeys.ACTOR_KINDS), "kind"),
                        Form.each(Form.choice(CaseKeys.RELIABILITY), "reliability")));
    }

    private static Map<String, Object> question() {
        Map<String, Object> id = Form.text(Form.KEBAB);
        Map<String, Object> mapping = Form.byId(Form.KEBAB, Form.orNothing(Form.ref("answer")));
        mapping.put("minProperties", 2);
        Map<String, Object> list = Form.list(id);
        list.put("minItems", 2);
        return Form.object(
                CaseKeys.QUESTION,
                Form.together(
                        Form.each(Form.text(), "ask", "note"),
                        Form.each(Form.anyOf(mapping, list), "answers"),
                        Form.each(Form.citation(), "source"),
                        Form.each(Form.date(), "known")),
                "answers");
    }

    private static Map<String, Object> answer() {
        return Form.object(
                CaseKeys.ANSWER,
                Form.together(
                        Form.each(Form.text(), "says", "note"),
                        Form.each(Form.likelihood(), "likelihood"),
                        Form.each(Form.list(Form.ref("statement")), "facts"),
                        Form.each(Form.list(Form.ref("meant")), "means")));
    }

    private static Map<String, Object> report() {
        Map<String, Object> report = Form.object(
                CaseKeys.REPORT,
                Form.together(
                        Form.each(Form.text(), "id", "question", "answer", "origin", "repeats", "note"),
                        Form.each(Form.ref("statement"), "fact", "denies"),
                        Form.each(Form.citation(), "source"),
                        grades(),
                        Form.each(Form.date(), "date", "known", "since", "until", "withdrawn", "refuted")),
                "id");
        Map<String, Object> about = Form.map("oneOf", Form.exactlyOne(List.of("question", "fact", "denies")));
        Map<String, Object> origin = Form.map("oneOf", Form.exactlyOne(List.of("origin", "repeats")));
        report.put("allOf", List.of(about, origin));
        report.put("dependentRequired", Form.map("question", List.of("answer"), "answer", List.of("question")));
        return report;
    }

    /** How good evidence is. */
    static Map<String, Map<String, Object>> grades() {
        List<Object> credibility = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6));
        credibility.addAll(CaseKeys.CREDIBILITY);
        return Form.together(
                Form.each(Form.choice(CaseKeys.RELIABILITY), "reliability"),
                Form.each(Form.map("enum", credibility), "credibility"));
    }

    /** One fact with what stands beside it, or a group of facts. */
    private static Map<String, Object> statement() {
        Map<String, Map<String, Object>> forms = Form.together(
                facts(false),
                Form.each(Form.citation(), "source"),
                Form.each(basis(), "basis"),
                grades(),
                Form.each(Form.date(), "since", "until", "known"),
                Form.each(Form.text(), "note"),
                Form.each(Form.list(Form.ref("statement")), "facts"));
        Map<String, Object> statement = Form.object(keys(false).and(CaseKeys.GROUP), forms);
        List<Map<String, Object>> kinds =
                Form.exactlyOne(Stream.concat(kinds(false).map(FactType::key), Stream.of("facts"))
                        .toList());
        kinds.add(Form.map("not", Form.map("propertyNames", Form.map("not", Form.text(DeclaredSchema.NAMES)))));
        statement.put("patternProperties", Form.map(DeclaredSchema.NAMES, DeclaredSchema.form()));
        statement.put("oneOf", kinds);
        return statement;
    }

    /** A fact or a conclusion, and nothing beside it. */
    private static Map<String, Object> meant() {
        Map<String, Object> meant = Form.object(keys(true), facts(true));
        meant.put("oneOf", Form.exactlyOne(kinds(true).map(FactType::key).toList()));
        return meant;
    }

    private static Map<String, Object> basis() {
        return Form.choice(Arrays.stream(Basis.values()).map(Basis::key).toList());
    }

    private static Map<String, Map<String, Object>> facts(boolean conclusions) {
        Map<String, Map<String, Object>> forms = new LinkedHashMap<>();
        kinds(conclusions).forEach(type -> forms.put(type.key(), Form.ref(type.key())));
        return forms;
    }

    private static Keys keys(boolean conclusions) {
        Map<String, String> described = new LinkedHashMap<>();
        kinds(conclusions).forEach(type -> described.put(type.key(), FactSchema.what(type)));
        return new Keys(described);
    }

    private static Stream<FactType> kinds(boolean conclusions) {
        return Arrays.stream(FactType.values())
                .filter(type -> type.stated() || conclusions && (type == FactType.MOVE || type == FactType.JUDGEMENT));
    }
}
