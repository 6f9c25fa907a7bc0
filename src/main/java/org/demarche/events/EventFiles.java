package org.demarche.events;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.model.Report;
import org.demarche.source.Citation;
import org.demarche.source.KebabCase;

/**
 * The files of a case that imported events are written to, each small enough to be one.
 *
 * @param reports whether the statements are reports, and not facts
 * @param texts by the name of the file, in order
 * @param earlier files of an earlier import, or of somebody else, with such names
 * @param undeclaredActors that the case has to declare
 * @param undeclaredSources likewise
 */
public record EventFiles(
        boolean reports,
        Map<Path, String> texts,
        List<Path> earlier,
        Set<String> undeclaredActors,
        Set<String> undeclaredSources) {

    private static final String EVENTS = "events";

    public EventFiles {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
        earlier = List.copyOf(earlier);
        undeclaredActors = Set.copyOf(undeclaredActors);
        undeclaredSources = Set.copyOf(undeclaredSources);
    }

    /**
     * What is to be written.
     *
     * @param declared by the case in the folder
     * @param folder of the case, which may not be there yet
     * @param mapping the file of the mapping, after which they are called
     * @throws IOException when the folder cannot be read
     */
    public static EventFiles of(
            ImportedEvents events, EventMapping said, Declarations declared, Path folder, Path mapping)
            throws IOException {
        List<String> bodies = events.statements().isEmpty()
                ? List.of()
                : new EventYaml(stem(mapping), said, declared).texts(events.statements());
        Set<String> sources = Citation.parse(said.source()).stream()
                .map(Citation::source)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> actors = events.actors();
        if (said.reports() && !said.origin().equals(Report.ANONYMOUS) && !isSource(said.origin(), said, declared)) {
            actors.add(said.origin());
        }
        return new EventFiles(
                said.reports(),
                named(folder.resolve(stem(mapping)), bodies),
                earlier(folder, mapping),
                without(
                        actors,
                        declared.actors().keySet(),
                        said.declaredActors().keySet()),
                without(sources, declared.sources(), said.declaredSources().keySet()));
    }

    private static boolean isSource(String id, EventMapping said, Declarations declared) {
        return declared.sources().contains(id) || said.declaredSources().containsKey(id);
    }

    /**
     * Files that are called as those that an import by this mapping writes.
     *
     * @throws IOException when the folder cannot be read
     */
    public static List<Path> earlier(Path folder, Path mapping) throws IOException {
        Pattern ours = Pattern.compile(Pattern.quote(stem(mapping)) + "(-\\d+)?\\.yaml");
        return there(folder).stream()
                .filter(file -> ours.matcher(file.getFileName().toString()).matches())
                .toList();
    }

    private static String stem(Path mapping) {
        String name = Objects.toString(mapping.getFileName(), "").replaceFirst("(\\.mapping)?\\.ya?ml$", "");
        String stem = KebabCase.of(name);
        if (stem.isEmpty()) {
            return EVENTS;
        }
        return ("-" + stem).endsWith("-" + EVENTS) ? stem : stem + "-" + EVENTS;
    }

    private static Map<Path, String> named(Path stem, List<String> bodies) {
        Map<Path, String> texts = new LinkedHashMap<>();
        int digits = String.valueOf(bodies.size()).length();
        for (int i = 0; i < bodies.size(); i++) {
            String number = bodies.size() == 1 ? "" : "-" + String.format("%0" + digits + "d", i + 1);
            texts.put(stem.resolveSibling(stem.getFileName() + number + ".yaml"), bodies.get(i));
        }
        return texts;
    }

    private static Set<String> without(Set<String> all, Set<String> some, Set<String> others) {
        Set<String> left = new TreeSet<>(all);
        left.removeAll(some);
        left.removeAll(others);
        return left;
    }

    /** What is left of an earlier import that made more of them: its statements would stay in the case. */
    public List<Path> stale() {
        return earlier.stream()
                .filter(file -> !texts.containsKey(file) && isWrittenHere(file))
                .toList();
    }

    /** Whether an import has written a file: what is somebody else's, or a link to somewhere else, is not to be written over. */
    public static boolean isWrittenHere(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            return EventYaml.HEAD.strip().equals(lines.readLine());
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** The YAML files in a folder. */
    static List<Path> there(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !Files.isDirectory(file))
                    .sorted()
                    .toList();
        }
    }
}
