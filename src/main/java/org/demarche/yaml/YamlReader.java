package org.demarche.yaml;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.demarche.cache.Cache;
import org.demarche.source.Problems;
import org.demarche.source.SourceLocation;
import org.snakeyaml.engine.v2.events.Event;

/**
 * Reads YAML 1.2 as nodes, and refuses what makes a text say something else than it seems to: anchors, aliases, tags,
 * duplicate keys, deep nesting, several documents, large and binary files.
 */
public final class YamlReader {

    private YamlReader() {}

    /**
     * The root of a file.
     *
     * @return empty when the file cannot be understood or is empty; the problems then say why
     */
    public static Optional<YamlNode> read(Path file, Problems problems) {
        return TextFile.read(file, problems).flatMap(content -> read(name(file), content, problems));
    }

    /** As {@link #read(Path, Problems)}; a text that was read before is not gone through again. */
    public static Optional<YamlNode> read(Path file, Problems problems, Cache cache) {
        return TextFile.read(file, problems).flatMap(content -> {
            KeptNodes kept = new KeptNodes(cache, new YamlText(name(file), content));
            Optional<YamlNode> before = kept.find(content);
            if (before.isPresent()) {
                return before;
            }
            Problems own = new Problems();
            Optional<YamlNode> root = read(name(file), content, own);
            problems.addAll(own.list());
            if (own.list().isEmpty()) {
                root.ifPresent(node -> kept.keep(content, node));
            }
            return root;
        });
    }

    /** The root of a text. */
    public static Optional<YamlNode> read(String name, String content, Problems problems) {
        YamlText text = new YamlText(name, content);
        Optional<List<Event>> events = new EventScan(text, problems).run();
        Optional<YamlNode> root = events.flatMap(all -> new NodeBuilder(text, problems, all).root());
        if (events.isPresent() && root.isEmpty()) {
            problems.add(text.error(
                    "empty-file",
                    SourceLocation.of(name),
                    content.isBlank() ? "The file is empty." : "The file has only comments in it."));
        }
        return root;
    }

    /** The name of a file in messages: as the user gave it, with forward slashes. */
    public static String name(Path file) {
        return file.toString().replace('\\', '/');
    }
}
