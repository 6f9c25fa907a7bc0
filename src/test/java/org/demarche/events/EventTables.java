package org.demarche.events;

import java.nio.file.Path;
import java.util.List;
import org.demarche.Written;
import org.demarche.cases.Vocabulary;

/** Tables and mappings that a test writes down, and what comes of them. */
final class EventTables {

    static final Vocabulary WORDS = Vocabulary.read(Path.of("rules/vocabulary.yaml"));

    private EventTables() {}

    /** What comes of a table by a mapping. */
    static ImportedEvents read(Path folder, String mapping, String table) {
        Path file = folder.resolve("table.csv");
        Written.write(file, table);
        return read(folder, mapping, List.of(file));
    }

    static ImportedEvents read(Path folder, String mapping, List<Path> tables) {
        return EventImport.read(tables, mapping(folder, mapping), Declarations.NONE, WORDS, rows -> {});
    }

    static EventMapping mapping(Path folder, String mapping) {
        Path file = folder.resolve("wire.mapping.yaml");
        Written.write(file, mapping);
        return EventMapping.read(file, WORDS);
    }

    /** {@code CHN.visit.PRK.2031-04-01}, and behind it how many rows say so, where they are several. */
    static List<String> events(ImportedEvents imported) {
        return imported.statements().stream()
                .map(each -> each.event().id() + (each.rows() > 1 ? " x" + each.rows() : ""))
                .toList();
    }

    /** {@code 036 x2}, the most frequent first. */
    static List<String> counts(List<Counted> counted) {
        return counted.stream().map(each -> each.word() + " x" + each.rows()).toList();
    }
}
