package org.demarche.events;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.demarche.source.FileNames;
import org.demarche.source.Problems;
import org.demarche.yaml.YamlEntry;
import org.demarche.yaml.YamlMapping;
import org.demarche.yaml.YamlNode;
import org.demarche.yaml.YamlReader;
import org.demarche.yaml.YamlScalar;

/**
 * What files of a case declare, be they right or not: whether they are is asked when the case is loaded.
 *
 * @param actors what they are called, {@code ""} where that is not said, by id
 * @param sources ids
 */
public record Declarations(Map<String, String> actors, Set<String> sources) {

    public static final Declarations NONE = new Declarations(Map.of(), Set.of());

    public Declarations {
        actors = Collections.unmodifiableMap(new TreeMap<>(actors));
        sources = Set.copyOf(sources);
    }

    /**
     * What the case in a folder declares by itself, without the files that an import by this mapping has written.
     *
     * @param folder which may not be there yet
     * @throws IOException when the folder cannot be read
     */
    public static Declarations in(Path folder, Path mapping) throws IOException {
        List<Path> earlier = EventFiles.earlier(folder, mapping);
        Path itself = mapping.toAbsolutePath().normalize();
        Map<String, String> actors = new TreeMap<>();
        Set<String> sources = new TreeSet<>();
        EventFiles.there(folder).stream()
                .filter(file -> !earlier.contains(file)
                        && !FileNames.isMapping(file)
                        && !file.toAbsolutePath().normalize().equals(itself))
                .forEach(file -> YamlReader.read(file, new Problems()).ifPresent(root -> {
                    if (root instanceof YamlMapping fields) {
                        things(fields, "actors")
                                .ifPresent(all -> all.entries()
                                        .forEach(each -> actors.put(each.key().value(), name(each.value()))));
                        things(fields, "sources")
                                .ifPresent(all -> all.entries()
                                        .forEach(each -> sources.add(each.key().value())));
                    }
                }));
        return new Declarations(actors, sources);
    }

    private static Optional<YamlMapping> things(YamlMapping file, String key) {
        return file.entry(key)
                .map(YamlEntry::value)
                .filter(YamlMapping.class::isInstance)
                .map(YamlMapping.class::cast);
    }

    private static String name(YamlNode actor) {
        return Optional.of(actor)
                .filter(YamlMapping.class::isInstance)
                .flatMap(mapping -> ((YamlMapping) mapping).entry("name"))
                .map(YamlEntry::value)
                .filter(YamlScalar.class::isInstance)
                .map(name -> ((YamlScalar) name).value())
                .orElse("");
    }
}
