package org.demarche.events;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.demarche.cases.Actor;
import org.demarche.cases.Grade;
import org.demarche.cases.Source;
import org.demarche.model.Event;

/**
 * Writes statements as files of a case have them.
 *
 * @param stem with which the ids of reports begin, so that those of two imports are not the same
 * @param declared by the case already, so that it need not be again
 */
record EventYaml(String stem, EventMapping mapping, Declarations declared) {

    /** The first line of all files, by which they are known again. */
    static final String HEAD = "# Written by `demarche import`; it is written anew from the tables.\n";

    /** Files of a case are read up to one MiB. */
    private static final int LARGEST = 1_000_000;

    /** The statements in as many texts as it takes; the first one has the declarations. */
    List<String> texts(List<ImportedEvents.Statement> statements) {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder(HEAD + declarations() + defaults());
        int size = text.toString().getBytes(StandardCharsets.UTF_8).length;
        for (ImportedEvents.Statement each : statements) {
            // Ids and dates are letters of one byte.
            String line = line(each);
            if (size + line.length() > LARGEST) {
                texts.add(text.toString());
                text = new StringBuilder(HEAD + defaults());
                size = text.toString().getBytes(StandardCharsets.UTF_8).length;
            }
            text.append(line);
            size += line.length();
        }
        texts.add(text.toString());
        return texts;
    }

    /** What holds for all statements of a file, and the key under which they stand. */
    private String defaults() {
        Grade grade = mapping.grade();
        return (mapping.source().isEmpty() ? "" : "source: " + quoted(mapping.source()) + "\n")
                + (grade.reliability().isEmpty() ? "" : "reliability: " + grade.reliability() + "\n")
                + (grade.credibility().isEmpty() ? "" : "credibility: " + grade.credibility() + "\n")
                + (mapping.reports() ? "reports:\n" : "facts:\n");
    }

    private String declarations() {
        Map<String, Source> sources = new LinkedHashMap<>(mapping.declaredSources());
        sources.keySet().removeAll(declared.sources());
        Map<String, Actor> actors = new LinkedHashMap<>(mapping.declaredActors());
        actors.keySet().removeAll(declared.actors().keySet());
        StringBuilder text = new StringBuilder();
        text.append(sources.isEmpty() ? "" : "sources:\n");
        sources.values().forEach(each -> text.append(declaration(each.id(), parts(each))));
        text.append(actors.isEmpty() ? "" : "actors:\n");
        actors.values().forEach(each -> text.append(declaration(each.id(), parts(each))));
        return text.toString();
    }

    private static Map<String, String> parts(Source source) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("title", source.title());
        parts.put("author", source.author());
        parts.put("publisher", source.publisher());
        parts.put("date", source.date());
        parts.put("kind", source.kind());
        parts.put("url", source.url());
        parts.put("country", source.country());
        parts.put("owner", source.owner());
        parts.put("reliability", source.reliability());
        parts.put("note", source.note());
        return parts;
    }

    private static Map<String, String> parts(Actor actor) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("name", actor.name());
        parts.put("kind", actor.kind());
        parts.put("country", actor.country());
        parts.put("owner", actor.owner());
        parts.put("reliability", actor.reliability());
        parts.put("note", actor.note());
        return parts;
    }

    private static String declaration(String id, Map<String, String> parts) {
        List<String> written = new ArrayList<>();
        parts.forEach((key, value) -> {
            if (!value.isEmpty()) {
                written.add(key + ": " + quoted(value));
            }
        });
        return "  " + id + ": {" + String.join(", ", written) + "}\n";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s+", " ") + "\"";
    }

    private String line(ImportedEvents.Statement statement) {
        String actor = statement.event().actor();
        String action = statement.event().action();
        String target = statement.event().target();
        String date = statement.event().date();
        String event = target.isEmpty()
                ? "{actor: " + actor + ", action: " + action + ", date: " + date + "}"
                : actor + " " + action + " " + target + " " + date;
        String note = statement.rows() == 1 ? "" : ", note: \"" + statement.rows() + " rows of the table\"";
        return mapping.reports()
                ? "  - {id: " + id(statement.event()) + ", origin: " + mapping.origin() + ", fact: {event: " + event
                        + "}, date: " + date + ", known: " + date + note + "}\n"
                : "  - {event: " + event + note + "}\n";
    }

    /** The same for the same event, so that other rows do not change it. */
    private String id(Event event) {
        return stem + "-" + event.id().toLowerCase(Locale.ROOT).replace('.', '-');
    }
}
