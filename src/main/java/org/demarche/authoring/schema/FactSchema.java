package org.demarche.authoring.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.demarche.cases.Vocabulary;
import org.demarche.model.FactType;
import org.demarche.model.FieldType;

/** The values of a fact: as words, as a list or as a mapping. */
record FactSchema(FactType type, Vocabulary words) {

    private static final String WORD = "\\S+";

    Map<String, Object> form() {
        return Form.anyOf(inWords(), inList(), inMapping());
    }

    private Map<String, Object> inWords() {
        StringBuilder pattern = new StringBuilder("^\\s*");
        for (int i = 0; i < type.fields().size(); i++) {
            String word = (i == 0 ? "" : "\\s+") + word(type.fields().get(i));
            pattern.append(i < least() ? word : "(" + word);
        }
        pattern.append(")?".repeat(type.optionalValues())).append("\\s*$");
        Map<String, Object> form = Form.map("type", "string", "pattern", pattern.toString());
        List<String> examples = examples();
        if (!examples.isEmpty()) {
            form.put("examples", examples);
        }
        return form;
    }

    private String word(FactType.Field field) {
        List<String> terms = terms(field);
        // A term has no letter that means something in a pattern.
        return terms.isEmpty() ? WORD : "(" + String.join("|", terms) + ")";
    }

    private Map<String, Object> inList() {
        List<Map<String, Object>> items = new ArrayList<>();
        type.fields().forEach(field -> items.add(value(field, items.size() < least())));
        return Form.map("type", "array", "prefixItems", items, "items", false, "minItems", least());
    }

    private Map<String, Object> inMapping() {
        Map<String, Object> properties = new LinkedHashMap<>();
        type.fields()
                .forEach(field -> properties.put(
                        field.name(), Form.described(what(field), value(field, properties.size() < least()))));
        return Form.map(
                "type",
                "object",
                "properties",
                properties,
                "required",
                type.fieldNames().subList(0, least()),
                "additionalProperties",
                false);
    }

    private Map<String, Object> value(FactType.Field field, boolean needed) {
        List<String> terms = terms(field);
        if (!terms.isEmpty()) {
            return Form.choice(terms);
        }
        if (field.type() == FieldType.DATE) {
            return Form.anyOf(Form.date(), Form.choice(List.of("")));
        }
        Map<String, Object> text = Form.text();
        if (needed) {
            text.put("minLength", 1);
        }
        return text;
    }

    private List<String> terms(FactType.Field field) {
        Collection<String> known = field.type() == FieldType.TERM ? words.ids(field.name()) : List.of();
        return List.copyOf(known);
    }

    /** The fact in words with each term, for editors to offer. */
    private List<String> examples() {
        return type.fields().stream()
                .filter(field -> field.type() == FieldType.TERM)
                .flatMap(field -> terms(field).stream())
                .map(term -> type.fields().stream()
                        .limit(Math.max(least(), type.fields().size() - 1L))
                        .map(field -> field.type() == FieldType.TERM
                                ? term
                                : field.name().toUpperCase(Locale.ROOT))
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private int least() {
        return type.fields().size() - type.optionalValues();
    }

    /** What the kind says, and how it is written. */
    static String what(FactType type) {
        String sentence = switch (type.kind()) {
            case INTENTION -> "What an actor wants to achieve";
            case CAPABILITY -> "What an actor can do";
            case INTEREST -> "What an actor would like to see";
            case CONSTRAINT -> "What an actor wants to avoid";
            case RELATION -> "How an actor stands to another";
            case CONDITION -> "How somebody or something is, while it lasts";
            case EVENT -> "What an actor did, once, on a date";
            case MOVE -> "What an actor would do";
            case JUDGEMENT -> "What rules find of somebody or something";
            case REPORT, HYPOTHESIS, SOURCE, INDICATION, SETTLED, IMPOSSIBLE, DECLARED ->
                throw new IllegalStateException("never written as a fact: " + type);
        };
        int least = type.fields().size() - type.optionalValues();
        String form = type.fieldNames().stream().limit(least).collect(Collectors.joining(" "))
                + type.fieldNames().stream()
                        .skip(least)
                        .map(name -> " [" + name + "]")
                        .collect(Collectors.joining());
        return sentence + ": `" + type.key() + ": " + form + "`.";
    }

    private static String what(FactType.Field field) {
        return switch (field.type()) {
            case ACTOR -> "An actor of the case.";
            case PARTY -> "An actor, a question of the case, or a topic of the vocabulary; may be left out.";
            case SUBJECT -> "An actor, a question of the case, a topic or a means of the vocabulary.";
            case TERM -> "A term that the vocabulary has under `" + field.name() + "`.";
            case DATE -> "A day, a month or a year; may be left out.";
            default -> "A value.";
        };
    }
}
