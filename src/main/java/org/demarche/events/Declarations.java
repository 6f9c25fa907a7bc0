package org.demarche.events;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.source.Problems;
import org.demarche.yaml.YamlMapping;
import org.demarche.yaml.YamlReader;

/**
 * What files of a case declare, be they right or not: whether they are is asked when the case is loaded.
 *
 * @param actors ids
 * @param sources ids
 */
record Declarations(Set<String> actors, Set<String> sources) {

    static Declarations in(List<Path> files) {
        Declarations found = new Declarations(new TreeSet<>(), new TreeSet<>());
        for (Path file : files) {
            YamlReader.read(file, new Problems()).ifPresent(root -> {
                if (root instanceof YamlMapping mapping) {
                    add(mapping, "actors", found.actors());
                    add(mapping, "sources", found.sources());
                }
            });
        }
        return found;
    }

    private static void add(YamlMapping file, String key, Set<String> to) {
        file.entry(key).ifPresent(entry -> {
            if (entry.value() instanceof YamlMapping things) {
                things.entries().forEach(each -> to.add(each.key().value()));
            }
        });
    }
}
