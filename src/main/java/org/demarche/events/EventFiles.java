package org.demarche.events;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.demarche.cases.Actor;
import org.demarche.cases.Source;
import org.demarche.source.Citation;
import org.demarche.source.KebabCase;
import org.demarche.source.Problems;
import org.demarche.yaml.YamlMapping;
import org.demarche.yaml.YamlReader;

/**
 * The files of a case that imported events are written to, each small enough to be one.
 *
 * @param texts by the name of the file, in order
 * @param earlier files of an earlier import, or of somebody else, with such names
 * @param undeclaredActors that the case has to declare
 * @param undeclaredSources likewise
 */
public record EventFiles(
        Map<Path, String> texts, List<Path> earlier, Set<String> undeclaredActors, Set<String> undeclaredSources) {

    private static final String HEAD = "# Written by `demarche import`; it is written anew from the tables.\n";
    private static final int LARGEST = 1_000_000;

    public EventFiles {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
        earlier = List.copyOf(earlier);
        undeclaredActors = Set.copyOf(undeclaredActors);
        undeclaredSources = Set.copyOf(undeclaredSources);
    }

    /**
     * What is to be written.
     *
     * @param folder of the case, which may not be there yet
     * @param mapping the file of the mapping, after which they are called
     * @throws IOException when the folder cannot be read
     */
    public static EventFiles of(ImportedEvents events, EventMapping said, Path folder, Path mapping)
            throws IOException {
        String name =
                KebabCase.of(Objects.toString(mapping.getFileName(), "").replaceFirst("(\\.mapping)?\\.ya?ml$", ""))
                        + "-events";
        List<Path> there = there(folder);
        Pattern ours = Pattern.compile(Pattern.quote(name) + "(-\\d+)?\\.yaml");
        List<Path> earlier = there.stream()
                .filter(file -> ours.matcher(file.getFileName().toString()).matches())
                .toList();
        Declared declared = Declared.in(
                there.stream().filter(file -> !earlier.contains(file)).toList());
        List<String> bodies = bodies(events, head(said, declared), HEAD + source(said) + "facts:\n");
        Map<Path, String> texts = new LinkedHashMap<>();
        int digits = String.valueOf(bodies.size()).length();
        for (int i = 0; i < bodies.size(); i++) {
            String number = bodies.size() == 1 ? "" : "-" + String.format("%0" + digits + "d", i + 1);
            texts.put(folder.resolve(name + number + ".yaml"), bodies.get(i));
        }
        Set<String> actors = new TreeSet<>(events.actors());
        actors.removeAll(declared.actors());
        actors.removeAll(said.declaredActors().keySet());
        Set<String> sources = new TreeSet<>();
        Citation.parse(said.source()).forEach(each -> sources.add(each.source()));
        sources.removeAll(declared.sources());
        sources.removeAll(said.declaredSources().keySet());
        return new EventFiles(events.statements().isEmpty() ? Map.of() : texts, earlier, actors, sources);
    }

    /** What is left of an earlier import that made more of them: its statements would stay in the case. */
    public List<Path> stale() {
        return earlier.stream()
                .filter(file -> !texts.containsKey(file) && isWrittenHere(file))
                .toList();
    }

    private static boolean isWrittenHere(Path file) {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            return HEAD.strip().equals(lines.readLine());
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** The YAML files in a folder. */
    private static List<Path> there(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    /** What other files of the case declare, be they right or not. */
    private record Declared(Set<String> actors, Set<String> sources) {

        static Declared in(List<Path> files) {
            Declared declared = new Declared(new TreeSet<>(), new TreeSet<>());
            for (Path file : files) {
                YamlReader.read(file, new Problems()).ifPresent(root -> {
                    if (root instanceof YamlMapping mapping) {
                        declared.add(mapping, "actors", declared.actors());
                        declared.add(mapping, "sources", declared.sources());
                    }
                });
            }
            return declared;
        }

        private void add(YamlMapping file, String key, Set<String> to) {
            file.entry(key).ifPresent(entry -> {
                if (entry.value() instanceof YamlMapping things) {
                    things.entries().forEach(each -> to.add(each.key().value()));
                }
            });
        }
    }

    private static String head(EventMapping said, Declared declared) {
        StringBuilder text = new StringBuilder(HEAD);
        Map<String, Source> sources = new LinkedHashMap<>(said.declaredSources());
        sources.keySet().removeAll(declared.sources());
        Map<String, Actor> actors = new LinkedHashMap<>(said.declaredActors());
        actors.keySet().removeAll(declared.actors());
        if (!sources.isEmpty()) {
            text.append("sources:\n");
            sources.values()
                    .forEach(each -> text.append(declaration(
                            each.id(),
                            "title",
                            each.title(),
                            "author",
                            each.author(),
                            "publisher",
                            each.publisher(),
                            "date",
                            each.date(),
                            "kind",
                            each.kind(),
                            "url",
                            each.url(),
                            "note",
                            each.note())));
        }
        if (!actors.isEmpty()) {
            text.append("actors:\n");
            actors.values()
                    .forEach(each -> text.append(
                            declaration(each.id(), "name", each.name(), "kind", each.kind(), "note", each.note())));
        }
        return text + source(said) + "facts:\n";
    }

    private static String declaration(String id, String... keysAndValues) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            if (!keysAndValues[i + 1].isEmpty()) {
                parts.add(keysAndValues[i] + ": " + quoted(keysAndValues[i + 1]));
            }
        }
        return "  " + id + ": {" + String.join(", ", parts) + "}\n";
    }

    private static String source(EventMapping said) {
        return said.source().isEmpty() ? "" : "source: " + quoted(said.source()) + "\n";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s+", " ") + "\"";
    }

    /** The statements in as many texts as it takes. All but notes are letters of one byte. */
    private static List<String> bodies(ImportedEvents events, String first, String others) {
        List<String> bodies = new ArrayList<>();
        StringBuilder body = new StringBuilder(first);
        int size = first.getBytes(StandardCharsets.UTF_8).length;
        for (ImportedEvents.Statement each : events.statements()) {
            String line = line(each);
            if (size + line.length() > LARGEST) {
                bodies.add(body.toString());
                body = new StringBuilder(others);
                size = others.getBytes(StandardCharsets.UTF_8).length;
            }
            body.append(line);
            size += line.length();
        }
        bodies.add(body.toString());
        return bodies;
    }

    private static String line(ImportedEvents.Statement statement) {
        String actor = statement.event().actor();
        String action = statement.event().action();
        String target = statement.event().target();
        String date = statement.event().date();
        String event = target.isEmpty()
                ? "{actor: " + actor + ", action: " + action + ", date: " + date + "}"
                : actor + " " + action + " " + target + " " + date;
        String note = statement.rows() == 1 ? "" : ", note: \"" + statement.rows() + " rows of the table\"";
        return "  - {event: " + event + note + "}\n";
    }
}
